import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { useTell } from '../api/ask'
import { useShow } from '../api/current-show'
import { IconVeil } from '../ui/marks'
import { sayRefusal } from '../ui/say-refusal'
import { toasts } from '../ui/toast'
import { episodeLabel } from '../ui/words'

/** Moves the reading line from the title bar and by keys; each move can be undone. */
export function useReadingLine() {
  const { showId, page, reach, episodes, episodeByOrdinal, moveReading } = useShow()
  const { mutate: setWatched } = useTell('library', 'setWatched')

  const { mutate: undoWatched } = useTell('library', 'undoWatched')
  const nameOf = (ordinal: number) => {
    const episode = episodeByOrdinal(ordinal)
    return episode ? episodeLabel(episode) : m.app_lens_start()
  }
  const readAsOf = (ordinal: number | null) => {
    const before = page?.reading.byHand ? reach : null
    moveReading(ordinal)
    toasts.show({
      key: 'reading-line',
      icon: IconVeil,
      text: m.app_lens_moved({ episode: nameOf(ordinal ?? page?.reading.watchedRun ?? 0) }),
      undo: () => moveReading(before),
    })
  }
  return {
    readAsOf,
    /** One episode back or on; 0 is before the first. */
    step(by: -1 | 1) {
      const stops = [0, ...episodes.map(({ ordinal }) => ordinal)]
      const at = stops.findLastIndex((stop) => stop <= (reach ?? 0))
      const to = stops[at + by]
      if (to !== undefined) readAsOf(to)
    },
    markThrough(episode: Episode) {
      if (showId === null) return
      setWatched(
        { showId, episodeId: episode.id, watched: true, through: true },
        {
          onSuccess: ({ changeId }) => {
            toasts.show({
              key: 'reading-line',
              icon: IconVeil,
              text: m.app_lens_marked({ episode: episodeLabel(episode) }),
              undo: () => undoWatched({ changeId }, { onError: sayRefusal }),
            })
          },
          onError: sayRefusal,
        },
      )
    },
  }
}
