import { IconCheck, IconMinus } from '@tabler/icons-react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import type { ReactNode } from 'react'
import styles from './checkbox.module.css'
import { cx } from './cx'
import { Icon } from './icon'

/** A check box with its words, or with an `aria-label` alone. */
export function Checkbox({
  children,
  ...rest
}: Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> & { readonly children?: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className={cx(styles.checkbox)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            {isIndeterminate ? <Icon of={IconMinus} size="sm" /> : isSelected && <Icon of={IconCheck} size="sm" />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
