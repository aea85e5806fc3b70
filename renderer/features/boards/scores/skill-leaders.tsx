import type { Means, ScoreRow } from '@shared/boards/scores-schema'
import type { MemberId } from '@shared/ids'
import { m } from '@shared/messages'
import { Link } from '@tanstack/react-router'
import type { People } from '../../../api/people'
import { cx } from '../../../ui/cx'
import { Who } from '../../../ui/who'
import styles from './skill-leaders.module.css'
import { scoreFigure } from './skill-words'

interface SkillLeadersProps {
  readonly rows: readonly ScoreRow[]
  readonly crowd: Means | null
  readonly people: People
  /** Whose row is in rouge; null for nobody's. */
  readonly as: MemberId | null
  /** On paper nothing leads anywhere. */
  readonly isPaper?: boolean
}

/** Who guesses how well: the lowest score first. A row leads to that member's record. */
export function SkillLeaders({ rows, crowd, people, as, isPaper = false }: SkillLeadersProps) {
  return (
    <>
      <table className={styles.leaders}>
        <colgroup>
          <col className={styles.rank} />
          <col />
          <col className={styles.score} />
          <col className={styles.count} />
        </colgroup>
        <thead className="vh">
          <tr>
            <th scope="col">{m.scores_rank()}</th>
            <th scope="col">{m.scores_table_who()}</th>
            <th scope="col">{m.scores_brier()}</th>
            <th scope="col">{m.scores_table_n_long()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ memberId, rank, brier, predictions }) => {
            const person = people.of(memberId)
            const name = isPaper ? person.called : person.name
            return (
              <tr key={memberId} className={cx(memberId === as && styles.me, isPaper && styles.still)}>
                <td>{rank}</td>
                <td>
                  <span className={styles.who}>
                    <Who name={person.called} colour={person.colour} size="sm" silent />
                    {isPaper ? (
                      <span className={styles.name}>{name}</span>
                    ) : (
                      <Link
                        to="/speculation/record"
                        search={{ member: memberId }}
                        className={cx(styles.name)}
                        title={name}
                      >
                        {name}
                      </Link>
                    )}
                  </span>
                </td>
                <td>{scoreFigure(brier)}</td>
                <td>{predictions}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.how}>
        {crowd && <>{m.scores_crowd_scores({ score: scoreFigure(crowd.brier) })} </>}
        {m.scores_how()}
      </p>
    </>
  )
}
