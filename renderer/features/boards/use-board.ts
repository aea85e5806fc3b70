import type { AppError } from '@shared/app-error'
import type { Board } from '@shared/boards/schema'
import type { BoardId, MemberId, ShowId } from '@shared/ids'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { client } from '../../api/client'
import { type ActsOn, boardActs, rest } from './board-acts'
import { sharedBoard } from './share-board'
import type { People } from './use-people'

/** Which board of a show, and who looks at it. */
export interface BoardChoice {
  readonly showId: ShowId
  /** Null for the first. */
  readonly boardId: BoardId | null
  readonly as: MemberId | null
}

/** The cache does not know of what its answers are. */
const shareAnswer = (old: unknown, next: unknown) => sharedBoard(old as Board | undefined, next as Board)

/** A board and what can be done with it. */
export function useBoard(choice: BoardChoice, people: People) {
  const queries = useQueryClient()
  const board = useQuery<Board, AppError>({
    queryKey: ['boards', 'board', choice],
    queryFn: async ({ signal }) => {
      await rest(signal)
      return client.boards.board(choice)
    },
    placeholderData: keepPreviousData,
    structuralSharing: shareAnswer,
  })
  const id = board.data?.id
  const on = useRef<ActsOn | null>(null)
  on.current = id
    ? {
        queries,
        key: ['boards', 'board', choice],
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
