import type { ShortcutName, ShortcutState } from '@shared/desktop/schema'
import { globalShortcut } from 'electron'

/** Keys that work while another program has them. On a Mac, Ctrl is Cmd. */
export const GLOBAL_KEYS: Readonly<Record<ShortcutName, string>> = {
  call: 'CommandOrControl+Alt+N',
  mark: 'CommandOrControl+Alt+M',
  toggle: 'CommandOrControl+Alt+Space',
}

/** Under Wayland the system may say yes and never send the keys, when no portal hands them on. */
const onWayland = (): boolean => process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland'

/**
 * Asks the system for the keys that work from anywhere, and remembers what became of each.
 *
 * @param run what each does
 */
export function globalShortcuts(run: Readonly<Record<ShortcutName, () => void>>) {
  const names = Object.keys(GLOBAL_KEYS) as ShortcutName[]
  /** Keys that were really heard: under Wayland the only proof. */
  const heard = new Set<ShortcutName>()

  const stateOf = (name: ShortcutName): ShortcutState => {
    const held = globalShortcut.isRegistered(GLOBAL_KEYS[name])
    if (!held) return { name, works: 'no' }
    return { name, works: onWayland() && !heard.has(name) ? 'unsure' : 'yes' }
  }

  return {
    /** Takes the keys. One that another program has stays with it. */
    take(): void {
      for (const name of names) {
        const accelerator = GLOBAL_KEYS[name]
        if (globalShortcut.isRegistered(accelerator)) continue
        globalShortcut.register(accelerator, () => {
          heard.add(name)
          run[name]()
        })
      }
    },
    release: (): void => globalShortcut.unregisterAll(),
    state: (): ShortcutState[] => names.map(stateOf),
  }
}
export type GlobalShortcuts = ReturnType<typeof globalShortcuts>
