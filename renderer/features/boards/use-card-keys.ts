import { CardId } from '@shared/ids'
import { type KeyboardEvent, useRef } from 'react'
import { keepFocus } from './keep-focus'
import { type LaneView, type OpenCard, type Place, stepPlace } from './lanes'

const STEPS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const
const isArrow = (key: string): key is keyof typeof STEPS => Object.hasOwn(STEPS, key)

interface CardKeys {
  readonly lanes: readonly LaneView[]
  readonly onPlace: (id: CardId, place: Place) => void
  readonly onEdit: (card: OpenCard) => void
  readonly onDelete: (card: OpenCard) => void
}

/**
 * The keys of a card that has the focus: left and right go to the lane beside, with Alt the card itself
 * moves, E edits, Delete deletes. Up and down are the list's own.
 */
export function useCardKeys({ lanes, onPlace, onEdit, onDelete }: CardKeys) {
  const board = useRef<HTMLDivElement>(null)
  const focusCard = (id: CardId) => {
    const row = board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  /** Gives a card the focus where it lands, once the lanes are drawn again. */
  const follow = (id: CardId) => board.current && keepFocus(board.current, `[data-card="${id}"]`)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target
    if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return
    const row = target.closest<HTMLElement>('[data-card]')
    const id = CardId.safeParse(row?.dataset.card)
    if (!row || !id.success || event.ctrlKey || event.metaKey || event.shiftKey) return
    const from = lanes.findIndex(({ cards }) => cards.some((card) => card.id === id.data))
    const card = lanes[from]?.cards.find((one) => one.id === id.data)
    if (!card) return

    if (isArrow(event.key) && event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      const place = stepPlace(lanes, card.id, STEPS[event.key])
      if (!place) return
      follow(card.id)
      onPlace(card.id, place)
      return
    }
    if (event.altKey || target !== row) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault()
      event.stopPropagation()
      const next = beside(lanes, from, card.id, event.key === 'ArrowLeft' ? -1 : 1)
      if (next) focusCard(next)
    } else if (event.key === 'e' && card.origin === 'mine') {
      event.preventDefault()
      onEdit(card)
    } else if (event.key === 'Delete') {
      event.preventDefault()
      onDelete(card)
    }
  }
  return { board, onKeyDown, follow }
}

/** The card at the same height of the next lane that has one. */
function beside(lanes: readonly LaneView[], from: number, id: CardId, step: -1 | 1): CardId | null {
  const index = lanes[from]?.cards.findIndex((card) => card.id === id) ?? 0
  for (let lane = from + step; lanes[lane]; lane += step) {
    const cards = lanes[lane]?.cards ?? []
    const card = cards[Math.min(index, cards.length - 1)]
    if (card) return card.id
  }
  return null
}
