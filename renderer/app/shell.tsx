import { m } from '@shared/messages'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { cx } from '../ui/cx'
import { RestartBanner } from './restart-banner'
import styles from './shell.module.css'
import { Sidebar } from './sidebar'
import { StatusBar } from './status-bar'
import { TitleBar } from './title-bar'
import { placeOf } from './places'
import { useAppKeys } from './use-app-keys'
import { usePageTitle } from './use-page-title'
import { useSettings } from './use-settings'

/** Title bar, sidebar, page, status bar. */
export function Shell() {
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const { settings } = useSettings()
  const railed = settings.railed || placeOf(pathname) === 'speculation'
  const main = useRef<HTMLElement>(null)
  useAppKeys()
  usePageTitle()
  // a new page begins at its top
  useEffect(() => {
    if (pathname && main.current) main.current.scrollTop = 0
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
          <Outlet />
        </div>
      </main>
      <StatusBar />
    </div>
  )
}
