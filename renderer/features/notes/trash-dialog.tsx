import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { plain } from '@shared/notes/plain'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { AskTrouble } from '../../ui/ask-trouble'
import { Button } from '../../ui/button'
import { ConfirmDialog, Dialog, DialogActions } from '../../ui/dialog'
import { sayRefusal } from '../../ui/say-refusal'
import { SkeletonLines } from '../../ui/skeleton'
import { moment, spelledFirst, wholeNumber } from '../../ui/words'
import styles from './trash-dialog.module.css'

interface TrashDialogProps {
  readonly showId: ShowId
  readonly onClose: () => void
}

/** What was deleted of a show, to bring back or to delete for good. */
export function TrashDialog({ showId, onClose }: TrashDialogProps) {
  const asked = useAsk('notes', 'trash', { showId })
  const restore = useTell('notes', 'restore')
  const empty = useTell('notes', 'emptyTrash')
  const [sure, setSure] = useState(false)
  const trash = asked.data
  const all = trash ? trash.total + trash.veiled : 0
  return (
    <Dialog
      title={m.notes_trash()}
      size="lg"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      {asked.error ? <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {!trash && !asked.error ? <SkeletonLines /> : null}
      {trash && all === 0 ? <p className="muted">{m.notes_trash_empty()}</p> : null}
      {trash && trash.rows.length > 0 ? (
        <ul className={styles.rows} aria-label={m.notes_trash()}>
          {trash.rows.map(({ note, deletedAt }) => {
            const title = note.title.trim() || plain(note.excerpt) || m.notes_untitled()
            return (
              <li key={note.id}>
                <div className={styles.words}>
                  <b>{title}</b>
                  {note.title.trim() !== '' && <p>{plain(note.excerpt)}</p>}
                  <small>{m.notes_deleted_at({ time: moment(deletedAt) })}</small>
                </div>
                <Button
                  size="sm"
                  icon={IconArrowBackUp}
                  aria-label={m.notes_restore_of({ title })}
                  onPress={() => restore.mutate({ id: note.id }, { onError: sayRefusal })}
                >
                  {m.notes_restore()}
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      {trash && trash.total > trash.rows.length ? (
        <p className={styles.more}>
          {m.notes_trash_more({ digits: wholeNumber(trash.total - trash.rows.length) })}
        </p>
      ) : null}
      {trash && trash.veiled > 0 ? (
        <p className={styles.veiled}>
          {m.notes_veiled_wait({ count: trash.veiled, spelled: spelledFirst(trash.veiled) })}
        </p>
      ) : null}
      {all > 0 && (
        <DialogActions>
          <Button variant="danger" icon={IconTrash} onPress={() => setSure(true)}>
            {m.notes_trash_clear()}
          </Button>
        </DialogActions>
      )}
      <ConfirmDialog
        title={m.notes_trash_sure({ count: all, digits: wholeNumber(all) })}
        action={m.notes_trash_clear()}
        danger
        isOpen={sure}
        onOpenChange={setSure}
        onConfirm={() => empty.mutate({ showId }, { onError: sayRefusal })}
      >
        {m.notes_trash_sure_text()}
      </ConfirmDialog>
    </Dialog>
  )
}
