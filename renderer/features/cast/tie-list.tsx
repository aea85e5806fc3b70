import { m } from '@shared/messages'
import { Link } from '@tanstack/react-router'
import type { EpisodeMarks } from './episode-marks'
import type { MetRole } from './grouping'
import styles from './tie-list.module.css'
import type { Bond, Tie, Ties } from './ties'

/** When it ended, once it has; else since when. What began and ended in one episode was in it. */
function timeOf({ since, until }: Tie, marks: EpisodeMarks): string {
  if (until === null) return m.cast_since({ episode: marks.mark(since) })
  return until === since
    ? m.cast_in({ episode: marks.mark(since) })
    : m.cast_until({ episode: marks.mark(until) })
}

const storyOf = (tie: Tie, marks: EpisodeMarks) => [tie.label, timeOf(tie, marks)].filter(Boolean).join(', ')

interface TieListProps {
  readonly role: MetRole
  readonly ties: Ties
  readonly marks: EpisodeMarks
}

/** What a role does and whom it stands with or against. */
export function TieList({ role, ties, marks }: TieListProps) {
  const first = role.seenIn[0]
  const last = role.seenIn.at(-1)
  const lines: readonly [string, readonly Bond[]][] = [
    [m.cast_works_for(), ties.worksFor],
    [m.cast_works_with(), ties.worksWith],
    [m.cast_close_to(), ties.closeTo],
    [m.cast_at_odds(), ties.atOdds],
  ]
  return (
    <dl className={styles.lines}>
      {role.work && (
        <div>
          <dt>{m.cast_works()}</dt>
          <dd>{role.work}</dd>
        </div>
      )}
      {lines
        .filter(([, of]) => of.length > 0)
        .map(([label, of]) => (
          <div key={label}>
            <dt>{label}</dt>
            {of.map(({ other, ties: history }) => (
              <dd key={other.id}>
                <Link to="/cast/$roleId" params={{ roleId: other.id }} className={styles.other}>
                  {other.name}
                </Link>
                {history.length === 1 && history[0] ? (
                  <span className="muted">{`, ${storyOf(history[0], marks)}`}</span>
                ) : (
                  <ul className={styles.history}>
                    {history.map((tie) => (
                      <li key={tie.id}>{storyOf(tie, marks)}</li>
                    ))}
                  </ul>
                )}
              </dd>
            ))}
          </div>
        ))}
      {first !== undefined && last !== undefined && (
        <>
          <div>
            <dt>{first === last ? m.cast_seen_in() : m.cast_first_seen()}</dt>
            <dd className={styles.seen}>{marks.label(first)}</dd>
          </div>
          {first !== last && (
            <div>
              <dt>{m.cast_last_seen()}</dt>
              <dd className={styles.seen}>{marks.label(last)}</dd>
            </div>
          )}
        </>
      )}
    </dl>
  )
}
