import type { ShowId } from '@shared/ids'
import { lazy, Suspense } from 'react'
import { NoteMenu } from './note-menu'
import { TagDialog } from './tag-dialog'
import { TrashDialog } from './trash-dialog'
import type { Acts } from './use-note-acts'

const HistoryDialog = lazy(() => import('./history-dialog'))

interface NoteLayersProps {
  readonly showId: ShowId
  readonly acts: Acts
  readonly known: readonly string[]
}

/** The menu and the dialogs over the notes; one at a time. */
export function NoteLayers({ showId, acts, known }: NoteLayersProps) {
  const { menu, tagging, history, trash } = acts.layers
  if (menu) return <NoteMenu at={menu} acts={acts} onClose={acts.close} />
  if (tagging)
    return <TagDialog count={tagging.length} known={known} onTag={acts.tagThem} onClose={acts.close} />
  if (history)
    return (
      <Suspense>
        <HistoryDialog id={history} onClose={acts.close} />
      </Suspense>
    )
  return trash ? <TrashDialog showId={showId} onClose={acts.close} /> : null
}
