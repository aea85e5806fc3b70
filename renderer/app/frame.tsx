import { m } from '@shared/messages'
import { IconTheater } from '@tabler/icons-react'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useBroadcast } from '../api/broadcasts'
import { client } from '../api/client'
import { useShow } from '../api/current-show'
import { firstPageMissing, isLookToKeep } from '../api/last-look'
import { PackDrop } from '../features/library/pack-drop'
import { showRefusal, showUpdate } from '../features/library/pack-import'
import { PackImportNotice } from '../features/library/pack-import-notice'
import { ToastRegion, toasts } from '../ui/toast'
import { rememberedLook } from './look'
import { Shell } from './shell'
import styles from './shell.module.css'
import { TitleBar } from './title-bar'
import { isTrouble } from './trouble'
import { useSettings } from './use-settings'

const Welcome = lazy(() => import('./welcome').then((module) => ({ default: module.Welcome })))
const TroublePage = lazy(() => import('./trouble-page').then((module) => ({ default: module.TroublePage })))

/** What fills the window: the app, a page on its way to paper, or the overlay over a film. */
export function Frame() {
  const bare = useRouterState({
    select: ({ location: { pathname } }) => pathname.startsWith('/print/') || pathname === '/overlay',
  })
  return bare ? <Outlet /> : <Window />
}

/** The app, and what may lie over it. */
function Window() {
  const { change } = useSettings()
  useBroadcast('desktop.packOpened', ({ showId, title }) => {
    change({ showId, welcomed: true })
    toasts.show({ icon: IconTheater, text: m.app_pack_opened({ title }) })
  })
  useBroadcast('desktop.packUpdate', ({ name, updateId }) => void showUpdate(name, updateId))
  useBroadcast('desktop.packRefused', ({ name, error }) => showRefusal(name, error))
  // last of the effects: what was opened from outside is told only now, and is heard
  useEffect(() => {
    if (!isLookToKeep()) client.desktop.listening(undefined).catch(() => undefined)
  }, [])
  return (
    <>
      <Stage />
      <PackDrop />
      <PackImportNotice />
      <ToastRegion />
    </>
  )
}

/** The shell, or the welcome before it, or trouble instead of it. */
function Stage() {
  const { settings, known, error: settingsError } = useSettings()
  const { shows, settled, error } = useShow()
  const trouble = [settingsError, error].find(isTrouble)
  const atHome = useRouterState({ select: ({ location }) => location.pathname === '/' })
  const elsewhere = !atHome || trouble !== undefined || (settled && shows.length === 0)
  useEffect(() => {
    if (elsewhere) firstPageMissing()
  }, [elsewhere])
  const bare = (
    <div className={styles.bare}>
      <TitleBar />
    </div>
  )
  if (trouble) {
    return (
      <Suspense fallback={bare}>
        <TroublePage error={trouble} />
      </Suspense>
    )
  }
  if (known && settled && !settings.welcomed && shows.length === 0) {
    return (
      <Suspense fallback={bare}>
        <Welcome />
      </Suspense>
    )
  }
  // before the first answer a new machine shows no shell that the welcome would take away again
  if (!(known && settled) && !rememberedLook().welcomed) return bare
  return <Shell />
}
