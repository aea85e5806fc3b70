import { m } from '@shared/messages'
import type { Spoken } from '@shared/subtitles/schema'
import { IconQuote } from '@tabler/icons-react'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Timecode } from '../../ui/timecode'
import styles from './spoken-line.module.css'

interface SpokenLineProps {
  readonly spoken: Spoken | null
  /** The episode has a file to take lines from. */
  readonly hasFile: boolean
  /** The episode lies further off than the next: its lines stay veiled while it runs. */
  readonly closed: boolean
  readonly onQuote: () => void
  readonly onAddFile: () => void
}

/** The line that is being spoken, or was last, and one key to keep it. */
export function SpokenLine({ spoken, hasFile, closed, onQuote, onAddFile }: SpokenLineProps) {
  const line = spoken?.line ?? null
  if (!hasFile)
    return (
      <div className={styles.none}>
        <p className="subtle">{m.watch_no_subtitles()}</p>
        <Button variant="quiet" onPress={onAddFile}>
          {m.watch_add_subtitles()}
        </Button>
      </div>
    )
  return (
    <div className={styles.line}>
      {line ? (
        <>
          <p className={cx(styles.words, !spoken?.now && styles.past)}>{line.text}</p>
          <span className={styles.from}>
            {m.watch_subtitle_at()} <Timecode ms={line.fromMs} />
          </span>
          <span className={styles.quote}>
            <Button icon={IconQuote} keys={['Ctrl', 'Q']} onPress={onQuote}>
              {m.watch_quote()}
            </Button>
          </span>
        </>
      ) : (
        <p className="subtle">{closed ? m.watch_lines_closed() : m.watch_nothing_said()}</p>
      )}
    </div>
  )
}
