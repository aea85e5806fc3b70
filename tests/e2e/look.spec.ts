import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { ask, showIdOf, startWith } from './support/ask'
import { launchApp } from './support/electron'

// How the first page looked is kept when the window goes, and is the first frame of the next start.

let userData: string
const lookFile = () => path.join(userData, 'last-look.json')
const libraryFile = () => path.join(userData, 'entracte.db')
const keptHtml = (): string => JSON.parse(readFileSync(lookFile(), 'utf8')).look.html

test.beforeEach(async () => {
  userData = await mkdtemp(path.join(tmpdir(), 'entracte-look-'))
})
test.afterEach(() => rm(userData, { recursive: true, force: true, maxRetries: 5 }))

async function run<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const { page, problems, close } = await launchApp({ userData })
  try {
    const result = await work(page)
    expect(problems).toEqual([])
    return result
  } finally {
    await close()
  }
}

const begin = () => run((page) => startWith(page, '1'))
const withLook = (page: Page) => page.evaluate(() => location.search.includes('look=last'))
const alive = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('entracte:alive').length > 0)
const standing = (page: Page) => page.evaluate(() => document.getElementById('last-look') !== null)

/** What stands between the tags. */
const wordsIn = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Keeps the library shut until it is closed, as another program would: the app has its window and no answers. */
function shutLibrary(): Database.Database {
  const other = new Database(libraryFile())
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec('BEGIN EXCLUSIVE')
  return other
}

test('what was on the first page is painted before the app runs, and the app draws the same', async () => {
  await begin()
  const html = keptHtml()
  await run(async (page) => {
    expect(await withLook(page)).toBe(true)
    await alive(page)
    expect(await standing(page)).toBe(false)
    const { painted, answering } = await page.evaluate(() => ({
      painted:
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
      answering: performance.getEntriesByName('entracte:alive')[0]?.startTime ?? 0,
    }))
    expect(painted).toBeLessThan(answering)
    const drawn = wordsIn(await page.locator('#root main').innerHTML())
    const kept = wordsIn(/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '')
    expect(kept.length).toBeGreaterThan(500)
    // what lies below the fold comes afterwards
    expect(drawn.startsWith(kept)).toBe(true)
  })
})

test('keys and clicks that are quicker than the app are answered when it is there', async () => {
  await begin()
  const other = shutLibrary()
  try {
    await run(async (page) => {
      await page.locator('#last-look').waitFor()
      await page.keyboard.press('Control+d')
      await page
        .locator('#last-look')
        .getByRole('button', { name: /Reading as of/ })
        .click()
      expect(await standing(page)).toBe(true)
      const before = await page.evaluate(() => document.documentElement.dataset.theme)
      other.close()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).not.toBe(before)
      expect(await standing(page)).toBe(false)
    })
  } finally {
    other.close()
  }
})

test('a library that was changed in between is drawn as it is', async () => {
  await begin()
  const other = new Database(libraryFile())
  other.prepare("UPDATE show SET title = 'Emily somewhere else'").run()
  other.close()
  await run(async (page) => {
    expect(await withLook(page)).toBe(false)
    await expect(page.getByRole('heading', { level: 1, name: 'Emily somewhere else' })).toBeVisible()
  })
})

test('a run that ends badly leaves no look', async () => {
  await begin()
  expect(existsSync(lookFile())).toBe(true)
  const { app, page, close } = await launchApp({ userData })
  await alive(page)
  app.process().kill('SIGKILL')
  await close().catch(() => undefined)
  expect(existsSync(lookFile())).toBe(false)
  await run(async (again) => {
    expect(await withLook(again)).toBe(false)
    await expect(again.getByRole('heading', { level: 1, name: 'Emily in Paris' })).toBeVisible()
  })
})

test('a look has nothing that is past the line', async () => {
  const later = await run(async (page) => {
    await startWith(page, '1')
    const showId = await showIdOf(page)
    const told = await ask<{ standing: { text: string } }>(page, 'recap.previously', { showId })
    await ask(page, 'library.setReading', { showId, reach: 2 })
    await expect(page.getByText(told.standing.text)).toHaveCount(0)
    return told.standing.text
  })
  expect(later.length).toBeGreaterThan(20)
  const html = keptHtml()
  expect(html).toContain('Emily in Paris')
  expect(html).not.toContain(later.slice(0, 20))
})

test('a look is kept from wherever the window was closed, and only of the first page', async () => {
  await run(async (page) => {
    await startWith(page, '1')
    await page.keyboard.press('Control+6')
    await page.getByRole('heading', { name: /Nothing written/ }).waitFor()
  })
  expect(keptHtml()).toContain('Emily in Paris')
  expect(keptHtml()).not.toContain('Nothing written')
})
