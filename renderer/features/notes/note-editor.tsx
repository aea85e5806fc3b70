import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useShow } from '../../api/current-show'
import { peek } from '../../api/peek'
import { AskTrouble } from '../../ui/ask-trouble'
import { SkeletonLines } from '../../ui/skeleton'
import { Veil } from '../../ui/veil'
import { episodeLabel } from '../../ui/words'
import styles from './note-editor.module.css'
import { NoteSheet, type NoteSheetHandle } from './note-sheet'
import { writtenWords } from './note-times'
import { desk } from './notes-desk'
import { useOpenNote } from './use-sheet'

export interface NoteEditorHandle {
  focusText(): void
  focusTitle(): void
  /** Between the note as it reads and as it is written. */
  toggleReading(): void
}

interface NoteEditorProps {
  readonly handle: Ref<NoteEditorHandle>
  readonly id: NoteId
  readonly words: readonly string[]
  readonly isFresh: boolean
  readonly onHistory: () => void
  readonly onDelete: () => void
  readonly onLeave: () => void
  /** A link led to another note. */
  readonly onNote: (id: NoteId) => void
}

/**
 * One note, open. Mounted anew for each note and each reading line: a note that the line has passed is
 * veiled, but one that is being written stays until it is left.
 */
export function NoteEditor({
  handle,
  id,
  words,
  isFresh,
  onHistory,
  onDelete,
  onLeave,
  onNote,
}: NoteEditorProps) {
  const { sheet, note } = useOpenNote(id)
  const { episodeByOrdinal } = useShow()
  const [touched, setTouched] = useState(false)
  const inner = useRef<NoteSheetHandle>(null)
  useImperativeHandle(handle, () => ({
    focusText: () => inner.current?.focusText(),
    focusTitle: () => inner.current?.focusTitle(),
    toggleReading: () => inner.current?.toggleReading(),
  }))

  const data = note.data
  const unsaved = sheet !== undefined && sheet.state !== 'saved'
  if (data?.veiled && !touched && !unsaved) {
    const episode = episodeByOrdinal(data.safeAfter)
    return (
      <div className={styles.aside}>
        <Veil
          form="tile"
          safeAfter={episode ? episodeLabel(episode) : null}
          lift={() => peek({ feature: 'notes', veil: { id } })}
        />
      </div>
    )
  }
  if (!sheet)
    return (
      <div className={styles.aside}>
        {note.isError ? (
          <AskTrouble error={note.error} onRetry={() => void note.refetch()} />
        ) : (
          <SkeletonLines />
        )}
      </div>
    )
  return (
    <NoteSheet
      handle={inner}
      sheet={sheet}
      words={words}
      dates={data && !data.veiled ? writtenWords(data) : ''}
      focusTitle={isFresh}
      onChange={(writing) => {
        setTouched(true)
        desk.change(id, writing)
      }}
      onHistory={onHistory}
      onDelete={onDelete}
      onNote={onNote}
      onLeave={onLeave}
      label={m.notes_editor()}
    />
  )
}
