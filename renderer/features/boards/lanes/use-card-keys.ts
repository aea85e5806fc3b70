import type { Outcome } from '@shared/boards/odds-schema'
import { CardId } from '@shared/ids'
import { m } from '@shared/messages'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { isTyping } from '../../../ui/shortcuts'
import type { BoardActs } from '../board-acts'
import type { Layer } from '../board-context'
import { laneName } from '../board-words'
import { say } from '../card/said'
import { yesOdds } from '../odds/odds-share'
import { keepFocus } from './keep-focus'
import { focusRow, type LaneLists } from './lane-lists'
import { cardOf, inOrder, type LaneView, laneWith, type OpenCard, type Place, stepPlace } from './lanes'

const STEPS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const
const isArrow = (key: string): key is keyof typeof STEPS => Object.hasOwn(STEPS, key)
const VERDICTS: Readonly<Record<string, Outcome>> = { y: 0, n: 1, v: 'void' }

interface CardKeys {
  readonly lanes: readonly LaneView[]
  readonly lists: RefObject<LaneLists>
  readonly acts: BoardActs
  readonly isFixed: boolean
  readonly among: (id: CardId) => readonly CardId[]
  readonly onLayer: (layer: Layer) => void
  readonly onEdit: (card: OpenCard) => void
  readonly onLabel: (ids: readonly CardId[]) => void
  readonly onDecide: (card: OpenCard, outcome: Outcome | null) => void
}

/** The digit that a key is, also where digits need Shift. */
const digitOf = ({ key, code }: KeyboardEvent): number | null => {
  const digit = /^\d$/.test(key) ? key : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  return digit === undefined ? null : Number(digit)
}

/**
 * The keys of a card that has the focus: left and right go to the lane beside, with Alt all that is selected moves;
 * digits set odds, the letters do what the card's menu does. Up, down, Enter and Space are the list's own.
 */
export function useCardKeys({
  lanes,
  lists,
  acts,
  isFixed,
  among,
  onLayer,
  onEdit,
  onLabel,
  onDecide,
}: CardKeys) {
  const board = useRef<HTMLDivElement>(null)
  /** Gives a card the focus where it lands, once the lanes are drawn again. */
  const follow = (id: string, selected: ReadonlySet<string> = new Set([id])) => {
    if (board.current)
      keepFocus(board.current, `[data-card="${id}"]`, () => focusRow(lists.current, id, selected))
  }
  const move = (card: OpenCard, step: (typeof STEPS)[keyof typeof STEPS]) => {
    const lane = laneWith(lanes, card.id)
    const ids = new Set(among(card.id))
    const place: Place | null = stepPlace(lanes, ids, step)
    const target = lanes.find(({ id }) => id === place?.laneId)
    if (!lane || !place || !target) return
    // the lanes are drawn anew before the move returns: the focus is where the card is in the same frame
    void acts.move(inOrder(lane.cards, ids), place)
    focusRow(lists.current, card.id, ids)
    follow(card.id, ids)
    document.activeElement?.closest('[data-card]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // who listens hears it a moment after those who look have seen it
    if (target === lane) setTimeout(() => sayPlace(lane, ids, place))
  }
  const act = (card: OpenCard, event: KeyboardEvent): boolean => {
    const isSealed = card.wordsSealed !== null && card.text === ''
    if (event.key.toLowerCase() === 'e') {
      if (!isSealed) onEdit(card)
      return true
    }
    if (event.key.toLowerCase() === 't') {
      onLabel(among(card.id))
      return true
    }
    if (event.key === 'Delete') {
      void acts.putAway(among(card.id))
      return true
    }
    // what nobody can read yet is decided on its own page, if at all, and nobody guesses on it
    if (isSealed) return false
    const outcome = VERDICTS[event.key.toLowerCase()]
    if (outcome !== undefined) {
      if (card.form.is === 'yes-no' || outcome === 'void') onDecide(card, outcome)
      else onLayer({ kind: 'verdict', id: card.id })
      return true
    }
    if (card.verdict !== null || card.closedAt !== null) return false
    const digit = digitOf(event)
    if (digit !== null && card.form.is === 'yes-no') {
      void acts.giveOdds(card, yesOdds(digit * 10))
      return true
    }
    const key = event.key.toLowerCase()
    if (digit === null && key !== 'o' && key !== 's') return false
    onLayer({ kind: key === 's' ? 'seal' : 'odds', id: card.id })
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target) || isTyping(target)) return
    const row = target.closest<HTMLElement>('[role="row"]')
    if (!row || event.ctrlKey || event.metaKey) return
    const stop = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (
      target === row &&
      !event.altKey &&
      !event.shiftKey &&
      (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    ) {
      stop()
      const next = beside(row, event.key === 'ArrowLeft' ? -1 : 1)
      const { card } = next?.dataset ?? {}
      if (card) focusRow(lists.current, card, new Set([card]))
      else next?.focus()
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return
    }
    if (row.dataset.veil !== undefined) {
      const veil = row.querySelector('button')
      // the list keeps Escape from the window, where a lifted veil listens for it
      if (event.key === 'Escape' && veil?.title === m.app_veil_lower()) return veil.click()
      if (target !== row || (event.key.toLowerCase() !== 'l' && event.key !== 'Enter')) return
      stop()
      veil?.focus()
      veil?.click()
      return
    }
    const id = CardId.safeParse(row.dataset.card)
    const card = id.success ? cardOf(lanes, id.data) : undefined
    if (!card || isFixed) return
    if (event.altKey && isArrow(event.key)) {
      stop()
      move(card, STEPS[event.key])
    } else if (
      !event.altKey &&
      target === row &&
      (!event.shiftKey || digitOf(event) !== null) &&
      act(card, event)
    )
      stop()
  }
  return { board, onKeyDown, follow }
}

/** Says where cards of a lane lie after they were moved within it. */
function sayPlace(lane: LaneView, ids: ReadonlySet<CardId>, { before }: Place): void {
  const rest = lane.cards.filter(({ id }) => !ids.has(id))
  const at = before === null ? rest.length : rest.findIndex(({ id }) => id === before)
  say(m.boards_place({ place: at + 1, count: lane.cards.length, lane: laneName(lane) }))
}

/** The row at the same height of the next lane that shows one. */
function beside(row: HTMLElement, step: -1 | 1): HTMLElement | null {
  const lane = row.closest('section')
  const middle = (of: Element) => {
    const { top, height } = of.getBoundingClientRect()
    return top + height / 2
  }
  const here = middle(row)
  let next = step < 0 ? lane?.previousElementSibling : lane?.nextElementSibling
  for (; next; next = step < 0 ? next.previousElementSibling : next.nextElementSibling) {
    const rows = [...next.querySelectorAll<HTMLElement>('[data-card], [data-veil]')]
    const [nearest] = rows.sort((a, b) => Math.abs(middle(a) - here) - Math.abs(middle(b) - here))
    if (nearest) return nearest
  }
  return null
}
