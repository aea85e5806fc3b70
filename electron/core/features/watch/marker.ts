import { AppError } from '@shared/app-error'
import { NoteId } from '@shared/ids'
import { blankNote } from '@shared/notes/blank-note'
import type { Note } from '@shared/notes/schema'
import type { CoreContext } from '../../context'
import type { NoteService } from '../notes/service'
import type { WatchService } from './service'

/**
 * Marks the moment that the clock shows with a bare timecode, to be written later: for keys that work from anywhere,
 * where no page is at hand.
 *
 * @throws AppError `not-found` when nothing is on
 */
export const marker =
  (
    { newId }: Pick<CoreContext, 'newId'>,
    watch: Pick<WatchService, 'stand'>,
    notes: Pick<NoteService, 'save'>,
  ) =>
  (): Note => {
    const here = watch.stand()
    if (!here) throw new AppError('not-found', 'nothing is on', { what: 'episode' })
    const { showId, episodeId, positionMs } = here
    return notes.save(blankNote(NoteId.parse(newId()), showId, { episodeId, atMs: positionMs }))
  }
