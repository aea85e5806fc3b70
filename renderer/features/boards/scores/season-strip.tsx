import type { SeasonEntry } from '@shared/boards/scores-schema'
import { m } from '@shared/messages'
import type { People } from '../../../api/people'
import { Who } from '../../../ui/who'
import { percent } from '../../../ui/words'
import styles from './season-strip.module.css'
import { stacked } from './season-strip-geometry'
import { scoreFigure, toldOdds, toldOn, toldOption, toneOf } from './skill-words'

/** Two discs of 20 px on a line of 500 px and more touch below this distance, in percent. */
const APART = 4.2
/** Between two levels, in px. */
const LEVEL = 22

interface SeasonStripProps {
  readonly entry: SeasonEntry
  readonly people: People
}

/** Where everybody stood on a line from 0 to 100, the crowd under it, the end that came true marked; then by name. */
export function SeasonStrip({ entry: { card, seers, crowd }, people }: SeasonStripProps) {
  const on = toldOn(card.form, card.outcome)
  const placed = stacked(
    seers.map((seer) => ({ of: seer, at: toldOdds(card, seer.odds) })),
    APART,
  )
  const height = 20 + LEVEL * Math.max(0, ...placed.map(({ level }) => level))
  const truth = card.form.is === 'yes-no' && card.outcome === 1 ? 0 : 100
  const crowds = crowd?.odds[toldOption(card)]
  return (
    <div className={styles.strip}>
      {on !== null && <p className={styles.on}>{m.scores_odds_on({ option: on })}</p>}
      <div className={styles.line} style={{ paddingTop: height + 6 }} aria-hidden="true">
        <i className={styles.truth} style={{ left: `${truth}%` }} />
        {placed.map(({ of: { memberId }, at, level }) => {
          const { called, colour } = people.of(memberId)
          return (
            <span
              key={memberId}
              className={styles.disc}
              style={{ left: `${at}%`, top: height - 20 - level * LEVEL }}
            >
              <Who name={called} colour={colour} size="sm" silent />
            </span>
          )
        })}
        {crowds !== undefined && <b className={styles.crowd} style={{ left: `${crowds}%` }} />}
      </div>
      <ul className={styles.names}>
        {seers.map(({ memberId, odds, brier }) => (
          <li key={memberId}>
            {people.of(memberId).called} <span>{percent(toldOdds(card, odds))}</span>{' '}
            <span data-tone={toneOf(brier, odds.length) ?? undefined}>{scoreFigure(brier, 2)}</span>
          </li>
        ))}
        {crowds !== undefined && crowd && (
          <li className={styles.all}>
            {m.scores_crowd()} <span>{percent(crowds)}</span> <span>{scoreFigure(crowd.brier, 2)}</span>
          </li>
        )}
      </ul>
    </div>
  )
}
