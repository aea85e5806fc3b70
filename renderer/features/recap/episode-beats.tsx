import { m } from '@shared/messages'
import styles from './episode-beats.module.css'
import { seenWords } from './episode-words'
import type { OpenEpisode } from './reading'

interface EpisodeBeatsProps {
  readonly entry: OpenEpisode
  readonly level: 2 | 3
}

/** What happened in one episode, beat by beat. */
export function EpisodeBeats({ entry: { episode, title, beats }, level }: EpisodeBeatsProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  const id = `recap-${episode.id}`
  const seen = seenWords(episode)
  return (
    <section className={styles.episode} aria-labelledby={id} data-episode={episode.id}>
      <header className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {episode.number}
        </span>
        <div className={styles.words}>
          <Title id={id} className={styles.title}>
            {title}
          </Title>
          {seen && <span className="t-caption subtle">{seen}</span>}
        </div>
      </header>
      {beats.length > 0 ? (
        <ol className={styles.beats}>
          {beats.map(({ id: beatId, text }) => (
            <li key={beatId} className={styles.beat} data-beat tabIndex={-1}>
              {text}
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{m.recap_no_beats()}</p>
      )}
    </section>
  )
}
