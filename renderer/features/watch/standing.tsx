import { m } from '@shared/messages'
import type { Watching } from '@shared/watch/schema'
import { standingWords } from './source-words'
import styles from './standing.module.css'
import type { Subtitles } from './use-subtitles'

/** The light of the clock, and what is known of the player and its file. */
export function Standing({
  watching,
  subtitles,
}: {
  readonly watching: Watching
  readonly subtitles: Subtitles
}) {
  const { player } = watching
  const light = player?.state === 'lost' ? 'lost' : watching.playing ? 'on' : 'off'
  return (
    <p className={styles.standing}>
      <span className={styles.dot} data-light={light} />
      <span role="status">{standingWords(watching)}</span>
      {player?.file && <span className={styles.file}>{player.file}</span>}
      {subtitles.chosen && (
        <span className={styles.file}>{m.watch_subtitles_from({ name: subtitles.chosen.name })}</span>
      )}
    </p>
  )
}
