import { m } from '@shared/messages'
import { useState } from 'react'
import { SectionHead } from '../../../ui/head'
import { Select } from '../../../ui/select'
import { moment, percent } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { grouped, optionNames } from '../board-words'
import { faceOf, type PageOfCard } from '../card/card-of-page'
import { stepsOf } from '../card/history-steps'
import styles from './odds-history.module.css'
import { OddsRows } from './odds-rows'

const SIZE = { width: 264, height: 96 } as const

/** Everybody's odds over time: a step for each time that they changed, and the same as a table. */
export function OddsHistory({ card }: { readonly card: PageOfCard }) {
  const { people } = useBoardTools()
  const [option, setOption] = useState(0)
  const names = optionNames(card.form)
  const { given, blind } = card.odds
  if (given === 0) return null
  const steps = stepsOf(card.history, option, SIZE)
  const rows = [...card.history].reverse()
  return (
    <section className={styles.part}>
      <SectionHead title={m.boards_odds()} level={3} />
      {names.length > 2 && (
        <Select
          label={m.boards_option()}
          hideLabel
          choices={names.map((label, at) => ({ id: String(at), label }))}
          value={String(option)}
          onChange={(id) => setOption(Number(id))}
        />
      )}
      {blind && <p className="muted">{m.boards_blind_page()}</p>}
      <OddsRows card={faceOf(card)} option={option} />
      {steps.length > 0 && (
        <svg
          className={styles.chart}
          viewBox={`0 -4 ${SIZE.width} ${SIZE.height + 8}`}
          role="img"
          aria-label={m.boards_history_chart()}
        >
          {[0, 50, 100].map((line) => (
            <line
              key={line}
              className={styles.grid}
              x1={0}
              x2={SIZE.width}
              y1={SIZE.height - (line / 100) * SIZE.height}
              y2={SIZE.height - (line / 100) * SIZE.height}
            />
          ))}
          {steps.map(({ memberId, path, end }) => {
            const ink = `var(--p${people.of(memberId).colour})`
            return (
              <g key={memberId}>
                <path d={path} fill="none" stroke={ink} strokeWidth={2} />
                <circle cx={end.x} cy={end.y} r={3} fill={ink} />
              </g>
            )
          })}
        </svg>
      )}
      {rows.length > 0 && (
        <details className={styles.more}>
          <summary>{m.boards_history()}</summary>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{m.boards_history_who()}</th>
                <th scope="col">{m.boards_history_when()}</th>
                <th scope="col">{m.boards_odds()}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, memberId, at, odds, late, seal }) => (
                <tr key={id}>
                  <td>{people.of(memberId).called}</td>
                  <td>{moment(at)}</td>
                  <td>
                    <span className={styles.figure}>
                      {odds ? percent(odds[option] ?? 0) : grouped(seal?.fingerprint ?? '')}
                    </span>
                    {late && <small>{m.boards_late()}</small>}
                    {seal && (
                      <small>
                        {odds && <span className={styles.print}>{grouped(seal.fingerprint)}</span>}{' '}
                        {seal.matches === null
                          ? m.boards_seal_closed()
                          : seal.matches
                            ? m.boards_seal_ok()
                            : m.boards_seal_wrong()}
                      </small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}
