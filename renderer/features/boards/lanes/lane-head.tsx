import { m } from '@shared/messages'
import { IconArrowLeft, IconArrowRight, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { IconButton } from '../../../ui/button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../../ui/menu'
import { useBoardTools } from '../board-context'
import styles from './lane-head.module.css'
import type { LaneView } from './lanes'

interface LaneHeadProps {
  readonly view: LaneView
  readonly name: string
  readonly count: number
}

function LaneMenu({ view, name }: Omit<LaneHeadProps, 'count'>) {
  const { acts, lanes, editLane, dropLane } = useBoardTools()
  const label = m.boards_lane_more({ lane: name })
  const all = lanes()
  const at = all.findIndex(({ id }) => id === view.id)
  return (
    <MenuTrigger>
      <IconButton label={label} icon={IconDots} size="sm" />
      <Menu label={label} placement="bottom end">
        <MenuItem icon={IconPencil} onAction={() => editLane(view)}>
          {m.boards_lane_rename()}
        </MenuItem>
        <MenuItem
          icon={IconArrowLeft}
          isDisabled={at <= 0}
          onAction={() => void acts.moveLane(view.id, all[at - 1]?.id ?? null)}
        >
          {m.boards_lane_left()}
        </MenuItem>
        <MenuItem
          icon={IconArrowRight}
          isDisabled={at < 0 || at >= all.length - 1}
          onAction={() => void acts.moveLane(view.id, all[at + 2]?.id ?? null)}
        >
          {m.boards_lane_right()}
        </MenuItem>
        <MenuRule />
        <MenuItem icon={IconTrash} danger isDisabled={all.length <= 1} onAction={() => dropLane(view)}>
          {m.boards_lane_remove()}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

/** A lane's name, how many cards it has, and what can be done with it. */
export function LaneHead({ view, name, count }: LaneHeadProps) {
  const { isFixed, addTo } = useBoardTools()
  return (
    <header className={styles.head}>
      <h2 className={styles.name} title={name}>
        {name}
      </h2>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      {!isFixed && (
        <span className={styles.tools}>
          <span className={styles.more}>
            <LaneMenu view={view} name={name} />
          </span>
          {view.role !== 'resolved' && (
            <IconButton
              label={m.boards_add_to({ lane: name })}
              icon={IconPlus}
              size="sm"
              onPress={() => addTo(view.id)}
            />
          )}
        </span>
      )}
    </header>
  )
}
