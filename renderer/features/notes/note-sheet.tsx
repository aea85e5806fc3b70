import { AppError } from '@shared/app-error'
import type { NoteId } from '@shared/ids'
import { language, m } from '@shared/messages'
import { parseNoteLink } from '@shared/notes/links'
import {
  lazy,
  type Ref,
  Suspense,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { client } from '../../api/client'
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
import { TooLong } from './too-long'
import { Toolbar } from './toolbar'
import { useCompletions } from './use-completions'
import { useJump } from './use-jump'
import { useWaits } from './use-waits'
import { countWords } from './word-count'

// Markdown is read by libraries that nobody needs for writing
const ReadView = lazy(() => import('../../ui/read-view'))

export interface NoteSheetHandle {
  focusText(): void
  focusTitle(): void
  toggleReading(): void
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
  readonly onHistory: () => void
  readonly onDelete: () => void
  readonly onNote: (id: NoteId) => void
  readonly onLeave: () => void
}

const toAppError = (failure: unknown) =>
  failure instanceof AppError ? failure : new AppError('internal', String(failure))

/** A note as it is written: toolbar, place, title, text, and whether it is saved. */
export function NoteSheet(props: NoteSheetProps) {
  const { handle, label, sheet, words, dates, focusTitle, onChange, onHistory, onDelete, onLeave } = props
  const { draft } = sheet
  const { episodes } = useShow()
  const editor = useRef<Editor>(null)
  const title = useRef<HTMLTextAreaElement>(null)
  const waits = useWaits(draft.episodeId)
  const [reading, setReading] = useState(false)
  const jump = useJump()
  const completes = useCompletions(draft, onChange)
  useImperativeHandle(handle, () => ({
    focusText: () => {
      setReading(false)
      setTimeout(() => editor.current?.focus())
    },
    focusTitle: () => title.current?.focus(),
    toggleReading: () => setReading(!reading),
  }))
  useEffect(() => {
    if (focusTitle) title.current?.focus()
  }, [focusTitle])

  const id = draft.id
  // counting a long text may wait, typing may not
  const counted = useDeferredValue(draft.body)
  const tooLong = sheet.state === 'too-long'
  const count = useMemo(() => (tooLong ? 0 : countWords(counted, language())), [counted, tooLong])
  const goTo = (ms: number) => {
    if (draft.episodeId === null) toasts.show({ text: m.notes_no_episode(), key: 'jump' })
    else void jump(draft.episodeId, ms)
  }
  const follow = (address: string) => {
    const note = parseNoteLink(address)
    if (note) props.onNote(note.id)
    else
      void client.desktop
        .openLink({ url: address })
        .catch((error) => toasts.show({ text: errorWords(toAppError(error)).title }))
  }
  const waitsFor = waits ? episodes.find((episode) => episode.id === draft.episodeId) : undefined
  return (
    <article className={styles.sheet} aria-label={label} onBlur={() => void desk.flush(id)}>
      <Toolbar
        pinned={draft.pinned}
        onFormat={(command) => editor.current?.run(command)}
        onPin={() => onChange({ pinned: !draft.pinned })}
        onHistory={onHistory}
        onDelete={onDelete}
        reading={reading}
        onRead={setReading}
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
        {tooLong && <TooLong draft={draft} />}
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
        {reading ? (
          <Suspense>
            <ReadView text={draft.body} label={m.notes_reading()} onLink={follow} onTime={goTo} />
          </Suspense>
        ) : (
          <MarkdownField
            key={id}
            handle={editor}
            text={draft.body}
            words={words}
            onChange={(body) => onChange({ body })}
            onLeave={onLeave}
            onLink={follow}
            onTime={goTo}
            completes={completes}
          />
        )}
      </div>
      <footer className={styles.foot}>
        <SaveStatus sheet={sheet} />
        {!tooLong && <span>{m.notes_words({ count, digits: wholeNumber(count) })}</span>}
        <span className={styles.dates}>{dates}</span>
        <span className={styles.push}>{m.notes_markdown()}</span>
        <span className={styles.keys}>
          <Keys of={['Ctrl', 'Z']} spoken /> {m.notes_undo()}
        </span>
      </footer>
    </article>
  )
}
