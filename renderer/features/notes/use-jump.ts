import { AppError } from '@shared/app-error'
import type { EpisodeId } from '@shared/ids'
import { m } from '@shared/messages'
import { Ms } from '@shared/time'
import { formatTimecode } from '@shared/timecode'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { client } from '../../api/client'
import { useShow } from '../../api/current-show'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'

export type Jump = (episodeId: EpisodeId, atMs: number) => Promise<void>

/** Goes to a moment of an episode: the clock when the episode is on, else it is put on, on the Watch page. */
export function useJump(): Jump {
  const navigate = useNavigate()
  const { showId } = useShow()
  return useCallback(
    async (episodeId, atMs) => {
      if (showId === null) return
      try {
        const now = await client.watch.now(undefined)
        const isOn = now.episode?.episodeId === episodeId
        if (!isOn) await client.watch.open({ showId, episodeId })
        await client.watch.seek({ positionMs: Ms.parse(atMs) })
        if (isOn) toasts.show({ text: m.notes_jumped({ time: formatTimecode(atMs) }), key: 'jump' })
        else await navigate({ to: '/watch' })
      } catch (error) {
        sayRefusal(error instanceof AppError ? error : new AppError('internal', String(error)))
      }
    },
    [navigate, showId],
  )
}
