import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { cx } from './cx'
import { Icon } from './icon'
import menu from './menu.module.css'
import styles from './select.module.css'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly label: string
}

interface SelectProps<Id extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

/** One of many choices, in a list that opens. */
export function Select<Id extends string>({
  label,
  hideLabel,
  choices,
  value,
  onChange,
  placeholder,
  isDisabled = false,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className={cx(styles.select)}
      value={value}
      isDisabled={isDisabled}
      {...(placeholder ? { placeholder } : {})}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      <Label className={cx(hideLabel ? 'vh' : styles.label)}>{label}</Label>
      <Button className={cx(styles.button)}>
        <SelectValue className={cx(styles.value)} />
        <Icon of={IconChevronDown} size="sm" />
      </Button>
      <Popover className={cx(menu.pop)} offset={4}>
        <ListBox className={cx(menu.menu)} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={cx(menu.item)}>
              {({ isSelected }) => (
                <>
                  <span className={menu.words}>{choice.label}</span>
                  {isSelected && <Icon of={IconCheck} size="sm" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
