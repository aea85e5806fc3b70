import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { useTell } from '../api/ask'
import { useShow } from '../api/current-show'
import { TextButton } from '../ui/button'
import { sayRefusal } from '../ui/say-refusal'
import { TimeField } from '../ui/time-field'
import { episodeLabel } from '../ui/words'
import styles from './lens.module.css'

/** How far the next episode has run, for somebody who is in the middle of it. */
export function LensRunning({ next }: { readonly next: Episode }) {
  const { showId, page } = useShow()
  const { mutate } = useTell('library', 'setRunning')
  const running = page?.reading.running?.episodeId === next.id ? page.reading.running : null
  const tell = (positionMs: number | null) => {
    if (showId === null) return
    mutate(
      { showId, episodeId: positionMs === null ? null : next.id, positionMs: positionMs ?? 0 },
      { onError: sayRefusal },
    )
  }
  return (
    <div className={styles.running}>
      <div>
        <b>{m.app_lens_on({ episode: episodeLabel(next) })}</b>
        <p>{m.app_lens_on_about()}</p>
        {running && <TextButton onPress={() => tell(null)}>{m.app_lens_on_stop()}</TextButton>}
      </div>
      <TimeField atMs={running?.positionMs ?? null} onChange={tell} />
    </div>
  )
}
