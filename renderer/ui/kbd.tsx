import { m } from '@shared/messages'
import styles from './kbd.module.css'
import { onMac } from './platform'

const NAMES: Record<string, () => string> = {
  Mod: () => (onMac ? 'Cmd' : m.app_key_ctrl()),
  Ctrl: () => (onMac ? 'Cmd' : m.app_key_ctrl()),
  Enter: m.app_key_enter,
  Esc: m.app_key_esc,
  Shift: m.app_key_shift,
  Space: m.app_key_space,
  Home: m.app_key_home,
  End: m.app_key_end,
  Delete: m.app_key_delete,
  Up: () => '↑',
  Down: () => '↓',
  Left: () => '←',
  Right: () => '→',
}

/** What is printed on the key: `Ctrl` is Cmd on a Mac, Strg or Entrée in other languages. */
export const keyName = (key: string) => NAMES[key]?.() ?? key

/**
 * Keys, drawn as keys. Hidden from assistive tech unless `spoken`, because the control they belong to has
 * its own words.
 *
 * @example <Keys of={['Ctrl', 'D']} />
 */
export function Keys({
  of: keys,
  spoken = false,
}: {
  readonly of: readonly string[]
  readonly spoken?: boolean
}) {
  return (
    <span className={styles.keys} {...(spoken ? {} : { 'aria-hidden': true })}>
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {keyName(key)}
        </kbd>
      ))}
    </span>
  )
}
