import type { OpenQuestion } from '@shared/boards/schema'
import { m } from '@shared/messages'
import type { LastSeen } from '@shared/recap/schema'
import { useShow } from '../../api/current-show'
import { TextLink } from '../../ui/button'
import { episodeLabel } from '../../ui/words'
import styles from './away.module.css'
import { awayWords } from './words'

/** As many as can be read at a glance; the board has them all. */
const MOST = 6

interface AwayProps {
  readonly lastSeen: LastSeen
  readonly questions: readonly OpenQuestion[]
}

/** After a long break: how long it was, and what was open when it began. */
export function Away({ lastSeen, questions }: AwayProps) {
  const { episodeByOrdinal } = useShow()
  const episode = episodeByOrdinal(lastSeen.ordinal)
  if (!episode) return null
  const more = questions.length - MOST
  return (
    <section className={styles.away} aria-labelledby="recap-away">
      <h2 id="recap-away" className={styles.when}>
        {awayWords(lastSeen, episode)}
      </h2>
      {questions.length > 0 && (
        <>
          <h3 className="t-label muted">{m.recap_open_then()}</h3>
          <ul className={styles.questions}>
            {questions.slice(0, MOST).map(({ id, text, ordinal, mine }) => {
              const raised = episodeByOrdinal(ordinal)
              const from = [mine ? m.recap_yours() : null, raised ? episodeLabel(raised) : null]
              return (
                <li key={id}>
                  <span className={styles.question}>{text}</span>{' '}
                  <span className="t-caption subtle">{from.filter((one) => one !== null).join(' · ')}</span>
                </li>
              )
            })}
          </ul>
          <TextLink to="/speculation">
            {more > 0 ? m.recap_open_more({ count: more }) : m.recap_open_board()}
          </TextLink>
        </>
      )}
    </section>
  )
}
