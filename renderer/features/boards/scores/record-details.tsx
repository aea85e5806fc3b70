import type { Decomposition } from '@shared/boards/scores-schema'
import { m } from '@shared/messages'
import styles from './record-details.module.css'
import { scoreFigure } from './skill-words'

/** Where a Brier score comes from: Murphy's three parts, each in one sentence. */
export function RecordDetails({ parts }: { readonly parts: Decomposition }) {
  const rows = [
    {
      sign: '',
      name: m.scores_reliability(),
      value: parts.reliability,
      words: m.scores_reliability_words(),
    },
    { sign: '−', name: m.scores_resolution(), value: parts.resolution, words: m.scores_resolution_words() },
    {
      sign: '+',
      name: m.scores_uncertainty(),
      value: parts.uncertainty,
      words: m.scores_uncertainty_words(),
    },
    { sign: '=', name: m.scores_brier(), value: parts.brier, words: m.scores_sum_words() },
  ]
  return (
    <details className={styles.details}>
      <summary>{m.scores_details()}</summary>
      <dl>
        {rows.map(({ sign, name, value, words }) => (
          <div key={name}>
            <dt>
              {name}
              <span className={styles.figure}>
                {sign} {scoreFigure(value)}
              </span>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
