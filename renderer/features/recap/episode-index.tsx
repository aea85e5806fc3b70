import { m } from '@shared/messages'
import type { Recap, RecapEpisode } from '@shared/recap/schema'
import { episodeLabel } from '../../ui/words'
import styles from './episode-index.module.css'

interface EpisodeIndexProps {
  readonly recap: Recap
  /** Shows the beats of an episode. */
  readonly onGo: (episode: RecapEpisode) => void
}

/** The episodes of the show: the ones to read about, and the ones behind the veil. */
export function EpisodeIndex({ recap, onGo }: EpisodeIndexProps) {
  const seasons = [...new Set(recap.episodes.map(({ season }) => season))]
  return (
    <nav aria-label={m.recap_index()} className={styles.index}>
      {seasons.map((season) => (
        <section key={season}>
          {seasons.length > 1 && <h2 className={styles.season}>{m.app_season({ season })}</h2>}
          <ol>
            {recap.episodes
              .filter((episode) => episode.season === season)
              .map((episode) => (
                <li key={episode.id}>
                  <Entry episode={episode} reach={recap.reach} onGo={onGo} />
                </li>
              ))}
          </ol>
        </section>
      ))}
    </nav>
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
