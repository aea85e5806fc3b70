import { CardId } from '@shared/ids'
import type { DropItem, DroppableCollectionOptions, ItemDropTarget } from 'react-aria/useDroppableCollection'
import { isTextDropItem } from 'react-aria-components/useDragAndDrop'
import type { Key } from 'react-stately'
import { useBoardTools } from '../board-context'
import { dropBefore, inOrder, type LaneView } from './lanes'

/** What a dragged card is called between lanes. No other program is offered it. */
const CARD = 'entracte-card'

const idsOf = (keys: Iterable<unknown>): ReadonlySet<CardId> =>
  new Set([...keys].flatMap((key) => CardId.safeParse(key).data ?? []))

/** What may be dragged out of a lane and dropped into it, and what comes of it. */
export function useLaneDrag({ id: laneId, cards, all }: LaneView) {
  const { acts, isFixed } = useBoardTools()
  const beforeOf = ({ key, dropPosition }: ItemDropTarget, moved: ReadonlySet<CardId>) => {
    const target = CardId.safeParse(key)
    return target.success ? dropBefore(all, target.data, dropPosition, moved) : null
  }
  const take = async (items: readonly DropItem[], target?: ItemDropTarget) => {
    const texts = await Promise.all(items.filter(isTextDropItem).map((item) => item.getText(CARD)))
    const ids = [...idsOf(texts)]
    if (ids.length > 0)
      await acts.move(ids, { laneId, before: target ? beforeOf(target, new Set(ids)) : null })
  }
  const drag = {
    isDisabled: isFixed,
    getItems: (keys: Set<Key>) => inOrder(cards, idsOf(keys)).map((id) => ({ [CARD]: id })),
  }
  const drop = {
    isDisabled: isFixed,
    acceptedDragTypes: [CARD],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => {
      const moved = idsOf(keys)
      if (moved.size > 0) void acts.move(inOrder(cards, moved), { laneId, before: beforeOf(target, moved) })
    },
    onInsert: ({ items, target }) => void take(items, target),
    onRootDrop: ({ items }) => void take(items),
  } satisfies Partial<DroppableCollectionOptions> & { isDisabled: boolean }
  return { drag, drop }
}
