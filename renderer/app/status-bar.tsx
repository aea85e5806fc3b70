import { m } from '@shared/messages'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/icon'
import { Keys } from '../ui/kbd'
import { useShortcut } from '../ui/shortcuts'
import styles from './status-bar.module.css'

const KeyMap = lazy(() => import('./key-map').then((module) => ({ default: module.KeyMap })))

/** Where things are kept, and the keyboard map. */
export function StatusBar() {
  const [mapOpen, setMapOpen] = useState(false)
  useShortcut('?', () => setMapOpen(true))
  return (
    <footer className={styles.bar}>
      <span className={styles.fact}>
        <Icon of={IconDeviceFloppy} size="sm" />
        {m.app_status_kept()}
      </span>
      <button type="button" className={styles.keys} aria-haspopup="dialog" onClick={() => setMapOpen(true)}>
        <Keys of={['?']} />
        {m.app_keys_button()}
      </button>
      {mapOpen && (
        <Suspense fallback={null}>
          <KeyMap onClose={() => setMapOpen(false)} />
        </Suspense>
      )}
    </footer>
  )
}
