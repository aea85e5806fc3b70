import type { BoardId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useAsk } from '../../api/ask'
import { AskTrouble } from '../../ui/ask-trouble'
import { Button, IconButton } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SkeletonLines } from '../../ui/skeleton'
import { moment, spelledFirst } from '../../ui/words'
import styles from './archive-dialog.module.css'
import { useBoardTools } from './board-context'
import { KIND_WORDS } from './board-words'

/** What was put away, to bring back or to remove. */
export function ArchiveDialog({
  boardId,
  onClose,
}: {
  readonly boardId: BoardId
  readonly onClose: () => void
}) {
  const asked = useAsk('boards', 'archive', { boardId })
  const { acts, isFixed } = useBoardTools()
  const archive = asked.data
  return (
    <Dialog title={m.boards_archive()} size="lg" isOpen onOpenChange={(open) => !open && onClose()}>
      {asked.error ? <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {!archive && !asked.error ? <SkeletonLines /> : null}
      {archive && archive.cards.length + archive.veils.length === 0 ? (
        <p className="muted">{m.boards_archive_empty()}</p>
      ) : null}
      {archive && archive.cards.length > 0 && (
        <ul className={styles.rows} aria-label={m.boards_archive()}>
          {archive.cards.map(({ id, text, kind, archivedAt }) => {
            const title = text || m.boards_sealed_title()
            return (
              <li key={id}>
                <div className={styles.words}>
                  <b>{title}</b>
                  <small>
                    {m.boards_archived_at({ kind: KIND_WORDS[kind](), time: moment(archivedAt) })}
                  </small>
                </div>
                {!isFixed && (
                  <>
                    <Button
                      size="sm"
                      icon={IconArrowBackUp}
                      aria-label={m.boards_bring_back_of({ card: title })}
                      onPress={() => void acts.bringBack([id])}
                    >
                      {m.boards_bring_back()}
                    </Button>
                    <IconButton
                      size="sm"
                      icon={IconTrash}
                      label={m.boards_remove_of({ card: title })}
                      onPress={() => void acts.remove([id])}
                    />
                  </>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {archive && archive.veils.length > 0 && (
        <p className={styles.veiled}>
          {m.boards_archive_veiled({
            count: archive.veils.length,
            spelled: spelledFirst(archive.veils.length),
          })}
        </p>
      )}
    </Dialog>
  )
}
