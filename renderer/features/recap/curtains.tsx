import { m } from '@shared/messages'
import { useShow } from '../../api/current-show'
import { peek, useNextLook } from '../../api/peek'
import { Veil } from '../../ui/veil'
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

interface CurtainProps {
  readonly episode: Place['episode']
  /** How many of its beats wait. */
  readonly beats: number
}

/** One episode that waits. A look lifts one of its beats; the next look, the next one. */
function Curtain({ episode, beats }: CurtainProps) {
  const { showId } = useShow()
  const turns = Array.from({ length: beats }, (_value, nth) => nth)
  const lift = useNextLook(turns, async (nth) =>
    showId ? peek({ feature: 'recap', veil: { showId, episodeId: episode.id, nth } }) : null,
  )
  const label = episodeLabel(episode)
  return (
    <li className={styles.curtain}>
      <i>{episode.number}</i>
      <Veil
        safeAfter={label}
        words={veiledWords(beats, label)}
        className={styles.veil ?? ''}
        {...(beats > 0 && { lift })}
      />
    </li>
  )
}

/** What waits beyond the reading line: how much, and nothing else. */
export function Curtains({ places, beatsIn }: CurtainsProps) {
  if (places.length === 0) return null
  const more = places.length - NEXT
  return (
    <ul className={styles.curtains}>
      {places.slice(0, NEXT).map(({ episode }) => (
        <Curtain key={episode.id} episode={episode} beats={beatsIn(episode.ordinal)} />
      ))}
      {more > 0 && (
        <li className={styles.more}>{m.recap_veiled_more({ count: more, spelled: spelled(more) })}</li>
      )}
    </ul>
  )
}
