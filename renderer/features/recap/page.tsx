import type { ShowId, ThreadId } from '@shared/ids'
import { m } from '@shared/messages'
import type { RecapEpisode } from '@shared/recap/schema'
import { IconHistory } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { Button, LinkButton } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { errorWords } from '../../ui/error-words'
import { Keys } from '../../ui/kbd'
import { SkeletonLines } from '../../ui/skeleton'
import { EpisodeIndex } from './episode-index'
import { foldsBySeason } from './folds'
import { Masthead } from './masthead'
import styles from './page.module.css'
import { openEpisodes, openThreads } from './reading'
import { ReadingPane } from './reading-pane'
import { Threads } from './threads'
import { useBeatWalk } from './use-beat-walk'

/** "Previously on…", for exactly the reading line. */
export default function RecapPage() {
  const { showId } = useShow()
  return showId === null ? null : <RecapOf key={showId} showId={showId} />
}

function RecapOf({ showId }: { readonly showId: ShowId }) {
  const recap = useAsk('recap', 'previously', { showId }, { keepLast: true })
  const [hidden, setHidden] = useState<ReadonlySet<ThreadId>>(new Set())
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const pane = useRef<HTMLElement>(null)
  useBeatWalk(pane)

  const reached = recap.data ? openEpisodes(recap.data, hidden) : []
  // with storylines left out, an episode without any of the others has nothing to say
  const episodes = hidden.size > 0 ? reached.filter(({ beats }) => beats.length > 0) : reached
  const toggle = (season: number) => {
    const next = new Set(unfolded)
    if (!next.delete(season)) next.add(season)
    setUnfolded(next)
  }
  const go = (episode: RecapEpisode) => {
    const fold = foldsBySeason(episodes).folds.find((one) =>
      one.episodes.some(({ episode: { id } }) => id === episode.id),
    )
    if (fold) flushSync(() => setUnfolded(new Set([...unfolded, fold.season])))
    const section = pane.current?.querySelector(`[data-episode="${episode.id}"]`)
    section?.scrollIntoView({ block: 'start', behavior: 'smooth' })
    section?.querySelector<HTMLElement>('[data-beat]')?.focus({ preventScroll: true })
  }
  const atStart = recap.data !== undefined && reached.length === 0

  return (
    <div className={styles.page}>
      <Masthead />
      <div className={styles.body}>
        <div className={styles.side}>
          {recap.data && <EpisodeIndex recap={recap.data} onGo={go} />}
          {recap.data && !atStart && (
            <Threads threads={openThreads(recap.data)} hidden={hidden} onChange={setHidden} />
          )}
          <ul className={styles.keys}>
            <li>
              <Keys of={['[', ']']} spoken /> {m.recap_keys_line()}
            </li>
            <li>
              <Keys of={['J', 'K']} spoken /> {m.recap_keys_beat()}
            </li>
          </ul>
        </div>
        <section ref={pane} className={styles.read} aria-label={m.app_nav_recap()}>
          {recap.isPending && <SkeletonLines lines={6} />}
          {recap.isError && (
            <Banner
              kind="error"
              title={errorWords(recap.error).title}
              action={
                <Button size="sm" onPress={() => void recap.refetch()}>
                  {m.app_try_again()}
                </Button>
              }
            >
              {errorWords(recap.error).text}
            </Banner>
          )}
          {atStart && <Beginning />}
          {recap.data && !atStart && (
            <ReadingPane recap={recap.data} episodes={episodes} unfolded={unfolded} onToggle={toggle} />
          )}
        </section>
      </div>
    </div>
  )
}

function Beginning() {
  return (
    <Empty
      icon={IconHistory}
      title={
        <>
          {m.recap_empty_before()}
          <em>{m.recap_empty_em()}</em>
        </>
      }
      actions={<LinkButton to="/">{m.recap_empty_action()}</LinkButton>}
    >
      {m.recap_empty_text()}
    </Empty>
  )
}
