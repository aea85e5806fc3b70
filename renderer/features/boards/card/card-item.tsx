import type { BoardId, LaneId } from '@shared/ids'
import { m } from '@shared/messages'
import { GridListItem } from 'react-aria-components/GridList'
import { cx } from '../../../ui/cx'
import styles from '../lanes/lane-column.module.css'
import type { LaneRow, VeilGroup } from '../lanes/lane-rows'
import type { OpenCard } from '../lanes/lanes'
import { useVeilWords, VeilRow } from '../lanes/veil-row'
import { CardFace } from './card-face'

/** A card as a row of its lane. */
export const CardItem = ({ card }: { readonly card: OpenCard }) => (
  <GridListItem
    id={card.id}
    textValue={card.text || m.boards_sealed_title()}
    className={cx(styles.item)}
    data-card={card.id}
  >
    {({ isFocused, isHovered }) => <CardFace card={card} isFocused={isFocused} isHovered={isHovered} />}
  </GridListItem>
)

interface VeilItemProps {
  readonly boardId: BoardId
  readonly laneId: LaneId
  readonly group: VeilGroup
}

/** Veils as a row of their lane: L or Enter lifts one. */
export function VeilItem({ boardId, laneId, group }: VeilItemProps) {
  const words = useVeilWords(group)
  return (
    <GridListItem id={group.id} textValue={words} className={cx(styles.item, styles.curtain)} data-veil>
      <VeilRow boardId={boardId} laneId={laneId} group={group} />
    </GridListItem>
  )
}

export const isCard = (row: LaneRow): row is OpenCard => 'kind' in row
