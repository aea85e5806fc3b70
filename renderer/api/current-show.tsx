import type { AppError } from '@shared/app-error'
import type { ShowId } from '@shared/ids'
import type { Episode, ShowPage, ShowSummary } from '@shared/library/schema'
import { toReach } from '@shared/veil/reach'
import type { Reach } from '@shared/veil/schema'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useAsk, useTell } from './ask'

export interface CurrentShow {
  /** Null while there is none: still loading, or an empty stage. */
  readonly showId: ShowId | null
  readonly page: ShowPage | undefined
  /** Every show of the library. */
  readonly shows: readonly ShowSummary[]
  /** How far the person reads; null when nobody can tell, which veils everything stamped. */
  readonly reach: Reach | null
  /** Every episode in its order. */
  readonly episodes: readonly Episode[]
  /** The same in the order in which the person watches. */
  readonly inWatchOrder: readonly Episode[]
  readonly episodeByOrdinal: (ordinal: number | null) => Episode | undefined
  /** Moves the reading line by hand; null gives it back to the watched episodes. */
  readonly moveReading: (reach: number | null) => void
  /** The library has answered, so that an absent show is really absent. */
  readonly settled: boolean
  readonly error: AppError | null
}

const Context = createContext<CurrentShow | null>(null)

const NOT_ASKED = '00000000-0000-7000-8000-000000000000'

/** Every episode of a show in its order. */
const inOrder = (page: ShowPage | undefined): readonly Episode[] =>
  (page?.seasons ?? []).flatMap((season) => season.episodes).sort((a, b) => a.ordinal - b.ordinal)

/** The same in the order in which the person watches it; the chosen order names every one, without it the story's holds. */
export function inWatchOrderOf(page: ShowPage | undefined): readonly Episode[] {
  const episodes = inOrder(page)
  const order = page?.orders.find(({ id }) => id === page.orderId)
  if (!order) return episodes
  const byId = new Map(episodes.map((episode) => [episode.id, episode]))
  return order.episodes.flatMap((id) => byId.get(id) ?? [])
}

/** Knows which show is open: the one of the settings, else the first. */
export function CurrentShowProvider({ children }: { readonly children: ReactNode }) {
  const settings = useAsk('settings', 'read', undefined)
  const shows = useAsk('library', 'shows', undefined)
  const chosen = settings.data?.showId ?? null
  const list = shows.data
  const showId = list?.find(({ id }) => id === chosen)?.id ?? list?.[0]?.id ?? null
  const show = useAsk(
    'library',
    'show',
    { showId: showId ?? NOT_ASKED },
    { enabled: showId !== null, keepLast: true },
  )
  const queries = useQueryClient()
  const { mutate } = useTell('library', 'setReading')
  const page = showId !== null && show.data?.show.id === showId ? show.data : undefined
  const error = settings.error ?? shows.error ?? show.error
  const settled =
    !settings.isPending && !shows.isPending && (showId === null || page !== undefined || show.isError)

  const value = useMemo((): CurrentShow => {
    const episodes = inOrder(page)
    const byOrdinal = new Map<number, Episode>(episodes.map((episode) => [episode.ordinal, episode]))
    return {
      showId,
      page,
      shows: list ?? [],
      reach: page?.reading.reach ?? null,
      episodes,
      inWatchOrder: inWatchOrderOf(page),
      episodeByOrdinal: (ordinal) => (ordinal === null ? undefined : byOrdinal.get(ordinal)),
      moveReading: (to) => {
        if (showId === null) return
        const reach = to === null ? null : toReach(to)
        // the line moves under the thumb; what it unveils comes with the answer
        queries.setQueryData<ShowPage>(['library', 'show', { showId }], (old) => {
          if (!old) return old
          const { watchedRun } = old.reading
          const moved = { reach: reach ?? watchedRun, byHand: reach !== null }
          return { ...old, reading: { ...old.reading, ...moved } }
        })
        mutate({ showId, reach })
      },
      settled,
      error,
    }
  }, [showId, page, list, queries, mutate, settled, error])
  return <Context value={value}>{children}</Context>
}

/** The show that is open, its reading line and its episodes. */
export function useShow(): CurrentShow {
  const show = useContext(Context)
  if (!show) throw new Error('useShow is called outside CurrentShowProvider')
  return show
}
