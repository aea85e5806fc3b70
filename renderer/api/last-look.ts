import { client } from './client'

declare global {
  /** From `public/set.js`: takes the clicks and keys that came while nothing could answer; none are kept after that. */
  var entractePressed: (() => readonly Event[]) | undefined
}

// How the first page looked when the window was closed comes with the page, is painted before any script of the app has
// run, and goes when the app has drawn the same page behind it (electron/shell/last-look.ts, public/set.js).

const standing = (): HTMLElement | null => document.getElementById('last-look')
const appRoot = (): HTMLElement | null => document.getElementById('root')

export const lookStands = (): boolean => standing() !== null

/** The page was loaded to be kept as a look, in a window that is closing: it takes part in nothing else. */
export const isLookToKeep = (): boolean => new URLSearchParams(location.search).get('look') === 'keep'

/** What stands in the same place of another tree: children by their numbers. */
function counterpart(element: Element, from: Element, to: Element): Element | null {
  const path: number[] = []
  for (let at = element; at !== from; ) {
    const parent = at.parentElement
    if (!parent) return null
    path.unshift([...parent.children].indexOf(at))
    at = parent
  }
  return path.reduce<Element | null>((here, child) => here?.children[child] ?? null, to)
}

/** What to do about a click on the look, or a key: the same on the page that the app has drawn. */
function again(event: Event, look: HTMLElement, root: HTMLElement): (() => void) | null {
  if (event instanceof KeyboardEvent) {
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
    const same = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }
    return () => {
      const at = document.activeElement ?? document.body
      if (at.dispatchEvent(new KeyboardEvent('keydown', same)))
        at.dispatchEvent(new KeyboardEvent('keyup', same))
    }
  }
  // links have gone their way by themselves
  const pressed = event.target instanceof Element ? event.target.closest('button, [role]') : null
  const same = pressed && look.contains(pressed) ? counterpart(pressed, look, root) : null
  if (!(same instanceof HTMLElement) || same.textContent !== pressed?.textContent) return null
  return () => {
    same.focus()
    same.click()
  }
}

/** Gives the look's place to the app, scrolled as the look was. Harmless when there is none. */
export function endLook(): void {
  const look = standing()
  const root = appRoot()
  if (!look || !root) return
  const missed = (globalThis.entractePressed?.() ?? []).map((event) => again(event, look, root))
  for (const scrolled of look.querySelectorAll('main, main *')) {
    const same = scrolled.scrollTop > 0 ? counterpart(scrolled, look, root) : null
    if (same) same.scrollTop = scrolled.scrollTop
  }
  look.remove()
  for (const answer of missed) answer?.()
}

/**
 * What is drawn, as it may come with a page. Styles of single elements go by another name: the policy takes none from
 * HTML, and `public/set.js` puts them back.
 */
function htmlOf(root: HTMLElement): string {
  const copy = root.cloneNode(true) as HTMLElement
  for (const styled of copy.querySelectorAll('[style]')) {
    styled.setAttribute('data-style', styled.getAttribute('style') ?? '')
    styled.removeAttribute('style')
  }
  return copy.innerHTML
}

/** The first page has all its answers: it takes the look's place, or becomes the look of the next start. */
export function firstPageStands(): void {
  // what the bench and the tests wait for: from here on the page answers
  performance.mark('entracte:alive')
  endLook()
  if (!isLookToKeep()) return
  const root = appRoot()
  if (!root) return
  const html = htmlOf(root)
  const language = document.documentElement.lang === 'fr' ? 'fr' : 'en'
  client.desktop.keepLook({ look: { html, language } }).catch(() => undefined)
}

/** There is something else than the first page: a welcome, trouble, another page. */
export function firstPageMissing(): void {
  endLook()
  if (isLookToKeep()) client.desktop.keepLook({ look: null }).catch(() => undefined)
}
