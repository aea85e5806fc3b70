import type { SeasonEntry, SeasonScores } from '@shared/boards/scores-schema'
import { m } from '@shared/messages'
import { useRef } from 'react'
import { useShow } from '../../../api/current-show'
import type { People } from '../../../api/people'
import { SectionHead } from '../../../ui/head'
import { usePageWindow } from '../../../ui/use-page-window'
import { Who } from '../../../ui/who'
import { episodeLabel, listed, percent, spelled, spelledFirst } from '../../../ui/words'
import { outcomeWords } from '../board-words'
import styles from './season-sheet.module.css'
import { SeasonStrip } from './season-strip'
import { SkillLeaders } from './skill-leaders'
import { scoreFigure, toldOdds } from './skill-words'

/** How high a prediction is before it is drawn, in px: its words, who came nearest and everybody's odds. */
const ENTRY_HEIGHT = 168

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
  const list = useRef<HTMLDivElement>(null)
  const { places, before, after, measure } = usePageWindow({
    list,
    count: decided.length,
    height: ENTRY_HEIGHT,
    isWhole: isPaper,
  })
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
      <div ref={list}>
        {before > 0 && <div style={{ height: before }} />}
        {places.map((place) => {
          const entry = decided[place]
          return (
            entry && (
              <Decided key={entry.card.id} entry={entry} people={people} place={place} measure={measure} />
            )
          )
        })}
        {after > 0 && <div style={{ height: after }} />}
      </div>
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

interface DecidedProps {
  readonly entry: SeasonEntry
  readonly people: People
  readonly place: number
  readonly measure: ((entry: HTMLElement | null) => void) | undefined
}

function Decided({ entry, people, place, measure }: DecidedProps) {
  const { episodeByOrdinal } = useShow()
  const { card, seers } = entry
  const episode = episodeByOrdinal(card.ordinal)
  const nearest = seers.filter(({ rank }) => rank === 1)
  const [first] = nearest
  const isNo = card.form.is === 'yes-no' && card.outcome === 1
  return (
    <section ref={measure} className={styles.entry} data-index={place} data-block>
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
