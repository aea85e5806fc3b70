import { m } from '@shared/messages'
import type { Veil } from '@shared/veil/schema'
import { useShow } from '../../api/current-show'
import { Icon } from '../../ui/icon'
import { IconVeil } from '../../ui/marks'
import { episodeLabel, spelledFirst } from '../../ui/words'
import styles from './lane-veils.module.css'

/** The cards that are still to come: how many, and after which episode. */
export function LaneVeils({ veils }: { readonly veils: readonly Veil[] }) {
  const { episodeByOrdinal } = useShow()
  if (veils.length === 0) return null
  const counts = new Map<Veil['safeAfter'], number>()
  for (const { safeAfter } of veils) counts.set(safeAfter, (counts.get(safeAfter) ?? 0) + 1)
  const inOrder = [...counts].sort(
    ([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  )
  return (
    <ul className={styles.veils}>
      {inOrder.map(([safeAfter, count]) => {
        const episode = episodeByOrdinal(safeAfter)
        return (
          <li key={safeAfter ?? 'unknown'} className={styles.veil}>
            <Icon of={IconVeil} size="sm" />
            {episode
              ? m.boards_veiled({ count, spelled: spelledFirst(count), episode: episodeLabel(episode) })
              : m.app_veil_unknown()}
          </li>
        )
      })}
    </ul>
  )
}
