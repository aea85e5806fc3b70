/** How quickly a thought can be written down while an episode runs: a key in the capture line, and the overlay. */
import { _electron } from '@playwright/test'
import { projectFolder } from '../paths.mjs'
import { sandboxArguments } from '../prepare/sandbox.mjs'
import { percentile } from './statistics.mjs'

const KEYS = 200
const CALLS = 30

/** @param {number[]} took */
const spread = (took) => ({ p50: percentile(took, 0.5), p95: percentile(took, 0.95) })

/**
 * Drives the real app: two hundred keys into the capture line while the clock runs (the work of a key until its
 * pixels can be drawn: event, rules, React, layout), and thirty calls of the overlay, warm, from the call to a caret
 * in its line and the frame after.
 *
 * @param {{ executable: string, userData: string }} app its library has the bundled show
 * @returns {Promise<{ key: { p50: number, p95: number }, overlay: { p50: number, p95: number } }>} milliseconds
 */
export async function measureWatch({ executable, userData }) {
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxArguments(), projectFolder],
    env: { ...process.env, ENTRACTE_USER_DATA: userData, ENTRACTE_AS_INSTALLED: '1' },
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction(() => document.querySelector('main li') !== null)
    await page.evaluate(async () => {
      const call = async (/** @type {string} */ method, /** @type {unknown} */ input) => {
        const reply = await window.entracte.call({ method, input })
        if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
        return /** @type {any} */ (reply.value)
      }
      const [{ id: showId }] = await call('library.shows', undefined)
      const { seasons } = await call('library.show', { showId })
      await call('watch.open', { showId, episodeId: seasons[0].episodes[6].id })
      await call('watch.play', undefined)
      location.hash = '#/watch'
    })
    const line = page.getByRole('combobox')
    await line.focus()
    const keys = await line.evaluate(async (element, count) => {
      const input = /** @type {HTMLInputElement} */ (element)
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const took = []
      for (let n = 0; n < count; n += 1) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const started = performance.now()
        write?.call(input, `${input.value}${n % 6 === 5 ? ' ' : 'l'}`)
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
        await Promise.resolve()
        document.body.getBoundingClientRect()
        took.push(performance.now() - started)
      }
      write?.call(input, '')
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      return took
    }, KEYS)

    const tell = (/** @type {string} */ action) =>
      page.evaluate(
        (wanted) => window.entracte.call({ method: 'desktop.overlay', input: { action: wanted } }),
        action,
      )
    const opening = app.waitForEvent('window')
    await tell('call')
    const strip = await opening
    await strip.getByRole('combobox').waitFor()
    const calls = []
    for (let n = 0; n < CALLS; n += 1) {
      await tell(n % 2 === 0 ? 'rest' : 'hide')
      await strip.waitForFunction(() => document.querySelector('input') === null)
      await page.waitForTimeout(50)
      const caret = strip.evaluate(
        () =>
          new Promise((resolve) => {
            const look = () =>
              document.activeElement?.tagName === 'INPUT'
                ? requestAnimationFrame(() =>
                    setTimeout(() => resolve(performance.timeOrigin + performance.now())),
                  )
                : setTimeout(look, 1)
            look()
          }),
      )
      const started = await page.evaluate(() => {
        const now = performance.timeOrigin + performance.now()
        void window.entracte.call({ method: 'desktop.overlay', input: { action: 'call' } })
        return now
      })
      calls.push(Number(await caret) - started)
    }
    return { key: spread(keys), overlay: spread(calls) }
  } finally {
    await app.close()
  }
}
