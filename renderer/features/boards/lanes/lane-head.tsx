import type { LaneRole } from '@shared/boards/schema'
import type { LaneId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconArrowLeft, IconArrowRight, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { IconButton } from '../../../ui/button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../../ui/menu'
import { useBoardTools } from '../board-context'
import styles from './lane-head.module.css'

interface LaneHeadProps {
  readonly laneId: LaneId
  readonly role: LaneRole | null
  readonly name: string
  readonly count: number
}

/** Made when the menu opens, from how the lanes lie then. */
function LaneMenu({ laneId }: Pick<LaneHeadProps, 'laneId'>) {
  const { acts, lanes, editLane, dropLane } = useBoardTools()
  const all = lanes()
  const at = all.findIndex(({ id }) => id === laneId)
  const lane = all[at]
  return (
    <>
      <MenuItem icon={IconPencil} onAction={() => lane && editLane(lane)}>
        {m.boards_lane_rename()}
      </MenuItem>
      <MenuItem
        icon={IconArrowLeft}
        isDisabled={at <= 0}
        onAction={() => void acts.moveLane(laneId, all[at - 1]?.id ?? null)}
      >
        {m.boards_lane_left()}
      </MenuItem>
      <MenuItem
        icon={IconArrowRight}
        isDisabled={at < 0 || at >= all.length - 1}
        onAction={() => void acts.moveLane(laneId, all[at + 2]?.id ?? null)}
      >
        {m.boards_lane_right()}
      </MenuItem>
      <MenuRule />
      <MenuItem icon={IconTrash} danger isDisabled={all.length <= 1} onAction={() => lane && dropLane(lane)}>
        {m.boards_lane_remove()}
      </MenuItem>
    </>
  )
}

/** A lane's name, how many cards it has, and what can be done with it. A move of a card does not draw it again. */
export const LaneHead = memo(function LaneHead({ laneId, role, name, count }: LaneHeadProps) {
  const { isFixed, addTo } = useBoardTools()
  const label = m.boards_lane_more({ lane: name })
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
            <MenuTrigger>
              <IconButton label={label} icon={IconDots} size="sm" />
              <Menu label={label} placement="bottom end">
                <LaneMenu laneId={laneId} />
              </Menu>
            </MenuTrigger>
          </span>
          {role !== 'resolved' && (
            <IconButton
              label={m.boards_add_to({ lane: name })}
              icon={IconPlus}
              size="sm"
              onPress={() => addTo(laneId)}
            />
          )}
        </span>
      )}
    </header>
  )
})
