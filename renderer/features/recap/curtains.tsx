import { m } from '@shared/messages'
import { episodeLabel, spelled } from '../../ui/words'
import styles from './curtains.module.css'
import { veiledWords } from './episode-words'
import type { VeiledEpisode } from './reading'

/** How many of the next episodes have a curtain of their own. */
const NEXT = 2

/** What waits beyond the reading line: how much, and nothing else. */
export function Curtains({ episodes }: { readonly episodes: readonly VeiledEpisode[] }) {
  if (episodes.length === 0) return null
  const more = episodes.length - NEXT
  return (
    <ul className={styles.curtains}>
      {episodes.slice(0, NEXT).map(({ episode, beats }) => (
        <li key={episode.id} className={styles.curtain}>
          <i>{episode.number}</i>
          <span>{veiledWords(beats, episodeLabel(episode))}</span>
        </li>
      ))}
      {more > 0 && (
        <li className={styles.more}>{m.recap_veiled_more({ count: more, spelled: spelled(more) })}</li>
      )}
    </ul>
  )
}
