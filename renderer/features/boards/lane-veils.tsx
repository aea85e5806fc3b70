import type { Lane } from '@shared/boards/schema'
import { m } from '@shared/messages'
import type { Veil as VeilData } from '@shared/veil/schema'
import { useShow } from '../../api/current-show'
import { peek, useNextLook } from '../../api/peek'
import { Veil } from '../../ui/veil'
import { episodeLabel, spelledFirst } from '../../ui/words'
import styles from './lane-veils.module.css'

interface GroupProps {
  readonly lane: Lane
  readonly safeAfter: VeilData['safeAfter']
  /** The turns of this group's veils among all of the lane. */
  readonly turns: readonly number[]
}

/** The cards that open with one episode. A look lifts one of them; the next look, the next one. */
function Group({ lane, safeAfter, turns }: GroupProps) {
  const { showId, episodeByOrdinal } = useShow()
  const look = useNextLook(turns, async (nth) =>
    showId ? peek({ feature: 'boards', veil: { showId, lane, nth } }) : null,
  )
  const episode = episodeByOrdinal(safeAfter)
  const count = turns.length
  return (
    <Veil
      form="tile"
      className={styles.veil ?? ''}
      safeAfter={episode ? episodeLabel(episode) : null}
      {...(episode && {
        words: m.boards_veiled({ count, spelled: spelledFirst(count), episode: episodeLabel(episode) }),
      })}
      lift={look}
    />
  )
}

interface LaneVeilsProps {
  readonly lane: Lane
  readonly veils: readonly VeilData[]
}

/** The cards that are still to come: how many, and after which episode. */
export function LaneVeils({ lane, veils }: LaneVeilsProps) {
  if (veils.length === 0) return null
  const groups = new Map<VeilData['safeAfter'], number[]>()
  for (const [turn, { safeAfter }] of veils.entries())
    groups.set(safeAfter, [...(groups.get(safeAfter) ?? []), turn])
  const inOrder = [...groups].sort(
    ([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  )
  return (
    <ul className={styles.veils}>
      {inOrder.map(([safeAfter, turns]) => (
        <li key={safeAfter ?? 'unknown'}>
          <Group lane={lane} safeAfter={safeAfter} turns={turns} />
        </li>
      ))}
    </ul>
  )
}
