import { m } from '@shared/messages'
import type { Watching } from '@shared/watch/schema'
import { IconBadgeCc, IconPlayerStop } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { Button, IconButton } from '../../ui/button'
import { sayRefusal } from '../../ui/say-refusal'
import { episodeName } from '../../ui/words'
import { OverlayButton } from './overlay-button'
import { SourceSwitch } from './source-switch'
import styles from './watch-head.module.css'

/** Which episode is on, who moves its clock, and the ways out of this page. */
export function WatchHead({
  watching: { episode, source },
  onSubtitles,
}: {
  readonly watching: Watching
  readonly onSubtitles: () => void
}) {
  const { mutate: leave } = useTell('watch', 'leave')
  if (!episode) return null
  const title = episode.details.veiled ? null : episode.details.title
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <span>{episodeName(episode)}</span>
        {title}
      </h1>
      <div className={styles.end}>
        <SourceSwitch source={source} />
        <Button icon={IconBadgeCc} onPress={onSubtitles}>
          {m.watch_subtitles()}
        </Button>
        <OverlayButton />
        <IconButton
          icon={IconPlayerStop}
          label={m.watch_leave()}
          onPress={() => leave(undefined, { onError: sayRefusal })}
        />
      </div>
    </header>
  )
}
