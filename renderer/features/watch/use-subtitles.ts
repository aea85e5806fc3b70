import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { type Spoken, SUBTITLE_LIMITS, type Subtitle } from '@shared/subtitles/schema'
import { useCallback, useEffect, useState } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { useBroadcast } from '../../api/broadcasts'
import { client } from '../../api/client'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import type { Here } from './use-capture'

/** What the picker of files offers. */
export const SUBTITLE_FILES = ['.srt', '.vtt', '.ass', '.ssa'] as const

/** The subtitle files of the episode that is on, and the line that is spoken. */
export function useSubtitles(here: Here) {
  const files = useAsk('subtitles', 'ofEpisode', here, { keepLast: true })
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  const [reading, setReading] = useState<{ readonly cues: number; readonly of: number } | null>(null)
  useBroadcast('subtitles.spoken', (told) => setSpoken(told))
  const { episodeId } = here
  // biome-ignore lint/correctness/useExhaustiveDependencies: another episode has another line
  useEffect(() => {
    // the line that is there already, before the clock passes the next one
    void client.subtitles.spokenNow(undefined).then(
      (told) => setSpoken(told),
      () => undefined,
    )
  }, [episodeId])
  const { mutate: remove } = useTell('subtitles', 'remove')
  const { mutate: restore } = useTell('subtitles', 'restore')
  const list: readonly Subtitle[] = files.data ?? []
  const chosen = list.find((file) => file.chosen) ?? null

  const add = useCallback(
    async (file: File): Promise<void> => {
      try {
        // the core refuses it too; this keeps it from being read at all
        if (file.size > SUBTITLE_LIMITS.bytes)
          throw new AppError('subtitles-too-large', 'larger than subtitles are')
        const bytes = new Uint8Array(await file.arrayBuffer())
        setReading({ cues: 0, of: 0 })
        const added = await client.subtitles.add(
          { ...here, name: file.name, bytes },
          { onProgress: setReading },
        )
        const left = added.troubles.length
        toasts.show({
          text:
            left === 0
              ? m.watch_subtitles_added({ count: added.cues, name: added.name })
              : m.watch_subtitles_partly({ count: added.cues, left }),
        })
      } catch (error) {
        if (error instanceof AppError) sayRefusal(error)
      } finally {
        setReading(null)
      }
    },
    [here],
  )

  return {
    list,
    chosen,
    /** How far a file has been read; null when none is. */
    reading,
    spoken: spoken?.episodeId === episodeId && chosen ? spoken : null,
    add,
    remove: ({ id, name }: Subtitle) =>
      remove(
        { subtitleId: id },
        {
          onError: sayRefusal,
          onSuccess: () =>
            void toasts.show({
              text: m.watch_subtitles_removed({ name }),
              undo: () => restore({ subtitleId: id }, { onError: sayRefusal }),
            }),
        },
      ),
  }
}
export type Subtitles = ReturnType<typeof useSubtitles>
