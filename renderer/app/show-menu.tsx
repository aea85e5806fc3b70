import { m } from '@shared/messages'
import type { RefObject } from 'react'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useShow } from '../api/current-show'
import { cx } from '../ui/cx'
import { MenuItem } from '../ui/menu'
import menu from '../ui/menu.module.css'
import { useSettings } from './use-settings'

interface ShowMenuProps {
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** The other shows of the library. */
export function ShowMenu({ trigger, onClose }: ShowMenuProps) {
  const { shows, showId } = useShow()
  const { change } = useSettings()
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={4}
      className={cx(menu.pop)}
    >
      <AriaMenu
        aria-label={m.app_show_pick()}
        className={cx(menu.menu)}
        autoFocus="first"
        selectionMode="single"
        selectedKeys={showId ? [showId] : []}
        onAction={(key) => {
          const chosen = shows.find(({ id }) => id === key)
          if (chosen) change({ showId: chosen.id })
          onClose()
        }}
      >
        {shows.map(({ id, title }) => (
          <MenuItem key={id} id={id}>
            {title}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  )
}
