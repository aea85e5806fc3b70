import type { Lane } from '@shared/boards/schema'
import { CardId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconPlus } from '@tabler/icons-react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { DropIndicator, type ItemDropTarget, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { IconButton } from '../../ui/button'
import { CardBody } from './card-body'
import { CardMenu } from './card-menu'
import styles from './lane-column.module.css'
import { LaneVeils } from './lane-veils'
import { KIND_OF_LANE, LANE_WORDS } from './lane-words'
import { dropBefore, type LaneView, type OpenCard, type Place } from './lanes'

/** What a dragged card is called between lanes. No other program is offered it. */
const CARD = 'entracte-card'

export interface LaneColumnProps {
  readonly view: LaneView
  readonly menuOf: CardId | null
  readonly onMenu: (id: CardId | null) => void
  readonly onPlace: (id: CardId, place: Place) => void
  readonly onAdd: (lane: Lane) => void
  readonly onEdit: (card: OpenCard) => void
  readonly onDelete: (card: OpenCard) => void
}

/** One lane: its name, its cards, and the veils of those that are still to come. */
export function LaneColumn({ view, menuOf, onMenu, onPlace, onAdd, onEdit, onDelete }: LaneColumnProps) {
  const { lane, cards, veils } = view
  const name = LANE_WORDS[lane]()
  const count = cards.length + veils.length

  const dropOn = (id: CardId, { key, dropPosition }: ItemDropTarget) =>
    onPlace(id, { lane, before: dropBefore(cards, CardId.parse(key), dropPosition, id) })
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [CARD]: String(key) })),
    acceptedDragTypes: [CARD],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => {
      for (const key of keys) dropOn(CardId.parse(key), target)
    },
    onInsert: ({ items, target }) => {
      for (const item of items)
        if (item.kind === 'text') void item.getText(CARD).then((id) => dropOn(CardId.parse(id), target))
    },
    onRootDrop: ({ items }) => {
      for (const item of items)
        if (item.kind === 'text')
          void item.getText(CARD).then((id) => onPlace(CardId.parse(id), { lane, before: null }))
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ''} />,
  })

  return (
    <section className={styles.lane} data-lane={lane}>
      <header className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.count} aria-hidden="true">
          {count}
        </span>
        {KIND_OF_LANE[lane] && (
          <IconButton
            label={m.boards_add_to({ lane: name })}
            icon={IconPlus}
            size="sm"
            onPress={() => onAdd(lane)}
          />
        )}
      </header>
      <div className={styles.body}>
        <GridList
          className={styles.list ?? ''}
          aria-label={m.boards_lane_count({ lane: name, count })}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          selectionMode="single"
          selectionBehavior="replace"
          onAction={(key) => {
            const card = cards.find(({ id }) => id === key)
            if (card?.origin === 'mine') onEdit(card)
          }}
          renderEmptyState={() =>
            veils.length > 0 ? null : <p className={styles.empty}>{m.boards_lane_empty()}</p>
          }
        >
          {cards.map((card) => (
            <GridListItem
              key={card.id}
              id={card.id}
              textValue={card.text}
              className={styles.item ?? ''}
              data-card={card.id}
            >
              <CardBody
                card={card}
                lane={lane}
                menu={
                  <CardMenu
                    card={card}
                    lane={lane}
                    isOpen={menuOf === card.id}
                    onOpenChange={(open) => onMenu(open ? card.id : null)}
                    onMoveTo={(to) => onPlace(card.id, { lane: to, before: null })}
                    {...(card.origin === 'mine' ? { onEdit: () => onEdit(card) } : {})}
                    onDelete={() => onDelete(card)}
                  />
                }
              />
            </GridListItem>
          ))}
        </GridList>
        <LaneVeils lane={lane} veils={veils} />
      </div>
    </section>
  )
}
