import type { Chip } from '@shared/boards/evidence-schema'
import type { NoteId } from '@shared/ids'
import type { Lifted } from '@shared/veil/schema'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { client } from '../../../api/client'
import { useShow } from '../../../api/current-show'
import { refused } from '../board-acts'

export type OpenMoment = (
  at: Pick<Lifted<Chip>, 'ordinal' | 'atMs'> & { readonly noteId?: NoteId | null },
) => void

/** Opens what evidence rests on: its moment on the Watch page, else the note that it is. */
export function useMoment(): OpenMoment {
  const navigate = useNavigate()
  const { showId, episodeByOrdinal } = useShow()
  return useCallback(
    ({ ordinal, atMs, noteId }) => {
      const episodeId = episodeByOrdinal(ordinal)?.id
      const open = async () => {
        if (showId !== null && episodeId && atMs !== null) {
          const now = await client.watch.now(undefined)
          if (now.episode?.episodeId !== episodeId) await client.watch.open({ showId, episodeId })
          await client.watch.seek({ positionMs: atMs })
          await navigate({ to: '/watch' })
        } else if (noteId) await navigate({ to: '/notes', search: { note: noteId } })
      }
      void open().catch(refused)
    },
    [navigate, showId, episodeByOrdinal],
  )
}
