/** What every screen of the tour is reached by. */

/** @typedef {import('@playwright/test').Page} Page */

/** Asks the app through its own corridor, as its pages do. @param {Page} page @param {string} method @param {unknown} [input] */
export async function ask(page, method, input) {
  const reply = await page.evaluate(
    ([name, value]) => window.entracte.call({ method: name, input: value }),
    [method, input],
  )
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value
}

/** The app is driven by its keys, which are the same in every language. @param {Page} page @param {string} keys @param {string} heading */
export async function goTo(page, keys, heading) {
  await page.keyboard.press(keys)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await settled(page)
}

/** Skeletons are gone and nothing moves any more. @param {Page} page */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
}

/** Closes the dialog that is open, and waits until it is gone. @param {Page} page */
export async function closeDialog(page) {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Takes away what would lie over the next pictures. @param {Page} page */
export async function dismissNotices(page) {
  const notices = page.getByRole('region', { name: 'Notices' })
  for (const button of await notices.getByRole('button', { name: 'Dismiss' }).all()) await button.click()
}
