import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTell } from '../../api/ask'
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
  /** How far the person reads in this show. */
  readonly reach: number | null
  /** It came by the person's own act, whose button is gone: the keys go on from here. */
  readonly takesFocus: boolean
}

/** The curtain has fallen: a last thought goes into the line below; a rating, the mark, and what comes next. */
export function AfterEpisode({ here, episode, next, reach, takesFocus }: AfterEpisodeProps) {
  const { mutate: rate } = useTell('library', 'rate')
  const { mutate: mark } = useTell('library', 'setWatched')
  const { mutate: undo } = useTell('library', 'undoWatched')
  const { mutate: open } = useTell('watch', 'open')
  const { mutate: leave } = useTell('watch', 'leave')
  const seen = episode.viewings > 0 && (reach ?? 0) >= episode.ordinal
  const title = useRef<HTMLHeadingElement>(null)
  const onward = useRef<HTMLButtonElement>(null)
  const marked = useRef(false)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    // the button that marked it goes with the mark
    if (seen && marked.current) onward.current?.focus()
    marked.current = false
  }, [seen])
  const markIt = () => {
    marked.current = true
    mark(
      { ...here, watched: true, through: false },
      {
        onError: (error) => {
          marked.current = false
          sayRefusal(error)
        },
        onSuccess: ({ changeId }) =>
          void toasts.show({
            icon: IconCheck,
            text: m.watch_marked_watched({ episode: episodeLabel(episode) }),
            undo: () => undo({ changeId }, { onError: sayRefusal }),
          }),
      },
    )
  }
  return (
    <section className={styles.after} aria-label={m.watch_after()}>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {m.watch_after_title({ episode: episodeLabel(episode) })}
      </h2>
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
          <Button
            ref={onward}
            onPress={() => open({ showId: here.showId, episodeId: next.id }, { onError: sayRefusal })}
          >
            {m.watch_next({ episode: episodeLabel(next) })}
          </Button>
        ) : (
          <Button ref={onward} onPress={() => leave(undefined, { onError: sayRefusal })}>
            {m.watch_leave()}
          </Button>
        )}
      </div>
    </section>
  )
}
