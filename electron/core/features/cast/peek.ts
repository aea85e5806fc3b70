import { AppError } from '@shared/app-error'
import type { CastPeek } from '@shared/cast/schema'
import { behindVeil } from '@shared/veil/rules'
import type { Peeked } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { stampOf } from '../../db/stamp'
import type { LibraryService } from '../library/service'
import { castStore } from './store'

/** What stands behind the veil of one role, for one look. */
export function castPeek({ db }: Pick<CoreContext, 'db'>, library: LibraryService) {
  const store = castStore(db)
  return ({ showId, group, nth }: CastPeek): Peeked => {
    library.mustHave(showId)
    const rows = store.roles(showId).filter(({ grouping }) => grouping === group)
    const role = behindVeil(rows, stampOf, library.horizonOf(showId), nth)
    if (!role) throw new AppError('not-found', 'no such veil', { what: 'veil' })
    return { heading: role.name, text: [role.actor, role.work].filter(Boolean).join(', ') }
  }
}
