import { m } from '@shared/messages'
import type { People } from '../../../api/people'
import { AskTrouble } from '../../../ui/ask-trouble'
import { TextLink } from '../../../ui/button'
import { SectionHead } from '../../../ui/head'
import { SkeletonLines } from '../../../ui/skeleton'
import type { BoardChoice } from '../use-board'
import { useScores } from './skill-asks'
import { SkillLeaders } from './skill-leaders'
import styles from './skill-panel.module.css'
import { SkillPlot } from './skill-plot'
import { habitWords } from './skill-words'

interface SkillPanelProps {
  readonly choice: BoardChoice
  readonly people: People
}

/** How well whoever guesses means what they say, and who guesses best. */
export function SkillPanel({ choice, people }: SkillPanelProps) {
  const scores = useScores(choice)
  const { data } = scores
  const person = people.of(choice.as)
  const words = data ? habitWords(data.own, person) : ''
  return (
    <div className={styles.panel}>
      <section>
        <SectionHead title={person.me ? m.scores_yours() : m.scores_theirs({ name: person.name })} />
        {data && <p className={styles.words}>{words}</p>}
        {scores.isPending && <SkeletonLines lines={2} />}
        {scores.error && <AskTrouble error={scores.error} onRetry={() => void scores.refetch()} />}
      </section>
      {data && <SkillPlot own={data.own} crowd={data.ofCrowd} name={person.name} words={words} />}
      {data && (
        <section>
          <SectionHead title={m.scores_brier()} end={m.scores_lower()} />
          {data.rows.length === 0 ? (
            <p className={styles.words}>{m.scores_none()}</p>
          ) : (
            <SkillLeaders rows={data.rows} crowd={data.crowd} people={people} as={data.as} />
          )}
        </section>
      )}
      {data && data.rows.length > 0 && (
        <p>
          <TextLink to="/speculation/season">{m.scores_to_season()}</TextLink>
        </p>
      )}
    </div>
  )
}
