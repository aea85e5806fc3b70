import { useEffect, useRef } from 'react'
import { onMac } from './platform'

interface Shortcut {
  readonly keys: readonly string[]
  readonly run: { current: (event: KeyboardEvent) => void }
  readonly inFields: boolean
  readonly inLayers: boolean
}

/** The newest comes last and is asked first: a page's key wins over the app's while the page is open. */
const shortcuts: Shortcut[] = []

const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Whether what is typed now goes into a text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('.cm-editor')) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** The key as shortcuts name it. With Ctrl, digits and \ go by their place: on AZERTY they need Shift or AltGr. */
function keyOf(event: KeyboardEvent, mod: boolean): string {
  if (mod && /^Digit\d$/.test(event.code)) return event.code.slice(5)
  if (mod && event.code === 'Backslash') return '\\'
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}

function nameOf(event: KeyboardEvent): string {
  const typedWithAltGr = event.getModifierState('AltGraph')
  const mod = !typedWithAltGr && (onMac ? event.metaKey : event.ctrlKey)
  const key = keyOf(event, mod)
  const letter = /^[a-z]$|^[A-Z]\w+$/.test(key)
  return [mod && 'Mod', !typedWithAltGr && event.altKey && 'Alt', event.shiftKey && letter && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const name = nameOf(event)
  const typing = isTyping(event.target)
  const single = !name.includes('Mod+') && !/^F\d/.test(name)
  const layered = event.target instanceof HTMLElement && event.target.closest(LAYERS) !== null
  for (const shortcut of shortcuts.toReversed()) {
    if (!shortcut.keys.includes(name)) continue
    if (layered && !shortcut.inLayers) continue
    if (typing && !shortcut.inFields && (single || name === 'Mod+z')) continue
    event.preventDefault()
    shortcut.run.current(event)
    return
  }
}

interface ShortcutOptions {
  readonly enabled?: boolean
  /** Also while a text is typed. Without it single keys are off there. */
  readonly inFields?: boolean
  /** Also while the focus is in a dialog or a menu. */
  readonly inLayers?: boolean
}

/**
 * Runs something on a key: `useShortcut('Mod+d', toggleLights)`, `useShortcut(['j', 'ArrowDown'], next)`.
 * `Mod` is Ctrl, and Cmd on a Mac. Letters are lower case; `Shift+` is named for letters and named keys only.
 */
export function useShortcut(
  keys: string | readonly string[],
  run: (event: KeyboardEvent) => void,
  { enabled = true, inFields = false, inLayers = false }: ShortcutOptions = {},
): void {
  const latest = useRef(run)
  latest.current = run
  const list = typeof keys === 'string' ? keys : keys.join('\n')
  useEffect(() => {
    if (!enabled) return
    const shortcut: Shortcut = { keys: list.split('\n'), run: latest, inFields, inLayers }
    if (shortcuts.length === 0) document.addEventListener('keydown', hear)
    shortcuts.push(shortcut)
    return () => {
      shortcuts.splice(shortcuts.indexOf(shortcut), 1)
      if (shortcuts.length === 0) document.removeEventListener('keydown', hear)
    }
  }, [list, enabled, inFields, inLayers])
}
