import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components/ToggleButton'
import styles from './chip.module.css'
import { cx } from './cx'
import { Icon, type IconDrawing } from './icon'

interface ChipProps {
  readonly icon?: IconDrawing
  readonly children: ReactNode
}

/** A small fact in a frame. */
export function Chip({ icon, children }: ChipProps) {
  return (
    <span className={styles.chip}>
      {icon && <Icon of={icon} size="sm" />}
      {children}
    </span>
  )
}

/** A chip that can be on or off: a filter, a tag. On is tinted and carries a check. */
export function ToggleChip({
  icon,
  children,
  ...rest
}: ChipProps & Omit<ToggleButtonProps, 'children' | 'className' | 'style'>) {
  return (
    <ToggleButton {...rest} className={cx(styles.chip, styles.toggle)}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Icon of={IconCheck} size="sm" /> : icon && <Icon of={icon} size="sm" />}
          {children}
        </>
      )}
    </ToggleButton>
  )
}
