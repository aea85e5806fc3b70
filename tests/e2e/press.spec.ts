import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import type { TaskId } from '../../shared/ids'
import type { Press } from '../../shared/library/press-schema'
import type { ShowPage } from '../../shared/library/schema'
import { episode, pack, season } from '../support/small-pack'
import { ask, call, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

let launched: LaunchedApp
test.beforeEach(async () => {
  launched = await launchApp()
})
test.afterEach(async () => {
  const { problems } = launched
  await launched.close()
  expect(problems).toEqual([])
})

const trackers = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: 'On screen, counted' }) }).last()
const table = (page: Page, name: string) => trackers(page).getByRole('table', { name: new RegExp(name) })
/** The large chart; the small one in the house has the same name. */
const chart = (page: Page, name: string) => trackers(page).getByRole('img', { name: new RegExp(name) })
const episodeIds = async (page: Page, showId: string) => {
  const { seasons } = await ask<ShowPage>(page, 'library.show', { showId })
  return seasons.flatMap(({ episodes }) => episodes.map(({ id }) => id))
}

/** Opens the dialog for a reading of the followers, and writes one. */
async function addReading(page: Page, said: string): Promise<void> {
  await trackers(page).getByRole('button', { name: 'Add a reading' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: /Emily’s followers/ })
  await expect(dialog.getByLabel('What the screen says')).toBeFocused()
  await page.keyboard.type(said)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
}

test('a reading taken while watching stands in chart and table, and can be undone, changed and deleted', async () => {
  const { page } = launched
  await startWith(page, '1')
  const showId = await showIdOf(page)
  const ids = await episodeIds(page, showId)
  await ask(page, 'library.setReading', { showId, reach: 4 })
  // a rewatch that has come to the third episode
  await ask(page, 'library.setRunning', { showId, episodeId: ids[2], positionMs: 761_000 })
  const row = table(page, 'followers').getByRole('row', { name: /S1E3.*yours/ })
  await expect(table(page, 'followers').getByRole('row', { name: /S1E3.*not known/ })).toBeVisible()

  await addReading(page, '5.2K')
  await expect(row).toContainText('12:41')
  await expect(row).toContainText('5,200')
  await expect(chart(page, 'S1\\sE3, yours: 5,200')).toBeVisible()
  await expect(table(page, 'followers').getByText('not known')).toHaveCount(0)

  await page.keyboard.press('Control+z')
  await expect(row).toHaveCount(0)
  await expect(table(page, 'followers').getByRole('row', { name: /S1E3.*not known/ })).toBeVisible()

  await addReading(page, '5200')
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByLabel('What the screen says').fill('a few thousand')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('a few thousand')

  await row.getByRole('button').press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: /Undo/ }).last().click()
  await expect(row).toContainText('a few thousand')
})

test('a reading of one’s own and the later ones go behind the veil when the line moves back', async () => {
  const { page } = launched
  await startWith(page, '1')
  const showId = await showIdOf(page)
  const [, , , , fifth] = await episodeIds(page, showId)
  const { trackers: all } = await ask<Press>(page, 'library.press', { showId })
  const [followers] = all
  if (!followers || followers.veiled) throw new Error('the followers are open')
  await ask(page, 'library.saveReading', {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    showId,
    trackerId: followers.id,
    newTracker: null,
    episodeId: fifth,
    atMs: null,
    point: 'in the lift',
    value: 18_300,
    words: null,
    note: null,
  })
  await expect(table(page, 'followers')).toContainText('18,300')
  await ask(page, 'library.setReading', { showId, reach: 2 })
  await expect(table(page, 'followers')).toContainText('1,435')
  await expect(trackers(page)).toContainText('Safe after S1\u00a0E4')
  const held = await page.locator('body').innerHTML()
  for (const text of ['18,300', '18.3K', 'in the lift', '10,400', '10.4K', 'tens of thousands'])
    expect(held).not.toContain(text)
  await expect(chart(page, 'followers')).not.toHaveAttribute('aria-label', /E[3-9]/)
})

test('a tracker of one’s own is begun, renamed, deleted and brought back', async () => {
  const { page } = launched
  await startWith(page, '1')
  await trackers(page).getByRole('button', { name: 'New tracker' }).press('Enter')
  await expect(page.getByLabel('What is counted')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await page.getByLabel('What is counted').fill('Croissants eaten')
  await page.getByLabel('What the screen says').fill('2')
  const found = await new AxeBuilder({ page }).setLegacyMode(true).include('[role="dialog"]').analyze()
  expect(found.violations).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  // without anything running it belongs to the episode that was reached last
  await expect(table(page, 'Croissants').getByRole('row', { name: /S1E10.*2/ })).toBeVisible()
  await expect(table(page, 'Croissants').getByRole('row', { name: /S1E1 – S1E9.*not known/ })).toBeVisible()

  const whole = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(whole.violations).toEqual([])

  await page.getByRole('button', { name: 'More for Croissants eaten' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByLabel('What is counted').fill('Pains au chocolat')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(table(page, 'Pains au chocolat')).toBeVisible()

  await page.getByRole('button', { name: 'More for Pains au chocolat' }).click()
  await page.getByRole('menuitem', { name: 'Delete the tracker' }).click()
  await expect(table(page, 'Pains')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(table(page, 'Pains')).toBeVisible()
})

test('the air dates are saved as a calendar that a calendar program can read', async () => {
  const { app, page } = launched
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-calendar-'))
  try {
    await startWith(page, '1')
    const file = path.join(folder, 'dates.ics')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    const press = page
      .locator('section', { has: page.getByRole('heading', { name: 'From the press' }) })
      .last()
    await press.getByRole('button', { name: 'More', exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Save the air dates as a calendar' }).click()
    await expect(page.getByText('The air dates are in dates.ics')).toBeVisible()
    const text = await readFile(file, 'utf8')
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event))
    expect(events).toHaveLength(10)
    expect(events[9]?.summary).toBe('Emily in Paris, S1 E10: Cancel Couture')
    expect(events[9]?.startDate.toString()).toBe('2020-10-02')
    expect(text).not.toContain('2021')

    await page.getByRole('link', { name: 'All episodes' }).click()
    await page.getByRole('button', { name: 'Save the air dates as a calendar' }).click()
    await expect.poll(async () => (await readFile(file, 'utf8')).length).toBe(text.length)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('one veil of the news lifts one piece of news, and lowers again', async () => {
  const { page } = launched
  await startWith(page, '1')
  const news = page.getByRole('region', { name: 'Behind the veil' })
  const veil = news.getByRole('button')
  await expect(veil).toHaveCount(1)
  await veil.focus()
  await page.keyboard.press('l')
  await expect(news).toContainText('Season 2 is here')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Season 2 is here')).toHaveCount(0)
})

test('the days to a date that may be known are counted', async () => {
  const { page } = launched
  await startWith(page, '3')
  const now = new Date()
  const inDays = (days: number) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days)).toISOString().slice(0, 10)
  const show = pack({
    seasons: [season([episode(1, { airDate: inDays(12) }), episode(2, { airDate: inDays(19) }), episode(3)])],
  })
  const reply = await page.evaluate(
    (json) =>
      window.entracte.call({
        method: 'exchange.importPack',
        input: { name: 'house.entracte', bytes: new TextEncoder().encode(json) },
        taskId: '01890a5d-ac96-774b-bcce-b302099a8057' as TaskId,
      }),
    JSON.stringify(show),
  )
  expect(reply.ok).toBe(true)
  await expect(page.getByRole('heading', { level: 1, name: 'House' })).toBeVisible()
  const status = page.getByRole('region', { name: 'Season status' })
  await expect(status).toHaveCount(0)
  const told = await call(page, 'settings.setVeil', { titles: true, names: true, nextTitle: true })
  expect(told.ok).toBe(true)
  await expect(status).toContainText('S1\u00a0E1: in 12 days')
})
