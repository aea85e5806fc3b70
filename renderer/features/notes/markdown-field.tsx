import { m } from '@shared/messages'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Words } from './editor/complete'
import { createEditor, type Editor } from './editor/create-editor'
import styles from './markdown-field.module.css'

interface MarkdownFieldProps {
  readonly handle: Ref<Editor>
  readonly text: string
  readonly words: readonly string[]
  readonly onChange: (text: string) => void
  readonly onLeave: () => void
  readonly onLink: (address: string) => void
  readonly onTime: (ms: number) => void
  readonly completes: Words
}

/** The text of a note. Mounted anew for each note, so that each has an undo of its own. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { handle, text, words } = props
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (!host.current) return
    const made = createEditor(host.current, {
      text: latest.current.text,
      label: m.notes_body_label(),
      hint: m.notes_body_placeholder(),
      onChange: (typed) => latest.current.onChange(typed),
      onLeave: () => latest.current.onLeave(),
      onLink: (address) => latest.current.onLink(address),
      onTime: (ms) => latest.current.onTime(ms),
      words: {
        tags: () => latest.current.completes.tags(),
        names: () => latest.current.completes.names(),
        onTag: (tag) => latest.current.completes.onTag(tag),
      },
    })
    editor.current = made
    return () => {
      editor.current = null
      made.destroy()
    }
  }, [])
  useEffect(() => editor.current?.setText(text), [text])
  useEffect(() => editor.current?.setHits(words), [words])
  useImperativeHandle(handle, () => ({
    focus: () => editor.current?.focus(),
    run: (command) => editor.current?.run(command),
    setText: (next) => editor.current?.setText(next),
    setHits: (next) => editor.current?.setHits(next),
    destroy: () => editor.current?.destroy(),
  }))
  // the class tells the app's keys that somebody types here: they cannot see into the shadow root
  return <div ref={host} className={`cm-editor ${styles.host}`} />
}
