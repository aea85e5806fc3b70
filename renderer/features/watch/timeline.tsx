import type { EvidenceMoment } from '@shared/boards/evidence-schema'
import { m } from '@shared/messages'
import type { NoteRow } from '@shared/notes/schema'
import type { Speech } from '@shared/subtitles/schema'
import { formatTimecode } from '@shared/timecode'
import type { KeyboardEvent, PointerEvent } from 'react'
import { Keys } from '../../ui/kbd'
import { Veil } from '../../ui/veil'
import styles from './timeline.module.css'
import { density, type Mark, marksOf, ticksOf } from './timeline-rules'
import { type OnScreen, usePosition } from './use-watching'

const PARTS = 54
const GROUND = 60
const HIGHEST = 36
/** Without a runtime the strip is as long as what is known, and a little more. */
const ASSUMED_MS = 30 * 60_000

interface TimelineProps {
  readonly onScreen: OnScreen
  readonly rows: readonly NoteRow[]
  readonly speech: Speech | undefined
  /** The moments on which cards of the board rest. */
  readonly evidence: readonly EvidenceMoment[]
  readonly onSeek: (positionMs: number) => void
}

function MarkShape({ mark, at }: { readonly mark: Mark; readonly at: string }) {
  return (
    <svg x={at} overflow="visible" className={styles[mark.kind]} aria-hidden="true">
      <path d={`M0 14V${GROUND}`} strokeWidth="1.5" stroke="currentColor" />
      {mark.kind === 'pinned' && <circle cx="0" cy="12" r="4.5" fill="currentColor" />}
      {mark.kind === 'quote' && <rect x="-4" y="8" width="8" height="8" fill="currentColor" />}
      {mark.kind === 'question' && (
        <circle cx="0" cy="12" r="4" className={styles.hollow} strokeWidth="2" stroke="currentColor" />
      )}
    </svg>
  )
}

/** Evidence is a diamond; what speaks against its card is an empty one. */
function EvidenceShape({ moment, at }: { readonly moment: EvidenceMoment; readonly at: string }) {
  const isFor = moment.stance === 'for'
  return (
    <svg x={at} overflow="visible" className={styles.evidence} aria-hidden="true">
      <path d={`M0 14V${GROUND}`} strokeWidth="1.5" stroke="currentColor" />
      <path
        d="M0 6l6 6l-6 6l-6 -6z"
        stroke="currentColor"
        strokeWidth="1.5"
        {...(isFor ? { fill: 'currentColor' } : { className: styles.hollow })}
      />
      <title>{moment.text}</title>
    </svg>
  )
}

function Legend() {
  return (
    <>
      <span>
        <svg width="10" height="10" aria-hidden="true" className={styles.bar}>
          <rect y="2" width="10" height="8" fill="currentColor" />
        </svg>
        {m.watch_strip_notes()}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true" className={styles.pinned}>
          <circle cx="5" cy="5" r="4" fill="currentColor" />
        </svg>
        {m.watch_strip_pinned()}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true" className={styles.quote}>
          <rect x="1" y="1" width="8" height="8" fill="currentColor" />
        </svg>
        {m.watch_strip_quotes()}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true" className={styles.question}>
          <circle cx="5" cy="5" r="3.5" className={styles.hollow} strokeWidth="2" stroke="currentColor" />
        </svg>
        {m.watch_strip_questions()}
      </span>
      <span>
        <svg width="12" height="12" aria-hidden="true" className={styles.evidence}>
          <path d="M6 0l6 6l-6 6l-6 -6z" fill="currentColor" />
        </svg>
        {m.watch_strip_evidence()}
      </span>
    </>
  )
}

/** The episode as a strip: how thick the notes lie, what is pinned and quoted, who speaks, and where the clock is. */
export function Timeline({ onScreen, rows, speech, evidence, onSeek }: TimelineProps) {
  const position = usePosition(onScreen, 1000)
  const runtimeMs = onScreen.watching?.runtimeMs ?? null
  const lastMs = rows.reduce((last, { atMs }) => Math.max(last, atMs ?? 0), position)
  const length = runtimeMs ?? Math.max(ASSUMED_MS, Math.ceil(lastMs / 300_000) * 300_000)
  const until = position + 999
  const bars = density(rows, length, PARTS, until)
  const most = Math.max(3, ...bars)
  const share = (ms: number) => `${Math.min(100, Math.max(0, (ms / length) * 100))}%`
  const here = share(position)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Record<string, number> = {
      ArrowLeft: -5000,
      ArrowRight: 5000,
      PageDown: -60_000,
      PageUp: 60_000,
    }
    const step = steps[event.key]
    const to =
      step !== undefined
        ? onScreen.positionNow() + step
        : event.key === 'Home'
          ? 0
          : event.key === 'End' && runtimeMs !== null
            ? runtimeMs
            : null
    if (to === null) return
    event.preventDefault()
    onSeek(to)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    onSeek(((event.clientX - left) / width) * length)
  }
  return (
    <section className={styles.strip} aria-label={m.watch_strip()}>
      <div className={styles.head}>
        <Legend />
        <span className={styles.keys}>
          <Keys of={['Ctrl', 'Left']} /> {m.watch_previous_note()}
        </span>
        <span>
          <Keys of={['Ctrl', 'Right']} /> {m.watch_next_note()}
        </span>
      </div>
      <div
        className={styles.wrap}
        role="slider"
        tabIndex={0}
        aria-label={m.watch_strip()}
        aria-valuemin={0}
        aria-valuemax={length}
        aria-valuenow={position}
        aria-valuetext={m.watch_strip_at({ time: formatTimecode(position), of: formatTimecode(length) })}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      >
        <svg className={styles.drawing} aria-hidden="true">
          {bars.map((count, part) =>
            count === 0 ? null : (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the strip have their places
                key={part}
                className={styles.bar}
                fill="currentColor"
                x={`${((part + 0.08) / PARTS) * 100}%`}
                width={`${(0.84 / PARTS) * 100}%`}
                y={GROUND - (count / most) * HIGHEST}
                height={(count / most) * HIGHEST}
              />
            ),
          )}
          <line x1="0" x2="100%" y1={GROUND + 0.5} y2={GROUND + 0.5} className={styles.ground} />
          <line x1="0" x2={here} y1={GROUND + 0.5} y2={GROUND + 0.5} className={styles.passed} />
          {(speech?.spans ?? []).map(([from, to]) =>
            from > until || from >= length ? null : (
              <rect
                key={`${from}-${to}`}
                className={styles.speech}
                x={share(from)}
                width={share(Math.min(to, length) - from)}
                y="67"
                height="3"
              />
            ),
          )}
          {marksOf(rows, until).map((mark) => (
            <MarkShape key={mark.id} mark={mark} at={share(mark.atMs)} />
          ))}
          {evidence
            .filter(({ atMs }) => atMs <= until)
            .map((moment) => (
              <EvidenceShape key={moment.id} moment={moment} at={share(moment.atMs)} />
            ))}
          <line x1={here} x2={here} y1="0" y2="74" className={styles.playhead} />
        </svg>
        {position < length * 0.92 && (
          <span className={styles.ahead} style={{ left: `calc(${here} + 4px)` }}>
            <Veil safeAfter={null} words={m.watch_not_reached()} />
          </span>
        )}
      </div>
      <div className={styles.scale} aria-hidden="true">
        {ticksOf(length).map((at) => (
          <span key={at} style={{ left: `${(at / length) * 100}%` }} data-first={at === 0 || undefined}>
            {formatTimecode(at)}
          </span>
        ))}
        <span className={styles.end}>{runtimeMs === null ? '' : formatTimecode(runtimeMs)}</span>
        <b style={{ left: `clamp(22px, ${here}, calc(100% - 22px))` }}>{formatTimecode(position)}</b>
      </div>
    </section>
  )
}
