import { m } from '@shared/messages'
import { IconCheck } from '@tabler/icons-react'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { episodeLabel } from '../../ui/words'
import { EpisodeTitle } from './episode-title'
import { nextEpisodes } from './left-off'
import styles from './next-up.module.css'
import { useWatched } from './use-watched'

/**
 * What comes next, behind its veil, and the way to say that it has been seen. It `leads` the page when
 * there is nothing to recap yet.
 */
export function NextUp({ leads }: { readonly leads: boolean }) {
  const { inWatchOrder, page } = useShow()
  const { mark } = useWatched()
  const [next, after] = page ? nextEpisodes(inWatchOrder, page.reading) : []
  return (
    <div className={styles.next}>
      <SectionHead title={m.library_next_up()} />
      {next ? (
        <ul className={styles.list}>
          <li>
            <span className="subtle">{m.library_next()}</span>
            <span className={styles.episode}>
              {episodeLabel(next)} <EpisodeTitle episode={next} />
            </span>
            <Button
              size="sm"
              variant={leads ? 'primary' : 'secondary'}
              icon={IconCheck}
              onPress={() => mark(next, true)}
            >
              {m.library_mark_watched()}
            </Button>
          </li>
          {after && (
            <li>
              <span className="subtle">{m.library_after_that()}</span>
              <span className={styles.episode}>
                {episodeLabel(after)} <EpisodeTitle episode={after} />
              </span>
            </li>
          )}
        </ul>
      ) : (
        <p className={styles.end}>{m.library_next_nothing()}</p>
      )}
    </div>
  )
}
