import type { NoteRow, Reaction } from '@shared/notes/schema'
import { useMemo } from 'react'
import { useAsk } from '../../api/ask'
import type { Here } from './use-capture'

/** The most that the screen asks for at once. */
const PAGE = 100

export interface EpisodeNotes {
  /** In the order of the episode; of more than the screen holds, the last. */
  readonly rows: readonly NoteRow[]
  readonly total: number
  readonly counts: ReadonlyMap<Reaction, number>
}

/** The notes on the episode that is on. */
export function useEpisodeNotes(here: Here): EpisodeNotes {
  const wanted = { ...here, search: '', kinds: [], tags: [], order: 'episode' as const }
  const first = useAsk('notes', 'list', { ...wanted, offset: 0 }, { keepLast: true })
  const total = first.data?.total ?? 0
  const rest = useAsk(
    'notes',
    'list',
    { ...wanted, offset: Math.max(0, total - PAGE) },
    { enabled: total > PAGE, keepLast: true },
  )
  const rows = (total > PAGE ? rest.data?.rows : undefined) ?? first.data?.rows
  return useMemo(() => {
    const ofEpisode = (rows ?? []).filter(({ episodeId }) => episodeId === here.episodeId)
    const counts = new Map<Reaction, number>()
    for (const { reaction } of ofEpisode) if (reaction) counts.set(reaction, (counts.get(reaction) ?? 0) + 1)
    return { rows: ofEpisode, total, counts }
  }, [rows, total, here.episodeId])
}
