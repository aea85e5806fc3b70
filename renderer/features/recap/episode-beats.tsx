import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import type { Section } from '@shared/recap/telling'
import { Link } from '@tanstack/react-router'
import { useShow } from '../../api/current-show'
import { peek } from '../../api/peek'
import { Veil } from '../../ui/veil'
import { episodeLabel } from '../../ui/words'
import { BeatLine, PinnedNote } from './beat-line'
import styles from './episode-beats.module.css'
import { seenWords } from './words'

interface EpisodeBeatsProps {
  readonly episode: Episode
  readonly section: Section
  readonly level: 2 | 3
}

/** What happened in one episode, beat by beat. */
export function EpisodeBeats({ episode, section, level }: EpisodeBeatsProps) {
  const { showId, episodeByOrdinal } = useShow()
  const Title = level === 2 ? 'h2' : 'h3'
  const id = `recap-${episode.id}`
  const seen = seenWords(episode)
  const { beats, pins, veils } = section
  return (
    <section className={styles.episode} aria-labelledby={id} data-section={episode.ordinal}>
      <header className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {episode.number}
        </span>
        <div className={styles.words}>
          <Title id={id} className={styles.title}>
            <Link to="/episodes" search={{ at: episode.ordinal }} className={styles.way}>
              {episode.details.veiled ? episodeLabel(episode) : episode.details.title}
            </Link>
          </Title>
          {seen && <span className="t-caption subtle">{seen}</span>}
        </div>
      </header>
      {beats.length > 0 && (
        <ol className={styles.beats}>
          {beats.map((told) => (
            <BeatLine key={told.beat.id} told={told} />
          ))}
        </ol>
      )}
      {beats.length === 0 && veils.length === 0 && <p className={styles.none}>{m.recap_no_beats()}</p>}
      {(veils.length > 0 || pins.length > 0) && (
        <div className={styles.after}>
          {veils.map((safeAfter, nth) => {
            const safe = episodeByOrdinal(safeAfter)
            return (
              <Veil
                // a veil is nothing but its turn
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={nth}
                safeAfter={safe ? episodeLabel(safe) : null}
                {...(showId && {
                  lift: () => peek({ feature: 'recap', veil: { showId, episodeId: episode.id, nth } }),
                })}
              />
            )
          })}
          {pins.map((pin) => (
            <PinnedNote key={pin.id} pin={pin} />
          ))}
        </div>
      )}
    </section>
  )
}
