import type { SeasonEntry, SeasonScores } from '@shared/boards/scores-schema'
import { m } from '@shared/messages'
import { useShow } from '../../../api/current-show'
import { SectionHead } from '../../../ui/head'
import { Who } from '../../../ui/who'
import { episodeLabel, listed, spelled, spelledFirst } from '../../../ui/words'
import { outcomeWords, percent } from '../board-words'
import type { People } from '../use-people'
import styles from './season-sheet.module.css'
import { SeasonStrip } from './season-strip'
import { SkillLeaders } from './skill-leaders'
import { scoreFigure, toldOdds } from './skill-words'

interface SeasonSheetProps {
  readonly scores: SeasonScores
  /** What the season is called. */
  readonly season: string
  readonly people: People
  readonly isPaper?: boolean
}

/** Who saw a season coming, as a programme: who guessed best, then one prediction after the other. */
export function SeasonSheet({
  scores: { entries, rows, crowd },
  season,
  people,
  isPaper = false,
}: SeasonSheetProps) {
  const { page } = useShow()
  const decided = entries.filter(({ card }) => card.outcome !== 'void')
  const fallen = entries.filter(({ card }) => card.outcome === 'void')
  const best = rows.filter(({ rank }) => rank === 1)
  return (
    <article className={styles.sheet}>
      <header className={styles.head} data-block>
        <p className={styles.show}>{page?.show.title}</p>
        <h1 className={styles.title}>
          {m.scores_season_before()}
          <em>{m.scores_season_em()}</em>
        </h1>
        <p className={styles.under}>
          {m.scores_season_under({
            season,
            count: decided.length,
            spelled: spelled(decided.length),
          })}
        </p>
      </header>
      {rows.length > 0 && (
        <section className={styles.table} data-block>
          <div className={styles.best}>
            <span className={styles.discs}>
              {best.map(({ memberId }) => {
                const { called, colour } = people.of(memberId)
                return <Who key={memberId} name={called} colour={colour} silent />
              })}
            </span>
            <p>
              {m.scores_best({
                count: best.length,
                names: listed(best.map(({ memberId }) => people.of(memberId).called)),
                score: scoreFigure(best[0]?.brier ?? 0),
              })}
            </p>
          </div>
          <div>
            <SectionHead title={m.scores_brier()} end={m.scores_lower()} />
            <SkillLeaders
              rows={rows}
              crowd={crowd}
              people={people}
              as={isPaper ? null : people.me}
              isPaper={isPaper}
            />
          </div>
        </section>
      )}
      {decided.map((entry) => (
        <Decided key={entry.card.id} entry={entry} people={people} />
      ))}
      {fallen.length > 0 && (
        <section className={styles.fallen} data-block>
          <SectionHead title={m.scores_void_title()} />
          <p className="muted">
            {m.scores_void_words({ count: fallen.length, spelled: spelledFirst(fallen.length) })}
          </p>
          <ul>
            {fallen.map(({ card }) => (
              <li key={card.id}>{wordsOf(card.text)}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

const wordsOf = (text: string) => (text === '' ? m.scores_sealed_words() : text)

function Decided({ entry, people }: { readonly entry: SeasonEntry; readonly people: People }) {
  const { episodeByOrdinal } = useShow()
  const { card, seers } = entry
  const episode = episodeByOrdinal(card.ordinal)
  const nearest = seers.filter(({ rank }) => rank === 1)
  const [first] = nearest
  const isNo = card.form.is === 'yes-no' && card.outcome === 1
  return (
    <section className={styles.entry} data-block>
      <p className={styles.where}>
        <span className={styles.episode}>{episode ? episodeLabel(episode) : m.scores_no_episode()}</span>
        <span className={isNo ? styles.no : styles.yes}>
          {outcomeWords(card.outcome, card.form, card.kind)}
        </span>
      </p>
      <div className={styles.body}>
        <h2>{wordsOf(card.text)}</h2>
        {card.words !== '' && <p className={styles.words}>{card.words}</p>}
        {first ? (
          <>
            <p className={styles.nearest}>
              {nearest.map(({ memberId }) => {
                const { called, colour } = people.of(memberId)
                return <Who key={memberId} name={called} colour={colour} silent />
              })}
              <span>
                {nearest.length === 1
                  ? m.scores_nearest({
                      name: people.of(first.memberId).called,
                      odds: percent(toldOdds(card, first.odds)),
                    })
                  : m.scores_nearest_many({
                      names: listed(nearest.map(({ memberId }) => people.of(memberId).called)),
                    })}
              </span>
            </p>
            <SeasonStrip entry={entry} people={people} />
          </>
        ) : (
          <p className="muted">{m.scores_nobody()}</p>
        )}
      </div>
    </section>
  )
}
