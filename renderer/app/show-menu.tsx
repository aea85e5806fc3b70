import { m } from '@shared/messages'
import { IconPlus, IconTools } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useShow } from '../api/current-show'
import { cx } from '../ui/cx'
import { MenuItem, MenuRule } from '../ui/menu'
import menu from '../ui/menu.module.css'
import { useSettings } from './use-settings'

interface ShowMenuProps {
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

const WORKSHOP = 'workshop'
const NEW_SHOW = 'new'

/** The shows of the library, the workshop of the open one, and a show of one's own. */
export function ShowMenu({ trigger, onClose }: ShowMenuProps) {
  const { shows, showId } = useShow()
  const { change } = useSettings()
  const navigate = useNavigate()
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
          if (key === WORKSHOP) void navigate({ to: '/workshop' })
          if (key === NEW_SHOW) void navigate({ to: '/workshop/new' })
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
        <MenuRule />
        <MenuItem id={WORKSHOP} icon={IconTools}>
          {m.app_show_edit()}
        </MenuItem>
        <MenuItem id={NEW_SHOW} icon={IconPlus}>
          {m.app_show_new()}
        </MenuItem>
      </AriaMenu>
    </Popover>
  )
}
