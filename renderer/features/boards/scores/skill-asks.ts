import type { AppError } from '@shared/app-error'
import type { CardScores, Scores } from '@shared/boards/scores-schema'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { client } from '../../../api/client'
import { rest } from '../board-acts'
import type { BoardChoice } from '../use-board'

/*
 * Scores stand beside a board on which somebody works. They are asked for when the hand rests: a step on a large
 * board is answered in a frame, and the scores of everything that is decided are not.
 */

/** How well everybody on a board guesses. */
export const useScores = (choice: BoardChoice): UseQueryResult<Scores, AppError> =>
  useQuery<Scores, AppError>({
    queryKey: ['boards', 'scores', choice],
    queryFn: async ({ signal }) => {
      await rest(signal)
      return client.boards.scores(choice)
    },
    placeholderData: keepPreviousData,
  })

/** Everybody's scores on each decided card of a board. */
export function useResolved({ showId, boardId }: BoardChoice): UseQueryResult<CardScores[], AppError> {
  const of = { showId, boardId }
  return useQuery<CardScores[], AppError>({
    queryKey: ['boards', 'resolved', of],
    queryFn: async ({ signal }) => {
      await rest(signal)
      return client.boards.resolved(of)
    },
    placeholderData: keepPreviousData,
  })
}
