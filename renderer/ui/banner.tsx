import { m } from '@shared/messages'
import { IconAlertCircle, IconAlertTriangle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { IconButton } from './button'
import { cx } from './cx'
import { Icon, type IconDrawing } from './icon'

interface BannerProps {
  readonly kind: 'error' | 'warning'
  readonly title: string
  /** What is safe, and what to do. */
  readonly children?: ReactNode
  readonly icon?: IconDrawing
  /** A button at the end. */
  readonly action?: ReactNode
  readonly onDismiss?: () => void
}

/** A bar in the flow of a page, for what needs a decision. */
export function Banner({ kind, title, children, icon, action, onDismiss }: BannerProps) {
  return (
    <div className={cx(styles.banner, styles[kind])} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon
        of={icon ?? (kind === 'error' ? IconAlertCircle : IconAlertTriangle)}
        size="lg"
        className={cx(styles.sign)}
      />
      <div className={styles.words}>
        <b>{title}</b>
        {children && <p>{children}</p>}
      </div>
      <div className={styles.end}>
        {action}
        {onDismiss && <IconButton label={m.app_dismiss()} icon={IconX} size="sm" onPress={onDismiss} />}
      </div>
    </div>
  )
}
