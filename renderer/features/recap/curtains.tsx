import { m } from '@shared/messages'
import { episodeLabel, spelled } from '../../ui/words'
import styles from './curtains.module.css'
import type { Place } from './places'
import { veiledWords } from './words'

/** How many of the next episodes have a curtain of their own. */
const NEXT = 2

interface CurtainsProps {
  /** Episodes that the recap does not tell of. */
  readonly places: readonly Place[]
  /** How many beats of an episode wait. */
  readonly beatsIn: (ordinal: number) => number
}

/** What waits beyond the reading line: how much, and nothing else. */
export function Curtains({ places, beatsIn }: CurtainsProps) {
  if (places.length === 0) return null
  const more = places.length - NEXT
  return (
    <ul className={styles.curtains}>
      {places.slice(0, NEXT).map(({ episode }) => (
        <li key={episode.id} className={styles.curtain}>
          <i>{episode.number}</i>
          <span>{veiledWords(beatsIn(episode.ordinal), episodeLabel(episode))}</span>
        </li>
      ))}
      {more > 0 && (
        <li className={styles.more}>{m.recap_veiled_more({ count: more, spelled: spelled(more) })}</li>
      )}
    </ul>
  )
}
