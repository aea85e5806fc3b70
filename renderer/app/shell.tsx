import { m } from '@shared/messages'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useShow } from '../api/current-show'
import { cx } from '../ui/cx'
import { placeOf } from './places'
import { RestartBanner } from './restart-banner'
import styles from './shell.module.css'
import { Sidebar } from './sidebar'
import { StatusBar } from './status-bar'
import { TitleBar } from './title-bar'
import { useAppKeys } from './use-app-keys'
import { usePageTitle } from './use-page-title'
import { useSettings } from './use-settings'

const EmptyStage = lazy(() =>
  import('../features/library/empty-stage').then((module) => ({ default: module.EmptyStage })),
)

/** Title bar, sidebar, page, status bar. */
export function Shell() {
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const { settings } = useSettings()
  const place = placeOf(pathname)
  const railed = settings.railed || place === 'speculation' || place === 'watch'
  const main = useRef<HTMLElement>(null)
  const { shows, settled, error } = useShow()
  // without a show every page of one is the empty stage
  const elsewhere = place === 'settings' || pathname === '/workshop/new'
  const empty = settled && !error && shows.length === 0 && !elsewhere
  useAppKeys()
  usePageTitle()
  const shown = useRef(pathname)
  // a new page begins at its top; the first one is there already, and moving it would lay it out before its fonts are in
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (main.current) main.current.scrollTop = 0
  }, [pathname])
  return (
    <div className={cx(styles.app, railed && styles.railed)}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {m.app_nav_skip()}
      </button>
      <TitleBar lens />
      <Sidebar railed={railed} />
      <main ref={main} className={styles.main} tabIndex={-1}>
        <RestartBanner />
        <div className={styles.page}>
          {empty ? (
            <Suspense fallback={null}>
              <EmptyStage />
            </Suspense>
          ) : (
            <Outlet />
          )}
        </div>
      </main>
      <StatusBar />
    </div>
  )
}
