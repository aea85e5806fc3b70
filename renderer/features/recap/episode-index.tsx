import { m } from '@shared/messages'
import type { Recap, RecapEpisode } from '@shared/recap/schema'
import { episodeLabel, spelled } from '../../ui/words'
import styles from './episode-index.module.css'
import { seasonsOf } from './seasons'

interface EpisodeIndexProps {
  readonly recap: Recap
  /** Shows the beats of an episode. */
  readonly onGo: (episode: RecapEpisode) => void
}

/** The episodes of the show: the ones to read about, and the ones behind the veil. */
export function EpisodeIndex({ recap, onGo }: EpisodeIndexProps) {
  const seasons = seasonsOf(recap)
  const laidOut = seasons.filter(({ veiled }, index) => !veiled || index === 0)
  return (
    <nav aria-label={m.recap_index()} className={styles.index}>
      {seasons.map(({ season, episodes, veiled }, index) =>
        veiled && index > 0 ? (
          <VeiledSeason key={season} season={season} count={episodes.length} />
        ) : (
          <section key={season}>
            {laidOut.length > 1 && <h2 className={styles.season}>{m.app_season({ season })}</h2>}
            <ol>
              {episodes.map((episode) => (
                <li key={episode.id}>
                  <Entry episode={episode} reach={recap.reach} onGo={onGo} />
                </li>
              ))}
            </ol>
          </section>
        ),
      )}
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
  readonly episode: RecapEpisode
  readonly reach: number | null
  readonly onGo: (episode: RecapEpisode) => void
}

function Entry({ episode, reach, onGo }: EntryProps) {
  const { number, details, ordinal } = episode
  if (details.veiled)
    return (
      <div className={styles.entry} data-veiled>
        <span className={styles.number}>{number}</span>
        <span className={styles.bar} title={m.recap_veiled_until({ episode: episodeLabel(episode) })} />
        <span className="vh">{m.recap_veiled_until({ episode: episodeLabel(episode) })}</span>
      </div>
    )
  const at = ordinal === reach
  return (
    <button
      type="button"
      className={styles.entry}
      {...(at ? { 'aria-current': 'true' as const } : {})}
      onClick={() => onGo(episode)}
    >
      <span className={styles.number}>{number}</span>
      <span>{details.title}</span>
    </button>
  )
}
