/** How quickly a card of a board of five thousand moves: a key, until what it did can be drawn. */
import { _electron } from '@playwright/test'
import { projectFolder } from '../paths.mjs'
import { sandboxArguments } from '../prepare/sandbox.mjs'
import { percentile } from './statistics.mjs'

const MOVES = 120

/**
 * Opens the board, gives a card the focus and moves it down and up by Alt and arrows, ten keys a second; the work of a
 * key is its event, rules, React and layout, until its pixels can be drawn. What the core answers in the meantime is
 * part of what is measured: a long task in the page delays the next key.
 *
 * @param {{ executable: string, userData: string }} app its library has a full board
 * @returns {Promise<{ p50: number, p95: number, delayed: number }>} milliseconds; `delayed` is the 95th percentile of
 * how late the page was for a key
 */
export async function measureMoves({ executable, userData }) {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxArguments(), projectFolder],
    env: { ...process.env, ENTRACTE_USER_DATA: userData, ENTRACTE_AS_INSTALLED: '1' },
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction(() => document.querySelector('main li') !== null)
    await page.evaluate(() => {
      location.hash = '#/speculation'
    })
    await page.waitForFunction(() => document.querySelectorAll('[data-card]').length > 8, undefined, {
      timeout: 60_000,
    })
    const { took, late } = await page.evaluate(async (count) => {
      const all = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-card]'))]
      all()[1]?.focus()
      const took = []
      const late = []
      for (let n = 0; n < count; n += 1) {
        const due = performance.now() + 100
        await new Promise((resolve) => setTimeout(resolve, 100))
        const started = performance.now()
        late.push(started - due)
        const row = document.activeElement
        const before = all()
          .map((card) => card.dataset.card)
          .join()
        const key = n % 2 === 0 ? 'ArrowDown' : 'ArrowUp'
        row?.dispatchEvent(
          new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
        )
        await Promise.resolve()
        document.body.getBoundingClientRect()
        while (
          all()
            .map((card) => card.dataset.card)
            .join() === before
        ) {
          if (performance.now() - started > 2000) throw new Error('the card did not move')
          await new Promise((resolve) => setTimeout(resolve))
          document.body.getBoundingClientRect()
        }
        took.push(performance.now() - started)
      }
      return { took, late }
    }, MOVES)
    const moves = took.slice(20)
    return {
      p50: percentile([...moves], 0.5),
      p95: percentile([...moves], 0.95),
      delayed: percentile(late.slice(20), 0.95),
    }
  } finally {
    await app.close()
  }
}
