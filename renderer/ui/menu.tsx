import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { cx } from './cx'
import { Icon, type IconDrawing } from './icon'
import { Keys } from './kbd'
import styles from './menu.module.css'

export { MenuTrigger }

/**
 * A menu that opens from its trigger.
 *
 * @example
 * <MenuTrigger>
 *   <IconButton label="More" icon={IconDots} />
 *   <Menu label="Card"><MenuItem onAction={remove} icon={IconTrash}>Delete</MenuItem></Menu>
 * </MenuTrigger>
 */
export function Menu<T extends object>({
  label,
  placement = 'bottom start',
  ...rest
}: Omit<AriaMenuProps<T>, 'className' | 'style' | 'aria-label'> & {
  readonly label: string
  readonly placement?: NonNullable<PopoverProps['placement']>
}) {
  return (
    <Popover className={cx(styles.pop)} offset={4} placement={placement}>
      <AriaMenu {...rest} aria-label={label} className={cx(styles.menu)} />
    </Popover>
  )
}

interface MenuItemProps extends Omit<AriaMenuItemProps, 'children' | 'className' | 'style'> {
  readonly icon?: IconDrawing
  readonly keys?: readonly string[]
  readonly danger?: boolean
  readonly children: ReactNode
}

export function MenuItem({ icon, keys, danger = false, children, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      {...(typeof children === 'string' ? { textValue: children } : {})}
      className={cx(styles.item, danger && styles.danger)}
    >
      {icon && <Icon of={icon} />}
      <span className={styles.words}>{children}</span>
      {keys && <Keys of={keys} />}
    </AriaMenuItem>
  )
}

/** A hairline between groups of a menu. */
export const MenuRule = () => <Separator className={cx(styles.rule)} />
