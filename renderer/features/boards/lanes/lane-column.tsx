import type { BoardId } from '@shared/ids'
import { m } from '@shared/messages'
import { memo, type RefObject } from 'react'
import { laneName } from '../board-words'
import styles from './lane-column.module.css'
import { LaneHead } from './lane-head'
import { LaneList } from './lane-list'
import type { LaneLists } from './lane-lists'
import type { LaneView } from './lanes'

export interface LaneColumnProps {
  readonly boardId: BoardId
  readonly view: LaneView
  /** Where lists are found by their lane, to give a card the focus before it is drawn. */
  readonly lists: RefObject<LaneLists>
  readonly isFiltering: boolean
}

/** One lane: its name, its cards, and the veils of those that are still to come. */
export const LaneColumn = memo(function LaneColumn({ boardId, view, lists, isFiltering }: LaneColumnProps) {
  const name = laneName(view)
  const count = view.cards.length + view.veils.length
  return (
    <section className={styles.lane} data-lane={view.role ?? view.id}>
      <LaneHead laneId={view.id} role={view.role} name={name} count={count} />
      <LaneList
        boardId={boardId}
        view={view}
        label={m.boards_lane_count({ lane: name, count })}
        lists={lists}
        isFiltering={isFiltering}
      />
    </section>
  )
})
