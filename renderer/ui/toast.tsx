import { m } from '@shared/messages'
import { IconX } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { IconButton, TextButton } from './button'
import { Icon } from './icon'
import { Keys } from './kbd'
import { useShortcut } from './shortcuts'
import styles from './toast.module.css'
import { type Toast, toasts } from './toasts'

export { toasts }

function Notice({ toast, newest }: { readonly toast: Toast; readonly newest: boolean }) {
  const undo = () => {
    toasts.dismiss(toast.id)
    toast.undo?.()
  }
  return (
    <li className={styles.toast}>
      {toast.icon && <Icon of={toast.icon} />}
      <span className={styles.words}>{toast.text}</span>
      {toast.undo && (
        <>
          <TextButton onPress={undo}>{m.app_undo()}</TextButton>
          {newest && <Keys of={['Ctrl', 'Z']} />}
        </>
      )}
      <IconButton label={m.app_dismiss()} icon={IconX} size="sm" onPress={() => toasts.dismiss(toast.id)} />
    </li>
  )
}

/** Where toasts appear. Once, in the shell. */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.list)
  const newestUndo = shown.findLast((toast) => toast.undo)
  useShortcut('Mod+z', () => toasts.undoNewest(), { enabled: newestUndo !== undefined })
  return (
    <section className={styles.region} aria-label={m.app_notices()} aria-live="polite">
      <ol className={styles.list}>
        {shown.map((toast) => (
          <Notice key={toast.id} toast={toast} newest={toast === newestUndo} />
        ))}
      </ol>
    </section>
  )
}
