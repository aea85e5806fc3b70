import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useAsk } from '../../../api/ask'
import { IconButton } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import field from '../../../ui/field.module.css'
import { Icon } from '../../../ui/icon'
import menu from '../../../ui/menu.module.css'
import { useWorkshop } from '../use-workshop'
import styles from './picks.module.css'

interface FinderProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly to: PackKind
  /** Left out of the choices: those that are chosen already, and the item itself. */
  readonly without: ReadonlySet<string>
  readonly shown?: string
  readonly onPick: (key: string, name: string) => void
}

/** Finds an item of a kind by its words. */
export function Finder({ label, hideLabel, to, without, shown = '', onPick }: FinderProps) {
  const { workshopId } = useWorkshop()
  const [text, setText] = useState<string | null>(null)
  // a choice begins anew: with a fresh field that has the focus and whose list is closed
  const [round, setRound] = useState(0)
  const search = text ?? ''
  const { data } = useAsk(
    'studio',
    'list',
    { workshopId, kind: to, parent: null, search, offset: 0 },
    { keepLast: true },
  )
  const rows = (data?.rows ?? []).filter(({ key }) => !without.has(key)).slice(0, 50)
  return (
    <ComboBox
      key={round}
      autoFocus={round > 0}
      className={cx(field.field)}
      items={rows.map(({ key, text: words, about }) => ({ id: key, words, about }))}
      inputValue={text ?? shown}
      onInputChange={setText}
      onSelectionChange={(key) => {
        const chosen = rows.find((row) => row.key === key)
        if (!chosen) return
        setRound(round + 1)
        setText(null)
        onPick(chosen.key, chosen.text)
      }}
      onBlur={() => setText(null)}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <Label className={cx(hideLabel ? 'vh' : field.label)}>{label}</Label>
      <div className={styles.box}>
        <Input className={cx(field.input)} placeholder={m.studio_find()} />
        <Button className={cx(styles.open)} aria-label={m.studio_find_open()}>
          <Icon of={IconChevronDown} size="sm" />
        </Button>
      </div>
      <Popover className={cx(menu.pop, styles.pop)} offset={4}>
        <ListBox
          className={cx(menu.menu)}
          renderEmptyState={() => <p className={styles.none}>{m.studio_find_none()}</p>}
        >
          {(row: { id: string; words: string; about: string }) => (
            <ListBoxItem id={row.id} textValue={row.words} className={cx(menu.item)}>
              <span className={menu.words}>{row.words}</span>
              {row.about && <small className="muted">{row.about}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface PicksProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly to: PackKind
  readonly self: string | null
  readonly value: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly onChange: (value: string[]) => void
}

/** Several items of a kind, as chips that can be taken away. */
export function Picks({ label, hint, to, self, value, names, onChange }: PicksProps) {
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const nameOf = (key: string) => names[`${to}/${key}`] ?? picked[key] ?? key
  return (
    <div className={field.field}>
      <Finder
        label={label}
        to={to}
        without={new Set(self === null ? value : [...value, self])}
        onPick={(key, name) => {
          setPicked({ ...picked, [key]: name })
          onChange([...value, key])
        }}
      />
      {hint && <p className={field.hint}>{hint}</p>}
      {value.length > 0 && (
        <ul className={styles.chips} aria-label={label}>
          {value.map((key) => (
            <li key={key} className={styles.chip}>
              <span>{nameOf(key)}</span>
              <Button
                className={cx(styles.drop)}
                aria-label={m.studio_drop({ text: nameOf(key) })}
                onPress={() => onChange(value.filter((other) => other !== key))}
              >
                <Icon of={IconX} size="sm" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface PickProps {
  readonly label: string
  readonly to: PackKind
  readonly value: string | null
  readonly names: Readonly<Record<string, string>>
  readonly optional: boolean
  readonly onChange: (value: string | null) => void
}

/** One item of a kind, or none where that is possible. */
export function Pick({ label, to, value, names, optional, onChange }: PickProps) {
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const shown = value === null ? '' : (picked[value] ?? names[`${to}/${value}`] ?? '')
  return (
    <div className={styles.single}>
      <Finder
        label={label}
        to={to}
        without={new Set(value === null ? [] : [value])}
        shown={shown}
        onPick={(key, name) => {
          setPicked({ ...picked, [key]: name })
          onChange(key)
        }}
      />
      {optional && value !== null && (
        <IconButton label={m.studio_drop({ text: shown })} icon={IconX} onPress={() => onChange(null)} />
      )}
    </div>
  )
}
