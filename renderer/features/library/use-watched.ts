import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconCheck } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toast'
import { episodeLabel } from '../../ui/words'

/** Marks episodes as watched, or takes it back. Undo of one episode is its opposite. */
export function useWatched() {
  const { showId } = useShow()
  const { mutate } = useTell('library', 'setWatched')

  const tell = (episode: Episode, watched: boolean, through: boolean, then?: () => void) => {
    if (showId === null) return
    mutate(
      { showId, episodeId: episode.id, watched, through },
      {
        onSuccess: () => then?.(),
        onError: (error) => {
          const { title, text } = errorWords(error)
          toasts.show({ text: `${title} ${text}` })
        },
      },
    )
  }
  return {
    mark(episode: Episode, watched: boolean) {
      const say = watched ? m.library_marked : m.library_unmarked
      tell(episode, watched, false, () =>
        toasts.show({
          key: 'watched',
          icon: IconCheck,
          text: say({ episode: episodeLabel(episode) }),
          undo: () => tell(episode, !watched, false),
        }),
      )
    },
    /** Everything up to this episode as well; taking it back takes back everything from it on. */
    markThrough(episode: Episode, watched: boolean) {
      const say = watched ? m.library_marked_through : m.library_unmarked_from
      tell(episode, watched, true, () =>
        toasts.show({ key: 'watched', icon: IconCheck, text: say({ episode: episodeLabel(episode) }) }),
      )
    },
  }
}
