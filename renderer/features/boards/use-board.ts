import type { AppError } from '@shared/app-error'
import { boardAfter } from '@shared/boards/news'
import type { Board } from '@shared/boards/schema'
import type { BoardId, MemberId, ShowId } from '@shared/ids'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import { client } from '../../api/client'
import type { People } from '../../api/people'
import { type ActsOn, boardActs, rest } from './board-acts'
import { sharedBoard } from './lanes/share-board'

/** Which board of a show, and who looks at it. */
export interface BoardChoice {
  readonly showId: ShowId
  /** Null for the first. */
  readonly boardId: BoardId | null
  readonly as: MemberId | null
}

const sameChoice = (a: BoardChoice, b: BoardChoice): boolean =>
  a.showId === b.showId && a.boardId === b.boardId && a.as === b.as

/** The cache does not know of what its answers are. */
const shareAnswer = (old: unknown, next: unknown) => sharedBoard(old as Board | undefined, next as Board)

/** A board and what can be done with it. */
export function useBoard(choice: BoardChoice, people: People) {
  const queries = useQueryClient()
  /** What the core said last: what is drawn may be ahead of it. */
  const answered = useRef<{ readonly choice: BoardChoice; readonly board: Board } | null>(null)
  const board = useQuery<Board, AppError>({
    queryKey: ['boards', 'board', choice],
    queryFn: async ({ signal }) => {
      await rest(signal)
      // a key came in between: its answer is the one to wait for
      signal.throwIfAborted()
      const known = answered.current
      const next =
        known && sameChoice(known.choice, choice)
          ? boardAfter(known.board, await client.boards.since({ ...choice, known: known.board.version }))
          : await client.boards.board(choice)
      answered.current = { choice, board: next }
      return next
    },
    placeholderData: keepPreviousData,
    structuralSharing: shareAnswer,
  })
  const [, drawAgain] = useReducer((drawn: number) => drawn + 1, 0)
  const redraw = useCallback(() => flushSync(drawAgain), [])
  const id = board.data?.id
  const on = useRef<ActsOn | null>(null)
  on.current = id
    ? {
        queries,
        key: ['boards', 'board', choice],
        redraw,
        boardId: id,
        as: choice.as,
        guesser: choice.as ?? people.me,
      }
    : null
  const acts = useMemo(
    () =>
      boardActs(() => {
        if (!on.current) throw new Error('there is no board yet')
        return on.current
      }),
    [],
  )
  return { board, acts }
}
