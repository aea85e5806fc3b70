import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconCheck } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toast'
import { episodeLabel } from '../../ui/words'

/** Marks episodes as watched, or takes it back. Every change can be undone, with its days. */
export function useWatched() {
  const { showId } = useShow()
  const { mutate } = useTell('library', 'setWatched')
  const { mutate: undo } = useTell('library', 'undoWatched')

  const tell = (episode: Episode, watched: boolean, through: boolean, text: string) => {
    if (showId === null) return
    mutate(
      { showId, episodeId: episode.id, watched, through },
      {
        onSuccess: ({ changeId }) =>
          toasts.show({
            key: 'watched',
            icon: IconCheck,
            text,
            undo: () => undo({ changeId }, { onError: sayRefusal }),
          }),
        onError: sayRefusal,
      },
    )
  }
  return {
    mark(episode: Episode, watched: boolean) {
      const say = watched ? m.library_marked : m.library_unmarked
      tell(episode, watched, false, say({ episode: episodeLabel(episode) }))
    },
    /** Everything up to this episode as well; taking it back takes back everything from it on. */
    markThrough(episode: Episode, watched: boolean) {
      const say = watched ? m.library_marked_through : m.library_unmarked_from
      tell(episode, watched, true, say({ episode: episodeLabel(episode) }))
    },
  }
}
