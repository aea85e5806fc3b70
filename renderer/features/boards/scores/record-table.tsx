import type { RecordEntry } from '@shared/boards/scores-schema'
import { language, m } from '@shared/messages'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useShow } from '../../../api/current-show'
import { cx } from '../../../ui/cx'
import { Icon } from '../../../ui/icon'
import { usePageWindow } from '../../../ui/use-page-window'
import { episodeCode, episodeLabel, percent } from '../../../ui/words'
import { outcomeWords } from '../board-words'
import { coursePath } from './record-course'
import { inRecordOrder, type RecordColumn, type RecordOrder, turned } from './record-sorting'
import styles from './record-table.module.css'
import { relativeFigure, scoreFigure, toldOn, toldOption, toneOf } from './skill-words'

/** How high a row is before it is drawn, in px: a line of words and its verdict. */
const ROW_HEIGHT = 58
const COURSE = { width: 72, height: 20 } as const

const COLUMNS: readonly { readonly by: RecordColumn; readonly name: () => string }[] = [
  { by: 'decided', name: m.scores_decided },
  { by: 'text', name: m.scores_prediction },
  { by: 'brier', name: m.scores_brier_short },
  { by: 'log', name: m.scores_log_short },
  { by: 'relativeBrier', name: m.scores_relative_brier },
  { by: 'relativeLog', name: m.scores_relative_log },
  { by: 'rank', name: m.scores_rank },
]
/** The course stands after the words, and has no order. */
const AFTER: RecordColumn = 'text'

/** Every prediction that was scored; its heads put it in order. */
export function RecordTable({ entries }: { readonly entries: readonly RecordEntry[] }) {
  const [order, setOrder] = useState<RecordOrder>({ by: 'decided', down: false })
  const isAlone = entries.some(({ relativeBrier }) => relativeBrier === null)
  const ordered = useMemo(() => inRecordOrder(entries, order, language()), [entries, order])
  const list = useRef<HTMLTableSectionElement>(null)
  const { places, before, after, measure, isAll } = usePageWindow({
    list,
    count: ordered.length,
    height: ROW_HEIGHT,
  })
  return (
    <div className={styles.frame}>
      <table className={styles.table} data-long={!isAll || undefined} aria-rowcount={ordered.length + 1}>
        <caption className="vh">{m.scores_record_caption()}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.flatMap(({ by, name }) => [
              <th
                key={by}
                scope="col"
                aria-sort={order.by === by ? (order.down ? 'descending' : 'ascending') : 'none'}
              >
                <Button className={cx(styles.sort)} onPress={() => setOrder(turned(order, by))}>
                  {name()}
                  {order.by === by && <Icon of={order.down ? IconArrowDown : IconArrowUp} size="sm" />}
                </Button>
              </th>,
              ...(by === AFTER
                ? [
                    <th key="course" scope="col">
                      {m.scores_course()}
                    </th>,
                  ]
                : []),
            ])}
          </tr>
        </thead>
        <tbody ref={list}>
          <Room height={before} />
          {places.map((place) => {
            const entry = ordered[place]
            return entry && <Row key={entry.card.id} entry={entry} place={place} measure={measure} />
          })}
          <Room height={after} />
        </tbody>
      </table>
      <p className={styles.note}>
        {m.scores_record_how()} {isAlone && m.scores_alone()}
      </p>
    </div>
  )
}

const SILENT = { 'aria-hidden': true } as const

/** The room that rows take which are not drawn. */
const Room = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr className={styles.room} {...SILENT}>
      <td colSpan={COLUMNS.length + 1} style={{ height }} />
    </tr>
  )

interface RowProps {
  readonly entry: RecordEntry
  /** How many come before it. */
  readonly place: number
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined
}

function Row({ entry, place, measure }: RowProps) {
  const { episodeByOrdinal } = useShow()
  const { card, brier, log, relativeBrier, relativeLog, rank, of } = entry
  const { form, outcome, kind } = card
  const episode = episodeByOrdinal(card.ordinal)
  const options = entry.course[0]?.odds.length ?? 2
  const isNo = form.is === 'yes-no' && outcome === 1
  return (
    <tr ref={measure} data-index={place} aria-rowindex={place + 2}>
      <td className={styles.code}>{episode ? episodeCode(episode) : m.scores_no_episode()}</td>
      <th scope="row">
        <span className={styles.text}>{card.text === '' ? m.scores_sealed_words() : card.text}</span>
        <span className={cx(styles.verdict, isNo ? styles.no : styles.yes)}>
          {outcomeWords(outcome, form, kind)}
        </span>
      </th>
      <td>
        <Course entry={entry} />
      </td>
      <td data-tone={toneOf(brier, options) ?? undefined}>{scoreFigure(brier)}</td>
      <td>{scoreFigure(log)}</td>
      <Relative value={relativeBrier} />
      <Relative value={relativeLog} />
      <td>{m.scores_rank_of({ rank: String(rank), of: String(of) })}</td>
    </tr>
  )
}

const Relative = ({ value }: { readonly value: number | null }) =>
  value === null ? (
    <td className={styles.undefined} title={m.scores_alone()}>
      {m.scores_undefined()}
    </td>
  ) : (
    <td>{relativeFigure(value)}</td>
  )

/** How the odds went: on yes, or on what came. */
function Course({ entry: { course, card } }: { readonly entry: RecordEntry }) {
  const { episodeByOrdinal } = useShow()
  const option = toldOption(card)
  const on = toldOn(card.form, card.outcome)
  const at = (turn: number) => percent(course.at(turn)?.odds[option] ?? 0)
  const spoken = course
    .map(({ after, length, odds }) => {
      const from = episodeByOrdinal(after)
      const words = { odds: percent(odds[option] ?? 0), count: length }
      return from ? m.scores_stood({ ...words, episode: episodeLabel(from) }) : m.scores_stood_first(words)
    })
    .join('; ')
  const told = on === null ? spoken : `${m.scores_odds_on({ option: on })}: ${spoken}`
  return (
    <span className={styles.course} title={told}>
      <svg viewBox={`-1 -1 ${COURSE.width + 2} ${COURSE.height + 2}`} aria-hidden="true">
        <path className={styles.ground} d={`M0 ${COURSE.height}H${COURSE.width}M0 0H${COURSE.width}`} />
        <path className={styles.steps} d={coursePath(course, option, COURSE)} />
      </svg>
      <span aria-hidden="true">{course.length === 1 ? at(0) : `${at(0)} → ${at(-1)}`}</span>
      <span className="vh">{told}</span>
    </span>
  )
}
