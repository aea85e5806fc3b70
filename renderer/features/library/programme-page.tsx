import type { ShowPage } from '@shared/library/schema'
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { firstPageStands, isLookToKeep } from '../../api/last-look'
import { Page } from '../../ui/page'
import { Rule } from '../../ui/rule'
import { CastStrip } from './cast-strip'
import { EmptyStage } from './empty-stage'
import { House } from './house'
import { Masthead } from './masthead'
import { OpenQuestions } from './open-questions'
import { Previously } from './previously'
import { Production } from './production'
import styles from './programme-page.module.css'
import { ShowProblem, ShowWaiting } from './show-states'
import { useNewDay } from './use-new-day'
import { WhereLeftOff } from './where-left-off'

// below the fold, and more than all the rest of the page: it comes when the fold has been drawn
const FromThePress = lazy(() => import('./from-the-press'))

/** At the latest after so long, in ms, what lies below the fold is drawn too. */
const BELOW_MS = 500

/** False until the first frame is out: what lies below the fold must not hold up what is on it. */
function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    // a look ends at the fold
    if (isLookToKeep()) return
    const waiting = requestIdleCallback(() => setDrawn(true), { timeout: BELOW_MS })
    return () => cancelIdleCallback(waiting)
  }, [])
  return drawn
}

/** Says when everything above the fold has its answer. */
function useFirstPage(): void {
  const queries = useQueryClient()
  const waiting = useIsFetching()
  // asked anew: what the parts of the page ask for begins after it has been drawn, and before this
  useEffect(() => {
    if (waiting === 0 && queries.isFetching() === 0) firstPageStands()
  }, [waiting, queries])
}

function Programme({ page }: { readonly page: ShowPage }) {
  const { id } = page.show
  const { data: press, refetch } = useAsk('library', 'press', { showId: id }, { keepLast: true })
  useNewDay(
    useCallback(() => void refetch(), [refetch]),
    press?.today,
  )
  const drawn = useDrawn()
  useFirstPage()
  return (
    <Page className={styles.programme ?? ''}>
      <header className={styles.mast}>
        <Masthead page={page} />
        {press && <Production press={press} />}
      </header>
      <Rule double />
      <div className={styles.columns}>
        <WhereLeftOff page={page} />
        <Previously showId={id} />
        <OpenQuestions showId={id} />
      </div>
      <div className={styles.foot}>
        <CastStrip showId={id} />
        {press && <House press={press} />}
      </div>
      {press && drawn && (
        <Suspense>
          <FromThePress press={press} page={page} />
        </Suspense>
      )}
    </Page>
  )
}

/** The front page of a show. */
export function ProgrammePage() {
  const { page, shows, settled, error } = useShow()
  if (page) return <Programme page={page} />
  if (error) return <ShowProblem error={error} />
  if (settled && shows.length === 0) return <EmptyStage />
  return <ShowWaiting />
}
