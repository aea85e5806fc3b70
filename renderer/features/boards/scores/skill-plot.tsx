import type { Calibration, CalibrationDot } from '@shared/boards/scores-schema'
import { m } from '@shared/messages'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { TextButton } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import { percent } from '../../../ui/words'
import styles from './skill-plot.module.css'
import {
  labelSpots,
  lineThrough,
  PLOT,
  type PlotDot,
  plotted,
  READOUT,
  readoutSpot,
  xOf,
  yOf,
} from './skill-plot-geometry'
import { dotWords } from './skill-words'

interface SkillPlotProps {
  readonly own: Calibration
  readonly crowd: Calibration
  /** What the line is called: You, or a name. */
  readonly name: string
  /** The same in a sentence or two, for who cannot see the plot. */
  readonly words: string
}

const MARKS = [0, 25, 50, 75, 100] as const
const FIGURES = [0, 50, 100] as const
/** A name on the plot is cut after so many letters; about 7 px each. */
const LONGEST = 14
const LETTER = 7
const shortened = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)

/** How often what was said came about, as a plot, or as a table of the same numbers. */
export function SkillPlot({ own, crowd, name, words }: SkillPlotProps) {
  const [isTable, setTable] = useState(false)
  return (
    <div className={styles.figure}>
      {isTable ? (
        <SkillTable own={own} crowd={crowd} name={name} />
      ) : (
        <Plot own={own} crowd={crowd} name={name} words={words} />
      )}
      {own.dots.length + crowd.dots.length > 0 && (
        <p className={styles.switch}>
          <TextButton onPress={() => setTable(!isTable)}>
            {isTable ? m.scores_as_plot() : m.scores_as_table()}
          </TextButton>
        </p>
      )}
    </div>
  )
}

function Plot({ own, crowd, name, words }: SkillPlotProps) {
  const [at, setAt] = useState(0)
  const [shown, setShown] = useState<number | null>(null)
  const field = useRef<SVGSVGElement>(null)
  const mine = plotted(own.dots)
  const theirs = plotted(crowd.dots)
  const label = shortened(name)
  const crowds = m.scores_crowd()
  const [mineAt, theirsAt] = labelSpots([
    { line: mine, width: label.length * LETTER },
    { line: theirs, width: crowds.length * LETTER },
  ])
  const open = shown === null ? undefined : mine[shown]
  // whoever comes by key comes to one dot, and goes on with the arrows
  const walk = (event: KeyboardEvent, from: number) => {
    const steps: Record<string, number> = {
      ArrowRight: from + 1,
      ArrowLeft: from - 1,
      Home: 0,
      End: mine.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined || to < 0 || to >= mine.length) return
    event.preventDefault()
    setAt(to)
    field.current?.querySelector<SVGGElement>(`[data-dot="${to}"]`)?.focus()
  }
  return (
    <div className={styles.plot}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of dots within a picture */}
      <svg
        ref={field}
        viewBox={`0 0 ${PLOT.size} ${PLOT.size}`}
        role="group"
        aria-label={m.scores_plot({ words })}
      >
        <g className={styles.grid}>
          {MARKS.map((mark) => (
            <path
              key={mark}
              d={`M${xOf(mark)} ${yOf(0)}V${yOf(1)}M${xOf(0)} ${yOf(mark / 100)}H${xOf(100)}`}
            />
          ))}
        </g>
        <path className={styles.even} d={`M${xOf(0)} ${yOf(0)}L${xOf(100)} ${yOf(1)}`} />
        <path className={styles.crowd} d={lineThrough(theirs)} />
        {theirs.length === 1 &&
          theirs.map(({ x, y }) => <circle key={x} className={styles.lone} cx={x} cy={y} r={3} />)}
        <path className={styles.mine} d={lineThrough(mine)} />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g className={styles.figures} aria-hidden="true">
          {FIGURES.map((mark) => (
            <g key={mark}>
              <text x={xOf(mark)} y={252} textAnchor="middle">
                {mark}
              </text>
              <text x={22} y={yOf(mark / 100) + 4} textAnchor="end">
                {mark}
              </text>
            </g>
          ))}
        </g>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g className={styles.names} aria-hidden="true">
          <text x={xOf(50)} y={268} textAnchor="middle" className={styles.axis}>
            {m.scores_axis()}
          </text>
          {theirsAt && (
            <text x={theirsAt.x} y={theirsAt.y} textAnchor={theirsAt.anchor} className={styles.crowdName}>
              {crowds}
            </text>
          )}
          {mineAt && (
            <text x={mineAt.x} y={mineAt.y} textAnchor={mineAt.anchor} className={styles.mineName}>
              {label}
            </text>
          )}
        </g>
        {open && <Interval of={open} />}
        {mine.map(({ x, y, r, dot }, turn) => (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a dot says its numbers and does nothing
          <g
            key={dot.said}
            data-dot={turn}
            className={styles.dot}
            role="img"
            aria-label={dotWords(dot)}
            tabIndex={turn === Math.min(at, mine.length - 1) ? 0 : -1}
            onKeyDown={(event) => walk(event, turn)}
            onFocus={() => {
              setAt(turn)
              setShown(turn)
            }}
            onBlur={() => setShown(null)}
            onPointerEnter={() => setShown(turn)}
            onPointerLeave={() => setShown(null)}
          >
            <circle className={styles.reach} cx={x} cy={y} r={14} />
            <circle className={styles.ring} cx={x} cy={y} r={r + 4} />
            <circle className={styles.disc} cx={x} cy={y} r={r} />
          </g>
        ))}
      </svg>
      {open && <Readout of={open} />}
    </div>
  )
}

/** The 95 % interval of a dot: a line with two ends. */
const Interval = ({ of: { x, high, low } }: { readonly of: PlotDot }) => (
  <path className={styles.interval} d={`M${x} ${high}V${low}M${x - 4} ${high}h8M${x - 4} ${low}h8`} />
)

/** The numbers of a dot, beside it, where they hide neither it nor its interval. */
function Readout({ of: { x, y, dot } }: { readonly of: PlotDot }) {
  const { left, top } = readoutSpot({ x, y })
  return (
    <p className={cx(styles.readout)} style={{ left, top, width: READOUT.width }} aria-hidden="true">
      {dotWords(dot)}
    </p>
  )
}

interface Line {
  readonly who: string
  readonly dots: readonly CalibrationDot[]
}

function SkillTable({ own, crowd, name }: Omit<SkillPlotProps, 'words'>) {
  const id = useId()
  const lines: Line[] = [
    { who: name, dots: own.dots },
    { who: m.scores_crowd(), dots: crowd.dots },
  ]
  return (
    <table className={styles.table} aria-labelledby={id}>
      <caption id={id}>{m.scores_table_caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.scores_table_who()}</th>
          <th scope="col">{m.scores_table_said()}</th>
          <th scope="col">{m.scores_table_came()}</th>
          <th scope="col">{m.scores_table_within()}</th>
          <th scope="col">
            <abbr title={m.scores_table_forecasts()}>{m.scores_table_n()}</abbr>
          </th>
        </tr>
      </thead>
      {lines.map(({ who, dots }, turn) => (
        <tbody key={who} className={cx(turn === 0 && styles.own)}>
          {dots.map(({ said, share, low, high, n }, row) => (
            <tr key={said}>
              {row === 0 && (
                <th scope="rowgroup" rowSpan={dots.length}>
                  {who}
                </th>
              )}
              <td>{percent(said)}</td>
              <td>{percent(100 * share)}</td>
              <td>{m.scores_range({ low: String(Math.round(100 * low)), high: percent(100 * high) })}</td>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
