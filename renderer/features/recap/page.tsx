import type { ShowId, ThreadId } from '@shared/ids'
import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { RECAP_LENGTHS, type RecapLength } from '@shared/recap/choices'
import { IconHistory } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { Button, LinkButton } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { errorWords } from '../../ui/error-words'
import { Segmented } from '../../ui/segmented'
import { useShortcut } from '../../ui/shortcuts'
import { SkeletonLines } from '../../ui/skeleton'
import { EpisodeIndex, StrandIndex } from './episode-index'
import { KeyLegend } from './key-legend'
import { Masthead } from './masthead'
import styles from './page.module.css'
import { PinDialog } from './pin-dialog'
import { ReadingPane } from './reading-pane'
import { sectionKey } from './strand'
import { Threads } from './threads'
import { useBeatWalk } from './use-beat-walk'
import { useChoice } from './use-choice'
import { useTelling } from './use-programme'
import { sectionWords } from './words'

const LENGTH_WORDS: Record<RecapLength, () => string> = { minute: m.recap_minute, full: m.recap_full }

/** "Previously on…", for exactly the reading line. */
export default function RecapPage() {
  const { showId } = useShow()
  return showId === null ? null : <RecapOf key={showId} showId={showId} />
}

function RecapOf({ showId }: { readonly showId: ShowId }) {
  const { episodeByOrdinal } = useShow()
  const { view, length, choose } = useChoice(showId)
  const [hidden, setHidden] = useState<ReadonlySet<ThreadId>>(new Set())
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const [pinning, setPinning] = useState<Episode | null>(null)
  const told = useTelling(showId, { view, length }, hidden)
  const { recap, telling, places, reach } = told
  const pane = useRef<HTMLElement>(null)
  useBeatWalk(pane)

  const atStart = recap.data !== undefined && telling !== null && !places.some(({ open }) => open)
  const pinHere = () => {
    const beat = document.activeElement?.closest<HTMLElement>('[data-beat]')
    const episode = episodeByOrdinal(beat ? Number(beat.dataset.ordinal) : reach)
    if (episode) setPinning(episode)
  }
  useShortcut('p', pinHere, { enabled: pinning === null && telling !== null && !atStart })
  useShortcut('m', () => choose({ length: length === 'full' ? 'minute' : 'full' }))

  const toggle = (season: number) => {
    const next = new Set(unfolded)
    if (!next.delete(season)) next.add(season)
    setUnfolded(next)
  }
  const go = (key: string) => {
    const find = () => pane.current?.querySelector(`[data-section="${CSS.escape(key)}"]`)
    const season = view === 'episode' ? episodeByOrdinal(Number(key))?.season : undefined
    if (!find() && season !== undefined) flushSync(() => setUnfolded(new Set([...unfolded, season])))
    const section = find()
    section?.scrollIntoView({ block: 'start', behavior: 'smooth' })
    section?.querySelector<HTMLElement>('[data-beat]')?.focus({ preventScroll: true })
  }
  const strands = (telling?.sections ?? []).map((section) => ({
    key: sectionKey(section),
    name: sectionWords(section.of, episodeByOrdinal),
  }))

  return (
    <div className={styles.page}>
      <Masthead />
      <div className={styles.body}>
        <div className={styles.side}>
          {telling && view === 'episode' && <EpisodeIndex places={places} reach={reach} onGo={go} />}
          {telling && view !== 'episode' && (
            <StrandIndex
              label={view === 'character' ? m.recap_by_character() : m.recap_by_storyline()}
              entries={strands}
              onGo={go}
            />
          )}
          {telling && !atStart && recap.data && (
            <Threads threads={recap.data.threads} hidden={hidden} onChange={setHidden} />
          )}
          {telling && !atStart && (
            <div className={styles.length}>
              <span className="t-label muted" aria-hidden="true">
                {m.recap_length()}
              </span>
              <Segmented
                label={m.recap_length()}
                segments={RECAP_LENGTHS.map((id) => ({ id, label: LENGTH_WORDS[id]() }))}
                value={length}
                onChange={(chosen) => choose({ length: chosen })}
              />
            </div>
          )}
          <KeyLegend />
        </div>
        <section ref={pane} className={styles.read} aria-label={m.app_nav_recap()}>
          {!telling && !recap.isError && <SkeletonLines lines={6} />}
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
          {telling && !atStart && (
            <ReadingPane
              told={told}
              print={{ page: 'recap', showId, view, length, hidden: [...hidden] }}
              onView={(chosen) => choose({ view: chosen })}
              unfolded={unfolded}
              onToggle={toggle}
            />
          )}
        </section>
      </div>
      {pinning && <PinDialog showId={showId} episode={pinning} onClose={() => setPinning(null)} />}
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
