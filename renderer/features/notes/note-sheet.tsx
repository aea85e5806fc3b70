import { AppError } from '@shared/app-error'
import { language, m } from '@shared/messages'
import { type Ref, useDeferredValue, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { errorWords } from '../../ui/error-words'
import { Keys } from '../../ui/kbd'
import { toasts } from '../../ui/toasts'
import { episodeLabel, wholeNumber } from '../../ui/words'
import type { Sheet } from './desk'
import type { Writing } from './draft'
import type { Editor } from './editor/create-editor'
import { MarkdownField } from './markdown-field'
import { NoteMeta } from './note-meta'
import styles from './note-sheet.module.css'
import { desk } from './notes-desk'
import { SaveStatus } from './save-status'
import { TitleField } from './title-field'
import { Toolbar } from './toolbar'
import { useWaits } from './use-waits'
import { countWords } from './word-count'

export interface NoteSheetHandle {
  focusText(): void
  focusTitle(): void
}

interface NoteSheetProps {
  readonly handle: Ref<NoteSheetHandle>
  readonly label: string
  readonly sheet: Sheet
  readonly words: readonly string[]
  /** `Written 29 Apr 2021, edited today`; empty before the first save. */
  readonly dates: string
  readonly focusTitle: boolean
  readonly onChange: (writing: Partial<Writing>) => void
  readonly onDelete: () => void
  readonly onLeave: () => void
}

const toAppError = (failure: unknown) =>
  failure instanceof AppError ? failure : new AppError('internal', String(failure))

/** A note as it is written: toolbar, place, title, text, and whether it is saved. */
export function NoteSheet(props: NoteSheetProps) {
  const { handle, label, sheet, words, dates, focusTitle, onChange, onDelete, onLeave } = props
  const { draft } = sheet
  const { episodes } = useShow()
  const editor = useRef<Editor>(null)
  const title = useRef<HTMLTextAreaElement>(null)
  const waits = useWaits(draft.episodeId)
  useImperativeHandle(handle, () => ({
    focusText: () => editor.current?.focus(),
    focusTitle: () => title.current?.focus(),
  }))
  useEffect(() => {
    if (focusTitle) title.current?.focus()
  }, [focusTitle])

  const id = draft.id
  // counting a long text may wait, typing may not
  const counted = useDeferredValue(draft.body)
  const count = useMemo(() => countWords(counted, language()), [counted])
  const waitsFor = waits ? episodes.find((episode) => episode.id === draft.episodeId) : undefined
  return (
    <article className={styles.sheet} aria-label={label} onBlur={() => void desk.flush(id)}>
      <Toolbar
        pinned={draft.pinned}
        onFormat={(command) => editor.current?.run(command)}
        onPin={() => onChange({ pinned: !draft.pinned })}
        onDelete={onDelete}
      />
      <div className={styles.trouble}>
        {sheet.state === 'failed' && (
          <Banner
            kind="error"
            title={errorWords(toAppError(sheet.failure)).title}
            action={
              <Button size="sm" onPress={() => void desk.flush(id)}>
                {m.notes_save_now()}
              </Button>
            }
          >
            {m.notes_kept()}
          </Banner>
        )}
      </div>
      <div className={styles.doc}>
        <NoteMeta draft={draft} onChange={onChange} />
        {waitsFor && <p className={styles.waits}>{m.notes_will_veil({ episode: episodeLabel(waitsFor) })}</p>}
        <TitleField
          fieldRef={title}
          title={draft.title}
          onChange={(typed) => onChange({ title: typed })}
          onDone={() => editor.current?.focus()}
          onLeave={onLeave}
        />
        <MarkdownField
          key={id}
          handle={editor}
          text={draft.body}
          words={words}
          onChange={(body) => onChange({ body })}
          onLeave={onLeave}
          onLinkRefused={(error) => toasts.show({ text: errorWords(toAppError(error)).title })}
        />
      </div>
      <footer className={styles.foot}>
        <SaveStatus sheet={sheet} />
        <span>{m.notes_words({ count, digits: wholeNumber(count) })}</span>
        <span className={styles.dates}>{dates}</span>
        <span className={styles.push}>{m.notes_markdown()}</span>
        <span className={styles.keys}>
          <Keys of={['Ctrl', 'Z']} spoken /> {m.notes_undo()}
        </span>
      </footer>
    </article>
  )
}
