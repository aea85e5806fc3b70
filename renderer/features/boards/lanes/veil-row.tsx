import type { BoardId, LaneId } from '@shared/ids'
import { m } from '@shared/messages'
import { type CurrentShow, useShow } from '../../../api/current-show'
import { peek, useNextLook } from '../../../api/peek'
import { Veil } from '../../../ui/veil'
import { episodeLabel, spelledFirst } from '../../../ui/words'
import styles from './lane-column.module.css'
import type { VeilGroup } from './lane-rows'

interface VeilRowProps {
  readonly boardId: BoardId
  readonly laneId: LaneId
  readonly group: VeilGroup
}

/** What a group of veils says: how many there are, and after which episode. */
export function veilWords(
  { safeAfter, turns }: VeilGroup,
  episodeByOrdinal: CurrentShow['episodeByOrdinal'],
): string {
  const episode = episodeByOrdinal(safeAfter)
  const count = turns.length
  return episode
    ? m.boards_veiled({ count, spelled: spelledFirst(count), episode: episodeLabel(episode) })
    : m.app_veil_unknown()
}

/** The cards that open with one episode. A look lifts one of them; the next look, the next one. */
export function VeilRow({ boardId, laneId, group }: VeilRowProps) {
  const { episodeByOrdinal } = useShow()
  const look = useNextLook(group.turns, (nth) => peek({ feature: 'boards', veil: { boardId, laneId, nth } }))
  const episode = episodeByOrdinal(group.safeAfter)
  return (
    <Veil
      form="tile"
      className={styles.veil ?? ''}
      safeAfter={episode ? episodeLabel(episode) : null}
      words={veilWords(group, episodeByOrdinal)}
      lift={look}
    />
  )
}
