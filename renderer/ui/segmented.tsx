import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { cx } from './cx'
import { Icon, type IconDrawing } from './icon'
import styles from './segmented.module.css'

export interface Segment<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: IconDrawing
}

interface SegmentedProps<Id extends string> {
  /** What is chosen here, for assistive tech. */
  readonly label: string
  readonly segments: readonly Segment<Id>[]
  readonly value: Id
  readonly onChange: (value: Id) => void
}

/** One of a few choices, side by side. */
export function Segmented<Id extends string>({ label, segments, value, onChange }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.group)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find(({ id }) => keys.has(id))
        if (chosen) onChange(chosen.id)
      }}
    >
      {segments.map(({ id, label: words, icon }) => (
        <ToggleButton key={id} id={id} className={cx(styles.segment)}>
          {icon && <Icon of={icon} size="sm" />}
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
