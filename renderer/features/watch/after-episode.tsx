import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconCheck } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { episodeLabel } from '../../ui/words'
import styles from './after-episode.module.css'
import { Stars } from './stars'
import type { Here } from './use-capture'

interface AfterEpisodeProps {
  readonly here: Here
  readonly episode: Episode
  readonly next: Episode | null
}

/** The curtain has fallen: a last thought goes into the line below; a rating, the mark, and what comes next. */
export function AfterEpisode({ here, episode, next }: AfterEpisodeProps) {
  const { mutate: rate } = useTell('library', 'rate')
  const { mutate: mark } = useTell('library', 'setWatched')
  const { mutate: undo } = useTell('library', 'undoWatched')
  const { mutate: open } = useTell('watch', 'open')
  const { mutate: leave } = useTell('watch', 'leave')
  const { page } = useShow()
  const seen = episode.viewings > 0 && (page?.reading.reach ?? 0) >= episode.ordinal
  const markIt = () =>
    mark(
      { ...here, watched: true, through: false },
      {
        onError: sayRefusal,
        onSuccess: ({ changeId }) =>
          void toasts.show({
            icon: IconCheck,
            text: m.watch_marked_watched({ episode: episodeLabel(episode) }),
            undo: () => undo({ changeId }, { onError: sayRefusal }),
          }),
      },
    )
  return (
    <section className={styles.after} aria-label={m.watch_after()}>
      <h2 className={styles.title}>{m.watch_after_title({ episode: episodeLabel(episode) })}</h2>
      <p className="muted">{m.watch_after_text()}</p>
      <div className={styles.row}>
        <span>{m.watch_rating()}</span>
        <Stars
          value={episode.halfStars}
          onChange={(halfStars) => rate({ ...here, halfStars }, { onError: sayRefusal })}
        />
      </div>
      <div className={styles.row}>
        {seen ? (
          <span className={styles.done}>{m.watch_is_watched()}</span>
        ) : (
          <Button variant="primary" icon={IconCheck} onPress={markIt}>
            {m.watch_mark_watched()}
          </Button>
        )}
        {next ? (
          <Button onPress={() => open({ showId: here.showId, episodeId: next.id }, { onError: sayRefusal })}>
            {m.watch_next({ episode: episodeLabel(next) })}
          </Button>
        ) : (
          <Button onPress={() => leave(undefined, { onError: sayRefusal })}>{m.watch_leave()}</Button>
        )}
      </div>
    </section>
  )
}
