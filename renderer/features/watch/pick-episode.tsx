import type { ShowId } from '@shared/ids'
import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { sayRefusal } from '../../ui/say-refusal'
import { Select } from '../../ui/select'
import { episodeLabel, episodeName } from '../../ui/words'
import { nextUp } from './next-up'
import styles from './pick-episode.module.css'

/** What an episode is called where its title may be shown, and its number elsewhere. */
export const spokenName = (episode: Episode): string =>
  episodeName(episode, episode.details.veiled ? null : episode.details.title)

/** Nothing is on: the next episode with one press, any other from a list. */
export function PickEpisode({ showId }: { readonly showId: ShowId }) {
  const { inWatchOrder, reach } = useShow()
  const { mutate: open } = useTell('watch', 'open')
  const next = nextUp(inWatchOrder, reach)
  const start = (episodeId: Episode['id']) => open({ showId, episodeId }, { onError: sayRefusal })
  return (
    <Empty
      level={1}
      icon={IconPlayerPlay}
      title={
        <>
          {m.watch_empty_before()} <em>{m.watch_empty_word()}</em>
        </>
      }
      actions={
        <>
          {next && (
            <Button variant="primary" icon={IconPlayerPlay} onPress={() => start(next.id)}>
              {m.watch_put_on({ episode: episodeLabel(next) })}
            </Button>
          )}
          <div className={styles.other}>
            <Select
              label={m.watch_other_episode()}
              hideLabel
              placeholder={m.watch_other_episode()}
              value={null}
              choices={inWatchOrder.map((episode) => ({ id: episode.id, label: spokenName(episode) }))}
              onChange={(id) => {
                const chosen = inWatchOrder.find((episode) => episode.id === id)
                if (chosen) start(chosen.id)
              }}
            />
          </div>
        </>
      }
    >
      <p>{m.watch_empty_text()}</p>
    </Empty>
  )
}
