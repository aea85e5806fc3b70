import { AppError } from '@shared/app-error'
import type { ShowId } from '@shared/ids'
import type { Pin } from '@shared/notes/schema'
import { bindPages, type Recap } from '@shared/recap/recap'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { client } from '../../api/client'

/** Pages that were read at two reaches are read again; a line that moves more often than this is still moving. */
const TRIES = 3

async function readPages(showId: ShowId): Promise<Recap> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const first = await client.recap.page({ showId, page: 0 })
    const others = Array.from({ length: first.pages - 1 }, (_value, at) => at + 1)
    const rest = await Promise.all(others.map((page) => client.recap.page({ showId, page })))
    const recap = bindPages([first, ...rest])
    if (recap) return recap
  }
  throw new AppError('internal', 'the reading line moved while the recap was read')
}

async function readPins(showId: ShowId): Promise<readonly Pin[]> {
  const pins: Pin[] = []
  for (;;) {
    const { rows, total } = await client.notes.pinned({ showId, offset: pins.length })
    pins.push(...rows)
    if (rows.length === 0 || pins.length >= total) return pins
  }
}

/** The whole recap of a show, page by page. Asked again when the reading line moves. */
export const useRecap = (showId: ShowId): UseQueryResult<Recap, AppError> =>
  useQuery<Recap, AppError>({
    queryKey: ['recap', 'page', { showId, all: true }],
    queryFn: () => readPages(showId),
    placeholderData: keepPreviousData,
  })

/** Every pinned note that may be read. */
export const usePins = (showId: ShowId): UseQueryResult<readonly Pin[], AppError> =>
  useQuery<readonly Pin[], AppError>({
    queryKey: ['notes', 'pinned', { showId, all: true }],
    queryFn: () => readPins(showId),
    placeholderData: keepPreviousData,
  })
