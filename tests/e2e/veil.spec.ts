import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { Pack } from '../../shared/exchange/pack-schema'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

const pack = Pack.parse(
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../resources/packs/emily-in-paris.json'), 'utf8'),
  ),
)
/** Texts of the pack that are long enough to be told apart, with the episode after which they are safe. */
const SECRETS = [
  ...pack.seasons.flatMap(({ episodes }) =>
    episodes.flatMap((episode) => [
      { text: episode.standing ?? '', after: episode.ordinal },
      ...(episode.title === pack.show.title ? [] : [{ text: episode.title, after: episode.ordinal }]),
      ...episode.beats.map(({ text, safeAfter }) => ({ text, after: safeAfter ?? 0 })),
    ]),
  ),
  ...pack.roles.flatMap(({ facts }) => facts.map(({ text, safeAfter }) => ({ text, after: safeAfter ?? 0 }))),
  ...pack.relationships.flatMap(({ text, safeAfter }) => (text ? [{ text, after: safeAfter ?? 0 }] : [])),
  ...pack.bulletins.map(({ headline, safeAfter }) => ({ text: headline, after: safeAfter ?? 0 })),
  ...pack.questions.flatMap(({ answer }) =>
    answer ? [{ text: answer.text, after: answer.safeAfter ?? 0 }] : [],
  ),
].filter(({ text }) => text.length > 8)

/** Pages that have no key of their own. */
const ROUTES = ['/episodes', '/cast/relations', '/cast/presence']
const PAGES = ['Control+1', 'Control+2', 'Control+3', 'Control+5', 'Control+6', 'Control+,']

/** All that the page holds, shown or not: text, attributes, what screen readers get. */
const everything = (page: Page) =>
  page.evaluate(() => `${document.title}\n${document.documentElement.outerHTML}`)

let launched: LaunchedApp
test.beforeAll(async () => {
  launched = await launchApp()
  await startWith(launched.page, '2')
})
test.afterAll(() => launched?.close())

for (const reach of [0, 4, 10, 13]) {
  test(`reading as of episode ${reach}, no page holds a text from beyond it`, async () => {
    const { app, page } = launched
    await ask(page, 'library.setReading', { showId: await showIdOf(page), reach })
    const later = SECRETS.filter(({ after }) => after > reach)
    expect(later.length).toBeGreaterThan(20)
    for (const keys of [...PAGES, ...ROUTES]) {
      if (keys.startsWith('/')) await page.evaluate((to) => location.replace(`#${to}`), keys)
      else await page.keyboard.press(keys)
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
      await page.waitForTimeout(150)
      const held = (await everything(page)).replaceAll('&amp;', '&')
      expect(
        later.filter(({ text }) => held.includes(text)),
        keys,
      ).toEqual([])
      const titles = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.getTitle()),
      )
      expect(later.filter(({ text }) => titles.some((title) => title.includes(text)))).toEqual([])
    }
  })
}

test('after the line moved back, no page shows what it held before, not for a moment', async () => {
  const { page } = launched
  const showId = await showIdOf(page)
  await ask(page, 'library.setReading', { showId, reach: 13 })
  for (const keys of PAGES) {
    await page.keyboard.press(keys)
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  }
  await ask(page, 'library.setReading', { showId, reach: 1 })
  // the line has moved when the title bar says so: until the answers are here, the page stands as it was
  await expect(page.getByRole('button', { name: /Reading as of S1\sE1\b/ })).toBeVisible()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  const later = SECRETS.filter(({ after }) => after > 1).map(({ text }) => text)
  // from here on every change of the page is looked at as it happens
  await page.evaluate((texts) => {
    const seen = new Set<string>()
    Object.assign(window, { seen })
    const look = () => {
      const held = document.body.textContent ?? ''
      for (const text of texts) if (held.includes(text)) seen.add(text)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  }, later)
  for (const keys of PAGES) {
    await page.keyboard.press(keys)
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
    await page.waitForTimeout(100)
  }
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])
  expect(seen).toEqual([])
})

test('the reading line moves by its keys, and the veils with it', async () => {
  const { page } = launched
  await ask(page, 'library.setReading', { showId: await showIdOf(page), reach: 7 })
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('heading', { name: /French Ending/ })).toBeVisible()
  await page.keyboard.press('[')
  await expect(page.getByRole('heading', { name: /French Ending/ })).toHaveCount(0)
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { name: /French Ending/ })).toBeVisible()
  await page.getByRole('slider').first().focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('button', { name: /Reading as of S1 E6/ })).toBeVisible()
})

test('one veil is lifted for one look, and lowers on Escape and on leaving', async () => {
  const { page } = launched
  await ask(page, 'library.setReading', { showId: await showIdOf(page), reach: 10 })
  await page.keyboard.press('Control+1')
  const title = pack.seasons[1]?.episodes[0]?.title ?? ''
  const veil = page.getByRole('button', { name: /Lift for you only/ }).first()
  const lifted = page.getByRole('button', { name: new RegExp(title) })
  await expect(veil).toBeVisible()
  expect(await everything(page)).not.toContain(title)
  await veil.focus()
  await page.keyboard.press('l')
  await expect(lifted).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(lifted).toHaveCount(0)
  await page
    .getByRole('button', { name: /Lift for you only/ })
    .first()
    .click()
  await expect(lifted).toBeVisible()
  // as when another window is gone to
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(lifted).toHaveCount(0)
  await veil.click()
  await expect(lifted).toBeVisible()
  await page.keyboard.press('Control+3')
  await page.keyboard.press('Control+1')
  await expect(veil).toBeVisible()
  expect(await everything(page)).not.toContain(title)
})

test('the next title is shown to who wants it, and no other', async () => {
  const { page } = launched
  await ask(page, 'library.setReading', { showId: await showIdOf(page), reach: 10 })
  const [next = '', after = ''] = pack.seasons[1]?.episodes.map(({ title }) => title) ?? []
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'Show the title of the next episode' }).click({ force: true })
  await page.keyboard.press('Control+1')
  await expect(page.getByText(next).first()).toBeVisible()
  expect(await everything(page)).not.toContain(after)
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'Show the title of the next episode' }).click({ force: true })
  await page.keyboard.press('Control+1')
  await expect(page.getByText(next)).toHaveCount(0)
})

test('nothing beside the library on disk holds a text from beyond the line, nor does a file name', async () => {
  const { page, app, userData } = launched
  await ask(page, 'library.setReading', { showId: await showIdOf(page), reach: 4 })
  for (const keys of PAGES) {
    await page.keyboard.press(keys)
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  }
  await app.evaluate(async ({ session }) => session.defaultSession.flushStorageData())
  const later = SECRETS.filter(({ after, text }) => after > 4 && text.length > 12).map(({ text }) => text)
  const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const beside = files.filter(({ name }) => !name.startsWith('entracte.db'))
  expect(beside.length).toBeGreaterThan(3)
  for (const { parentPath, name } of beside) {
    const bytes = readFileSync(path.join(parentPath, name))
    const held = `${name} ${bytes.toString('utf8')} ${bytes.toString('utf16le')}`
    expect(
      later.filter((text) => held.includes(text)),
      name,
    ).toEqual([])
  }
})
