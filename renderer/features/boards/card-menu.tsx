import type { Lane } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { IconArrowRight, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { IconButton } from '../../ui/button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../ui/menu'
import { LANE_WORDS } from './lane-words'
import { LANES, type OpenCard } from './lanes'

interface CardMenuProps {
  readonly card: OpenCard
  readonly lane: Lane
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onMoveTo: (lane: Lane) => void
  /** Absent for a card that came with a pack: it keeps its words. */
  readonly onEdit?: () => void
  readonly onDelete: () => void
}

/** What can be done with a card: from its button, and by the right mouse button. */
export function CardMenu({ card, lane, isOpen, onOpenChange, onMoveTo, onEdit, onDelete }: CardMenuProps) {
  const label = m.boards_more({ card: card.text })
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <IconButton label={label} icon={IconDots} size="sm" />
      <Menu label={label} placement="bottom end">
        {LANES.filter((other) => other !== lane).map((other) => (
          <MenuItem key={other} icon={IconArrowRight} onAction={() => onMoveTo(other)}>
            {m.boards_move_to({ lane: LANE_WORDS[other]() })}
          </MenuItem>
        ))}
        <MenuRule />
        {onEdit && (
          <MenuItem icon={IconPencil} keys={['E']} onAction={onEdit}>
            {m.boards_edit()}
          </MenuItem>
        )}
        <MenuItem icon={IconTrash} keys={['Delete']} danger onAction={onDelete}>
          {m.boards_delete()}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
