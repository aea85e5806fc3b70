import { m } from '@shared/messages'
import { IconCopy, IconMinus, IconSquare, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useAsk } from '../api/ask'
import { useBroadcast } from '../api/broadcasts'
import { client } from '../api/client'
import { Icon, type IconDrawing } from '../ui/icon'
import styles from './window-buttons.module.css'

type Action = Parameters<typeof client.desktop.window>[0]['action']

const BUTTON = (label: string, icon: IconDrawing, action: Action) => (
  <button
    type="button"
    className={styles.button}
    aria-label={label}
    title={label}
    data-action={action}
    onClick={() => void client.desktop.window({ action })}
  >
    <Icon of={icon} size="sm" />
  </button>
)

/** Minimise, maximise and close, where the system draws none. */
export function WindowButtons() {
  const queries = useQueryClient()
  const { data } = useAsk('desktop', 'windowState', undefined)
  useBroadcast('desktop.windowChanged', (changed) =>
    queries.setQueryData(['desktop', 'windowState', undefined], data && { ...data, ...changed }),
  )
  return (
    <div className={styles.buttons}>
      {BUTTON(m.app_window_minimise(), IconMinus, 'minimise')}
      {data?.maximised
        ? BUTTON(m.app_window_restore(), IconCopy, 'toggle-maximise')
        : BUTTON(m.app_window_maximise(), IconSquare, 'toggle-maximise')}
      {BUTTON(m.app_window_close(), IconX, 'close')}
    </div>
  )
}
