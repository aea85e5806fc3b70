import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'
import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './switch.module.css'

/** On or off, at once. The words stand before the switch. */
export function Switch({
  children,
  ...rest
}: Omit<AriaSwitchProps, 'children' | 'className' | 'style'> & { readonly children?: ReactNode }) {
  return (
    <AriaSwitch {...rest} className={cx(styles.switch)}>
      {children}
      <span className={styles.track} aria-hidden="true" />
    </AriaSwitch>
  )
}
