import { m } from '@shared/messages'
import type { Watching } from '@shared/watch/schema'
import { useTell } from '../../api/ask'
import { TextButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { sayRefusal } from '../../ui/say-refusal'
import { exactNumber } from '../../ui/words'
import { standingWords } from './source-words'
import styles from './standing.module.css'
import type { Subtitles } from './use-subtitles'

/** `+3.2`, `−10`: how much the cut of a source is off. */
const signedSeconds = (ms: number): string => `${ms < 0 ? '−' : '+'}${exactNumber(Math.abs(ms) / 1000)}`

/** The light of the clock, and what is known of the player and its file. */
export function Standing({
  watching,
  subtitles,
}: {
  readonly watching: Watching
  readonly subtitles: Subtitles
}) {
  const { player } = watching
  const { mutate: setOffset } = useTell('watch', 'setOffset')
  const light = player?.state === 'lost' ? 'lost' : watching.playing ? 'on' : 'off'
  return (
    <p className={styles.standing}>
      <span className={styles.dot} data-light={light} />
      <span role="status">{standingWords(watching)}</span>
      {player?.file && <span className={styles.file}>{player.file}</span>}
      {player && !watching.byHand && player.behindMs !== null && (
        <span className={cx('num', styles.behind)}>{m.watch_behind({ ms: String(player.behindMs) })}</span>
      )}
      {watching.offsetMs !== 0 && (
        <span className={styles.behind}>
          {m.watch_offset({ seconds: signedSeconds(watching.offsetMs) })}{' '}
          <TextButton onPress={() => setOffset({ offsetMs: 0 }, { onError: sayRefusal })}>
            {m.watch_offset_none()}
          </TextButton>
        </span>
      )}
      {subtitles.chosen && (
        <span className={styles.file}>{m.watch_subtitles_from({ name: subtitles.chosen.name })}</span>
      )}
    </p>
  )
}
