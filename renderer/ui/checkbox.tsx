import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox'
import styles from './checkbox.module.css'
import { cx } from './cx'
import { Icon } from './icon'

/** A check box with its words, or with an `aria-label` alone. */
export function Checkbox({
  children,
  ...rest
}: Omit<CheckboxFieldProps, 'children' | 'className' | 'style'> & { readonly children?: ReactNode }) {
  return (
    <CheckboxField {...rest} className={cx(styles.field)}>
      <CheckboxButton className={cx(styles.checkbox)}>
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className={styles.box} aria-hidden="true">
              {isIndeterminate ? (
                <Icon of={IconMinus} size="sm" />
              ) : (
                isSelected && <Icon of={IconCheck} size="sm" />
              )}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}
