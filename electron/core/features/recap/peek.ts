import { AppError } from '@shared/app-error'
import type { RecapPeek } from '@shared/recap/peek'
import { behindVeil } from '@shared/veil/rules'
import type { Peeked } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { stampOf } from '../../db/stamp'
import type { LibraryService } from '../library/service'
import { beatsOfEpisode } from './store'

/** What stands behind the veil of one beat, for one look. */
export function recapPeek({ db }: Pick<CoreContext, 'db'>, library: LibraryService) {
  const beatsOf = beatsOfEpisode(db)
  return ({ showId, episodeId, nth }: RecapPeek): Peeked => {
    const horizon = library.horizonOf(showId)
    const known = library.knownRows(showId, horizon).some(({ id }) => id === episodeId)
    const beat = known ? behindVeil(beatsOf(episodeId), stampOf, horizon, nth) : undefined
    if (!beat) throw new AppError('not-found', 'no such veil', { what: 'veil' })
    return { heading: null, text: beat.text }
  }
}
