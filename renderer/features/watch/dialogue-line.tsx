import { m } from '@shared/messages'
import type { Cue } from '@shared/subtitles/schema'
import { Button } from '../../ui/button'
import { Timecode } from '../../ui/timecode'
import styles from './dialogue.module.css'

export interface LineActs {
  readonly onSeek: (positionMs: number) => void
  readonly onQuote: (cue: Cue) => void
}

interface DialogueLineProps extends LineActs {
  readonly cue: Cue
  readonly code?: string | null
  /** A line of another episode is read here, not played. */
  readonly elsewhere?: boolean
  /** It is spoken at this moment, or was the last that was. */
  readonly current?: boolean
}

/** A line with its moment, which the clock goes to, and what quotes it. */
export function DialogueLine({
  cue,
  code,
  elsewhere = false,
  current = false,
  onSeek,
  onQuote,
}: DialogueLineProps) {
  return (
    <li className={styles.line} {...(current ? { 'aria-current': true } : {})}>
      {elsewhere ? (
        <span className={styles.time}>
          <Timecode ms={cue.fromMs} />
        </span>
      ) : (
        <button
          type="button"
          className={styles.time}
          title={m.watch_jump()}
          onClick={() => onSeek(cue.fromMs)}
        >
          <Timecode ms={cue.fromMs} />
        </button>
      )}
      <p className={styles.words}>
        {code && <span className={styles.code}>{code}</span>}
        {cue.text}
      </p>
      {!elsewhere && (
        <span className={styles.quote}>
          <Button size="sm" variant="quiet" onPress={() => onQuote(cue)}>
            {m.watch_quote()}
          </Button>
        </span>
      )}
    </li>
  )
}
