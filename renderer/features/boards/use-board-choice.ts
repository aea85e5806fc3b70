import type { BoardSummary } from '@shared/boards/schema'
import type { BoardId, MemberId, ShowId } from '@shared/ids'
import { useCallback, useMemo, useState } from 'react'
import { useAsk } from '../../api/ask'
import type { BoardChoice } from './use-board'

/** Which board of a show was open last, and who guessed: as long as the window is open. */
const last = new Map<ShowId, Omit<BoardChoice, 'showId'>>()

const NO_BOARDS: readonly BoardSummary[] = []
const FIRST: Omit<BoardChoice, 'showId'> = { boardId: null, as: null }

/** The boards of a show, the one that is open, and who guesses on it. */
export function useBoardChoice(showId: ShowId) {
  const { data: boards = NO_BOARDS } = useAsk('boards', 'list', { showId })
  const { data: members = [] } = useAsk('members', 'list', undefined)
  const [{ boardId, as }, setChoice] = useState(last.get(showId) ?? FIRST)
  const choose = useCallback(
    (change: { boardId?: BoardId | null; as?: MemberId | null }) => {
      const next = { ...(last.get(showId) ?? FIRST), ...change }
      last.set(showId, next)
      setChoice(next)
    },
    [showId],
  )
  const isThere = boards.some(({ id }) => id === boardId)
  const isHere = members.some((member) => member.id === as && !member.me && member.leftAt === null)
  const [board, member] = [isThere ? boardId : null, isHere ? as : null]
  const choice = useMemo((): BoardChoice => ({ showId, boardId: board, as: member }), [showId, board, member])
  return { boards, choice, choose }
}
