/** How long something may take to be drawn, and how long others may still pull at the focus, in ms. */
const PATIENCE_MS = 1500
const STEADY_FRAMES = 6
/** Whoever works in one of these is left alone until it closes. */
const LAYERS = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Whose turn it is: the latest to ask for the focus keeps it. */
let turn = 0

/**
 * Gives the focus to something that is about to be drawn, and holds it there until nobody takes it away: a list that
 * loses the focused row hands the focus to a neighbour, and a dialog gives it back, both later.
 *
 * While it does so, `root` is marked with `data-settling`.
 *
 * @param selector names one element inside `root`
 * @param bring has it drawn, when it is not in the page yet
 */
export function keepFocus(root: HTMLElement, selector: string, bring: () => void): void {
  const started = performance.now()
  turn += 1
  const mine = turn
  let steady = 0
  const stop = () => {
    if (mine === turn) {
      turn += 1
      delete root.dataset.settling
    }
    document.removeEventListener('keydown', hear, true)
  }
  /** A key that is pressed there says that it has arrived, one that is pressed elsewhere that the person has gone. */
  const hear = () => {
    const { activeElement } = document
    if (activeElement?.matches(selector)) return stop()
    const isElsewhere = activeElement !== document.body && !root.contains(activeElement)
    if (isElsewhere && !activeElement?.closest(LAYERS)) stop()
  }
  const look = () => {
    if (mine !== turn) return stop()
    const target = root.querySelector<HTMLElement>(selector)
    const isLayered = document.activeElement?.closest(LAYERS) != null
    if (target && target === document.activeElement) steady += 1
    else if (!isLayered) {
      steady = 0
      bring()
      target?.focus()
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    if (steady < STEADY_FRAMES && performance.now() - started < PATIENCE_MS) requestAnimationFrame(look)
    else stop()
  }
  root.dataset.settling = ''
  document.addEventListener('keydown', hear, true)
  requestAnimationFrame(look)
}
