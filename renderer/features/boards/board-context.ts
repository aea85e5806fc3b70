import type { CardId, LaneId, MemberId } from '@shared/ids'
import { createContext, useContext } from 'react'
import type { People } from '../../api/people'
import type { BoardActs } from './board-acts'
import type { LaneView, OpenCard } from './lanes/lanes'

/** What lies over the board, and on which card: its menu, its odds. */
export interface Layer {
  readonly kind: 'menu' | 'odds' | 'seal' | 'verdict'
  readonly id: CardId
}

/** What every card of the board may ask and do. It stays the same object while cards change. */
export interface BoardTools {
  readonly acts: BoardActs
  readonly people: People
  /** Who guesses; null for the person. */
  readonly as: MemberId | null
  /** The board can be read and not changed. */
  readonly isFixed: boolean
  readonly lanes: () => readonly LaneView[]
  /** The cards that a menu or a key on this one means: all that are selected with it, else it alone. */
  readonly among: (id: CardId) => readonly CardId[]
  readonly openLayer: (layer: Layer) => void
  /** Closes a layer of this kind, if there is one: another may have opened from it. */
  readonly closeLayer: (kind: Layer['kind']) => void
  readonly openCard: (card: OpenCard) => void
  readonly editCard: (card: OpenCard) => void
  readonly labelCards: (ids: readonly CardId[]) => void
  readonly addTo: (laneId: LaneId) => void
  readonly editLane: (lane: LaneView) => void
  readonly dropLane: (lane: LaneView) => void
}

const Tools = createContext<BoardTools | null>(null)
const Over = createContext<Layer | null>(null)
export const BoardToolsProvider = Tools.Provider
export const LayerProvider = Over.Provider

export function useBoardTools(): BoardTools {
  const tools = useContext(Tools)
  if (!tools) throw new Error('useBoardTools is called outside a board')
  return tools
}

/** What lies over this card now; null for nothing. */
export function useLayerOn(id: CardId): Layer['kind'] | null {
  const layer = useContext(Over)
  return layer?.id === id ? layer.kind : null
}
