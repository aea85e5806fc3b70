import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import type { NoteVersion } from '@shared/notes/many-schema'
import type { Note } from '@shared/notes/schema'
import type { Lifted } from '@shared/veil/schema'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { client } from '../../api/client'
import { AskTrouble } from '../../ui/ask-trouble'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { sayRefusal } from '../../ui/say-refusal'
import { SkeletonLines } from '../../ui/skeleton'
import { toasts } from '../../ui/toasts'
import { moment, spelledFirst } from '../../ui/words'
import { differences } from './differences'
import styles from './history-dialog.module.css'

interface HistoryDialogProps {
  readonly id: NoteId
  readonly onClose: () => void
}

type Words = Pick<Lifted<NoteVersion>, 'title' | 'body' | 'tags'>
const textOf = ({ title, body, tags }: Words) =>
  [title, body, tags.map((tag) => `#${tag}`).join(' ')].filter((part) => part !== '').join('\n\n')

/** What a note said before, beside what it says now. */
export default function HistoryDialog({ id, onClose }: HistoryDialogProps) {
  const history = useAsk('notes', 'history', { id })
  const note = useAsk('notes', 'read', { id })
  const [chosen, setChosen] = useState<number | null>(null)
  const versions = history.data?.versions ?? []
  const veiled = history.data?.veiled ?? 0
  const version = versions.find((one) => one.version === chosen) ?? versions[0]
  return (
    <Dialog
      title={m.notes_history_title()}
      size="lg"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      {history.error ? <AskTrouble error={history.error} onRetry={() => void history.refetch()} /> : null}
      {history.data && versions.length === 0 ? <p className="muted">{m.notes_history_none()}</p> : null}
      {veiled > 0 ? (
        <p className={styles.veiled}>
          {m.notes_history_veiled({ count: veiled, spelled: spelledFirst(veiled) })}
        </p>
      ) : null}
      {version && note.data && !note.data.veiled ? (
        <div className={styles.columns}>
          <ul className={styles.versions} aria-label={m.notes_history_versions()}>
            {versions.map((one) => (
              <li key={one.version}>
                <button
                  type="button"
                  aria-current={one.version === version.version ? 'true' : undefined}
                  onClick={() => setChosen(one.version)}
                >
                  {moment(one.writtenAt)}
                </button>
              </li>
            ))}
          </ul>
          <Changes key={version.version} id={id} version={version.version} now={note.data} onDone={onClose} />
        </div>
      ) : null}
    </Dialog>
  )
}

interface ChangesProps {
  readonly id: NoteId
  readonly version: number
  readonly now: Lifted<Note>
  readonly onDone: () => void
}

/** What has changed since a version, and the way back to it. */
function Changes({ id, version, now, onDone }: ChangesProps) {
  const asked = useAsk('notes', 'version', { id, version })
  const restore = useTell('notes', 'restoreVersion')
  const then = asked.data && !asked.data.veiled ? asked.data : null
  const pieces = useMemo(() => (then ? differences(textOf(then), textOf(now)) : []), [then, now])
  const bringBack = () =>
    restore.mutate(
      { id, version },
      {
        onError: sayRefusal,
        onSuccess: ({ kept }) => {
          // the dialog is gone by then, so this is no call of its own
          const undo =
            kept === null
              ? {}
              : { undo: () => void client.notes.restoreVersion({ id, version: kept }).catch(sayRefusal) }
          toasts.show({ text: m.notes_version_restored(), icon: IconArrowBackUp, ...undo })
          onDone()
        },
      },
    )
  if (asked.error) return <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} />
  if (!then) return <SkeletonLines />
  let at = 0
  return (
    <div className={styles.changes}>
      <section
        className={styles.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
        tabIndex={0}
        aria-label={m.notes_history_since({ time: moment(then.writtenAt) })}
      >
        {pieces.map(({ text, kind }) => {
          const key = at
          at += text.length + 1
          if (kind === 'same') return <span key={key}>{text}</span>
          return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
        })}
      </section>
      <DialogActions>
        <span className={styles.legend}>
          <del>{m.notes_history_then()}</del> <ins>{m.notes_history_now()}</ins>
        </span>
        <Button variant="primary" icon={IconArrowBackUp} isPending={restore.isPending} onPress={bringBack}>
          {m.notes_restore_version()}
        </Button>
      </DialogActions>
    </div>
  )
}
