import type { BoardId, MemberId, ShowId } from '@shared/ids'
import { useState } from 'react'
import { useAsk } from '../../api/ask'
import type { BoardChoice } from './use-board'

/** Which board of a show was open last, and who guessed: as long as the window is open. */
const last = new Map<ShowId, Omit<BoardChoice, 'showId'>>()

/** The boards of a show, the one that is open, and who guesses on it. */
export function useBoardChoice(showId: ShowId) {
  const { data: boards = [] } = useAsk('boards', 'list', { showId })
  const { data: members = [] } = useAsk('members', 'list', undefined)
  const [{ boardId, as }, setChoice] = useState(last.get(showId) ?? { boardId: null, as: null })
  const choose = (change: { boardId?: BoardId | null; as?: MemberId | null }) => {
    const next = { boardId, as, ...change }
    last.set(showId, next)
    setChoice(next)
  }
  const isThere = boards.some(({ id }) => id === boardId)
  const isHere = members.some((member) => member.id === as && !member.me && member.leftAt === null)
  const choice: BoardChoice = { showId, boardId: isThere ? boardId : null, as: isHere ? as : null }
  return { boards, choice, choose }
}
