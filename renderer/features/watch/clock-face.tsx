import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { cx } from '../../ui/cx'
import styles from './clock-face.module.css'
import { type OnScreen, usePosition } from './use-watching'

const COLON = ':'

/** Digits with the colons set back: `12:41`, and the tenths beside them. */
function Digits({ position }: { readonly position: number }) {
  const parts = formatTimecode(position).split(':')
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours, minutes and seconds have their places
        <span key={parts.length - index}>
          {index > 0 && <i>{COLON}</i>}
          {part}
        </span>
      ))}
      <small>{`.${Math.floor((position % 1000) / 100)}`}</small>
    </>
  )
}

/** The large clock, and how much is left. It is read out when somebody goes to it, and not at every second. */
export function ClockFace(onScreen: OnScreen) {
  const position = usePosition(onScreen, 100)
  const runtimeMs = onScreen.watching?.runtimeMs ?? null
  const left = runtimeMs === null ? null : Math.max(0, runtimeMs - position)
  return (
    <div>
      <div
        className={styles.clock}
        data-long={position >= 3_600_000 || undefined}
        role="timer"
        aria-label={m.watch_clock_at({ time: formatTimecode(position) })}
      >
        <Digits position={position} />
      </div>
      <p className={cx(runtimeMs !== null && 'num', styles.left)}>
        {left === null || runtimeMs === null
          ? m.watch_no_runtime()
          : m.watch_left({ left: formatTimecode(left), of: formatTimecode(runtimeMs) })}
      </p>
    </div>
  )
}
