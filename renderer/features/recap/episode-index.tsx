import { m } from '@shared/messages'
import { episodeLabel, spelled } from '../../ui/words'
import styles from './episode-index.module.css'
import { type Place, seasonsOf } from './places'

interface EpisodeIndexProps {
  readonly places: readonly Place[]
  readonly reach: number | null
  /** Shows the beats of an episode. */
  readonly onGo: (key: string) => void
}

/** The episodes of the show: the ones to read about, and the ones behind the veil. */
export function EpisodeIndex({ places, reach, onGo }: EpisodeIndexProps) {
  const seasons = seasonsOf(places)
  const laidOut = seasons.filter(({ veiled }, index) => !veiled || index === 0)
  return (
    <nav aria-label={m.recap_index()} className={styles.index}>
      {seasons.map(({ season, places: own, veiled }, index) =>
        veiled && index > 0 ? (
          <VeiledSeason key={season} season={season} count={own.length} />
        ) : (
          <section key={season}>
            {laidOut.length > 1 && <h2 className={styles.season}>{m.app_season({ season })}</h2>}
            <ol>
              {own.map((place) => (
                <li key={place.episode.id}>
                  <Entry place={place} at={place.ordinal === reach} onGo={onGo} />
                </li>
              ))}
            </ol>
          </section>
        ),
      )}
    </nav>
  )
}

interface StrandIndexProps {
  readonly label: string
  readonly entries: readonly { readonly key: string; readonly name: string }[]
  readonly onGo: (key: string) => void
}

/** The characters or storylines that there is something to read about. */
export function StrandIndex({ label, entries, onGo }: StrandIndexProps) {
  return (
    <nav aria-label={label} className={styles.index}>
      <ol>
        {entries.map(({ key, name }) => (
          <li key={key}>
            <button type="button" className={styles.strand} onClick={() => onGo(key)}>
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** A season that lies behind the veil as a whole. */
function VeiledSeason({ season, count }: { readonly season: number; readonly count: number }) {
  const words = m.recap_veiled_season({ season, count, spelled: spelled(count) })
  return (
    <div className={styles.entry}>
      <span className={styles.number} aria-hidden="true">
        {`S${season}`}
      </span>
      <span className={styles.bar} title={words} />
      <span className="vh">{words}</span>
    </div>
  )
}

interface EntryProps {
  readonly place: Place
  readonly at: boolean
  readonly onGo: (key: string) => void
}

function Entry({ place: { episode, open, ordinal }, at, onGo }: EntryProps) {
  const { number, details } = episode
  if (!open) {
    const words = m.recap_veiled_until({ episode: episodeLabel(episode) })
    return (
      <div className={styles.entry} data-veiled>
        <span className={styles.number}>{number}</span>
        {details.veiled ? (
          <>
            <span className={styles.bar} title={words} />
            <span className="vh">{words}</span>
          </>
        ) : (
          <span>{details.title}</span>
        )}
      </div>
    )
  }
  return (
    <button
      type="button"
      className={styles.entry}
      {...(at ? { 'aria-current': 'true' as const } : {})}
      onClick={() => onGo(String(ordinal))}
    >
      <span className={styles.number}>{number}</span>
      <span>{details.veiled ? episodeLabel(episode) : details.title}</span>
    </button>
  )
}
