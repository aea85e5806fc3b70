import { m } from '@shared/messages'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import styles from './rail.module.css'

export interface RailStop {
  readonly ordinal: number
  /** What stands over the stop: `7`. */
  readonly label: string
  /** What is spoken: `Season 1, episode 7, French Ending`. A veiled title is left out. */
  readonly name: string
}

interface RailProps {
  readonly stops: readonly RailStop[]
  /** The ordinal that the line stands at; 0 is before the first stop. */
  readonly at: number
  readonly onMove: (ordinal: number) => void
  /** The last ordinal that may be gone to, where that is not `at` itself; later stops are under the veil. */
  readonly through?: number
  readonly label?: string
}

const placeOf = (i: number, at: number, end: number) =>
  i === at ? 'at' : i > Math.max(at, end) ? 'veiled' : i > at ? 'open' : 'passed'

/** A slider of episodes: passed in ink, the one you are at in rouge, later ones under the veil. */
export function Rail({ stops, at, onMove, through, label = m.app_rail_label() }: RailProps) {
  const track = useRef<HTMLDivElement>(null)
  const index = stops.findLastIndex((stop) => stop.ordinal <= at)
  const end =
    through === undefined ? stops.length - 1 : stops.findLastIndex((stop) => stop.ordinal <= through)
  const move = (to: number) => {
    const stop = stops[Math.max(0, Math.min(end, to))]
    if (stop && stop.ordinal !== at) onMove(stop.ordinal)
  }
  const moveTo = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (box) move(Math.floor(((event.clientX - box.left) / box.width) * stops.length))
  }
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      PageUp: index + 5,
      PageDown: index - 5,
      Home: 0,
      End: stops.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(to)
  }
  return (
    <div
      ref={track}
      className={styles.rail}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={stops[0]?.ordinal ?? 0}
      aria-valuemax={stops[end]?.ordinal ?? stops[0]?.ordinal ?? 0}
      aria-valuenow={Math.max(at, stops[0]?.ordinal ?? 0)}
      aria-valuetext={stops[index]?.name ?? m.app_rail_before()}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        moveTo(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event)
      }}
    >
      {stops.map((stop, i) => (
        <span
          key={stop.ordinal}
          className={styles.stop}
          data-place={placeOf(i, index, through === undefined ? index : end)}
        >
          {stop.label}
        </span>
      ))}
    </div>
  )
}
