import { type MouseEvent, useEffect, useRef } from 'react'
import { leadsTo, readMarkdown } from './read-markdown'
import styles from './read-view.module.css'

interface ReadViewProps {
  /** Markdown. */
  readonly text: string
  /** What it is, for who does not see it. */
  readonly label: string
  readonly onLink: (address: string) => void
  readonly onTime: (ms: number) => void
}

/** A text as it reads: its marks are gone, and links, other notes and moments can be followed. */
export default function ReadView({ text, label, onLink, onTime }: ReadViewProps) {
  const page = useRef<HTMLElement>(null)
  useEffect(() => page.current?.replaceChildren(readMarkdown(text)), [text])
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    // a page never goes anywhere by itself
    event.preventDefault()
    const target = leadsTo(link.getAttribute('href') ?? '')
    if (target === null) return
    if ('ms' in target) onTime(target.ms)
    else onLink('url' in target ? target.url : target.note)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: links in it are pressed with Enter, which is a click
    <section
      ref={page}
      className={styles.page}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
      tabIndex={0}
      aria-label={label}
      onClick={follow}
      onAuxClick={follow}
    />
  )
}
