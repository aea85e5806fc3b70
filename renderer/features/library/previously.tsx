import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { TextLink } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { SkeletonLines } from '../../ui/skeleton'
import { Veil } from '../../ui/veil'
import { episodeLabel } from '../../ui/words'
import styles from './previously.module.css'

/** Where things stand at the reading line, with a drop cap. */
export function Previously({ showId }: { readonly showId: ShowId }) {
  const { reach, episodeByOrdinal } = useShow()
  const { data, isPending } = useAsk('recap', 'previously', { showId }, { keepLast: true })
  const episode = episodeByOrdinal(reach)
  const standing = data?.standing
  return (
    <section>
      <SectionHead
        title={m.library_previously()}
        end={<TextLink to="/recap">{m.library_read_recap()}</TextLink>}
      />
      {isPending && <SkeletonLines lines={5} />}
      {standing && !standing.veiled && <p className={styles.prose}>{standing.text}</p>}
      {standing?.veiled && <Veil safeAfter={episode ? episodeLabel(episode) : null} />}
      {data && !standing && (
        <p className={styles.nothing}>
          {episode ? m.library_previously_unwritten() : m.library_previously_nothing()}
        </p>
      )}
      {episode && standing && !episode.details.veiled && (
        <p className={styles.from}>
          {m.library_previously_from({ episode: episodeLabel(episode), title: episode.details.title })}
        </p>
      )}
    </section>
  )
}
