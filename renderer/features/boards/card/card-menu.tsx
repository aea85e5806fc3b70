import { m } from '@shared/messages'
import {
  IconArchive,
  IconArrowRight,
  IconArrowUpRight,
  IconDots,
  IconLock,
  IconPencil,
  IconPercentage,
  IconRotate,
  IconTag,
  IconTrash,
} from '@tabler/icons-react'
import { IconButton } from '../../../ui/button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../../ui/menu'
import { useBoardTools, useLayerOn } from '../board-context'
import { laneName } from '../board-words'
import { laneWith, type OpenCard } from '../lanes/lanes'
import { useDecide } from './use-decide'

/** What can be done with a card, or with all that are selected with it: from its button, and by the right mouse button. */
export function CardMenu({ card }: { readonly card: OpenCard }) {
  const { acts, isFixed, openLayer, closeLayer } = useBoardTools()
  const isShown = useLayerOn(card.id) === 'menu'
  const label = m.boards_more({ card: card.text || m.boards_sealed_title() })
  return (
    <MenuTrigger
      isOpen={isShown}
      onOpenChange={(open) => (open ? openLayer({ kind: 'menu', id: card.id }) : closeLayer('menu'))}
    >
      <IconButton label={label} icon={IconDots} size="sm" />
      {/* the items are made when the menu opens: a board has many cards */}
      <Menu label={label} placement="bottom end">
        {isShown && <One card={card} isFixed={isFixed} acts={acts} />}
      </Menu>
    </MenuTrigger>
  )
}

interface OneProps {
  readonly card: OpenCard
  readonly isFixed: boolean
  readonly acts: ReturnType<typeof useBoardTools>['acts']
}

function One({ card, isFixed, acts }: OneProps) {
  const { lanes, among, openLayer, openCard, editCard, labelCards } = useBoardTools()
  const decide = useDecide()
  const ids = among(card.id)
  const here = laneWith(lanes(), card.id)?.id
  const isSealed = card.wordsSealed !== null && card.text === ''
  const canGuess = !isFixed && card.verdict === null && card.closedAt === null && !isSealed
  return (
    <>
      <MenuItem icon={IconArrowUpRight} keys={['Enter']} onAction={() => openCard(card)}>
        {m.boards_open_card()}
      </MenuItem>
      {!isFixed && card.origin === 'mine' && !isSealed && (
        <MenuItem icon={IconPencil} keys={['E']} onAction={() => editCard(card)}>
          {m.boards_edit()}
        </MenuItem>
      )}
      {canGuess && (
        <>
          <MenuItem
            icon={IconPercentage}
            keys={['O']}
            onAction={() => openLayer({ kind: 'odds', id: card.id })}
          >
            {m.boards_odds_give()}
          </MenuItem>
          <MenuItem icon={IconLock} keys={['S']} onAction={() => openLayer({ kind: 'seal', id: card.id })}>
            {m.boards_odds_seal()}
          </MenuItem>
        </>
      )}
      {!isFixed && card.verdict !== null && (
        <MenuItem icon={IconRotate} onAction={() => decide(card, null)}>
          {m.boards_reopen()}
        </MenuItem>
      )}
      {!isFixed && (
        <>
          <MenuRule />
          {lanes()
            .filter(({ id }) => id !== here)
            .map((lane) => (
              <MenuItem
                key={lane.id}
                icon={IconArrowRight}
                onAction={() => void acts.move(ids, { laneId: lane.id, before: null })}
              >
                {m.boards_move_to({ lane: laneName(lane) })}
              </MenuItem>
            ))}
          <MenuRule />
          <MenuItem icon={IconTag} keys={['T']} onAction={() => labelCards(ids)}>
            {m.boards_label_act()}
          </MenuItem>
          <MenuItem icon={IconArchive} keys={['Delete']} onAction={() => void acts.putAway(ids)}>
            {m.boards_put_away_act({ count: ids.length })}
          </MenuItem>
          <MenuItem icon={IconTrash} danger onAction={() => void acts.remove(ids)}>
            {m.boards_remove_act({ count: ids.length })}
          </MenuItem>
        </>
      )}
    </>
  )
}
