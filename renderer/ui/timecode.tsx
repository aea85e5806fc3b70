import { formatTimecode } from '@shared/timecode'
import styles from './timecode.module.css'

interface TimecodeProps {
  /** Milliseconds from the start of the episode. */
  readonly ms: number
  readonly className?: string
}

/** A position in an episode, in gold and mono: `12:41`. */
export function Timecode({ ms, className = '' }: TimecodeProps) {
  const seconds = Math.floor(ms / 1000)
  return (
    <time className={`${styles.timecode} ${className}`} dateTime={`PT${seconds}S`}>
      {formatTimecode(ms)}
    </time>
  )
}
