import type { NotePage, NoteRow, Reaction } from '@shared/notes/schema'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAsk } from '../../api/ask'
import { client } from '../../api/client'
import type { Here } from './use-capture'

/** What one answer holds. */
const PAGE = 100
/** The most pages that are asked for: two thousand notes on one episode. */
const MOST_PAGES = 20
const NO_ROWS: readonly NoteRow[] = []

export interface EpisodeNotes {
  /** In the order of the episode; of more than the screen asks for, the first. */
  readonly rows: readonly NoteRow[]
  readonly total: number
  readonly counts: ReadonlyMap<Reaction, number>
}

const joined = (answers: readonly UseQueryResult<NotePage>[]): readonly NoteRow[] =>
  answers.flatMap(({ data }) => data?.rows ?? [])

/** The notes on the episode that is on: all of them, as the clock may stand anywhere among them. */
export function useEpisodeNotes({ showId, episodeId }: Here): EpisodeNotes {
  const wanted = { showId, episodeId, search: '', kinds: [], tags: [], order: 'episode' as const }
  const first = useAsk('notes', 'list', { ...wanted, offset: 0 }, { keepLast: true })
  const total = first.data?.total ?? 0
  const more = Math.max(0, Math.min(MOST_PAGES, Math.ceil(total / PAGE)) - 1)
  const rest = useQueries({
    queries: Array.from({ length: more }, (_, index) => {
      const input = { ...wanted, offset: (index + 1) * PAGE }
      return { queryKey: ['notes', 'list', input], queryFn: () => client.notes.list(input) }
    }),
    combine: joined,
  })
  const start = first.data?.rows ?? NO_ROWS
  return useMemo(() => {
    // by id: a note that moves from one page to the next may be in both until both have been asked again
    const byId = new Map<string, NoteRow>()
    for (const row of [...start, ...rest]) if (row.episodeId === episodeId) byId.set(row.id, row)
    const rows = [...byId.values()]
    const counts = new Map<Reaction, number>()
    for (const { reaction } of rows) if (reaction) counts.set(reaction, (counts.get(reaction) ?? 0) + 1)
    return { rows, total, counts }
  }, [start, rest, total, episodeId])
}
