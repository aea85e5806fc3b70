import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch'
import { cx } from './cx'
import styles from './switch.module.css'

/** On or off, at once. The words stand before the switch. */
export function Switch({
  children,
  ...rest
}: Omit<SwitchFieldProps, 'children' | 'className' | 'style'> & { readonly children?: ReactNode }) {
  return (
    <SwitchField {...rest} className={cx(styles.field)}>
      <SwitchButton className={cx(styles.switch)}>
        {children}
        <span className={styles.track} aria-hidden="true" />
      </SwitchButton>
    </SwitchField>
  )
}
