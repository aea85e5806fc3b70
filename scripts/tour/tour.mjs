/**
 * Photographs every screen in every theme: `npm start -- --tour FOLDER` runs this once all is ready.
 * Pictures are FOLDER/01-name-theme.png. A screen that throws, or that writes an error to the console,
 * fails the tour: a picture of a broken screen is worth nothing.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { projectFolder } from '../paths.mjs'
import { sandboxArguments } from '../prepare/sandbox.mjs'
import { command, Refusal } from '../refusal.mjs'
import { say } from '../say.mjs'
import { SCREENS, THEMES } from './screens.mjs'

/** The size for which the screens are designed, in CSS pixels. */
const WINDOW = { width: 1440, height: 900 }

/** No screen needs longer than this to show itself. */
const PATIENCE_MS = 30_000

await command(async () => {
  const folder = process.argv[2]
  const executable = process.env.ENTRACTE_ELECTRON_EXE
  if (!folder || !executable) throw new Refusal('The tour is started with: npm start -- --tour pictures')
  await mkdir(folder, { recursive: true })
  for (const theme of THEMES) await visitAll(executable, theme, folder)
  const pictures = SCREENS.reduce((sum, { only }) => sum + (only ? 1 : THEMES.length), 0)
  say(`${pictures} pictures are in ${folder}.`)
})

/** @param {string} executable @param {string} theme @param {string} folder */
async function visitAll(executable, theme, folder) {
  const userData = await mkdtemp(path.join(tmpdir(), 'entracte-tour-'))
  // the look of the first frame, as the window keeps it from one start to the next
  await writeFile(path.join(userData, 'window.json'), JSON.stringify({ theme }))
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxArguments(), projectFolder],
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      ENTRACTE_USER_DATA: userData,
    },
  })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(PATIENCE_MS)
    /** @type {string[]} */
    const problems = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await resize(app, page)
    await page.evaluate(
      (chosen) => window.entracte.call({ method: 'settings.change', input: { theme: chosen } }),
      theme,
    )
    for (const [at, screen] of SCREENS.entries()) {
      if (screen.only && screen.only !== theme) continue
      const file = path.join(folder, `${String(at + 1).padStart(2, '0')}-${screen.name}-${theme}.png`)
      await photograph(page, screen, file, theme, problems)
    }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('./screens.mjs').Screen} screen
 * @param {string} file
 * @param {string} theme
 * @param {string[]} problems filled by the page's events
 */
async function photograph(page, screen, file, theme, problems) {
  try {
    await screen.visit(page)
    await page.waitForFunction((look) => document.documentElement.dataset.theme === look, theme)
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.screenshot({ path: file, animations: 'disabled' })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The screen '${screen.name}' could not be shown in the theme '${theme}'. ${reason}`)
  }
  if (problems.length > 0) {
    throw new Refusal(
      `The screen '${screen.name}' reported an error in the theme '${theme}': ${problems.join('; ')}`,
    )
  }
  say(path.basename(file))
}

/** @param {import('@playwright/test').ElectronApplication} app @param {import('@playwright/test').Page} page */
async function resize(app, page) {
  const window = await app.browserWindow(page)
  await window.evaluate((win, size) => win.setContentSize(size.width, size.height), WINDOW)
}
