import { expect, type Page, test } from '@playwright/test'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

let launched: LaunchedApp
let page: Page
test.beforeEach(async () => {
  launched = await launchApp()
  page = launched.page
  await startWith(page, '1')
})
test.afterEach(async () => {
  expect(launched.problems).toEqual([])
  await launched.close()
})

const lane = (name: string) => page.getByRole('grid', { name: new RegExp(name) })

test('a card is written, moved and taken back without a mouse', async () => {
  await page.keyboard.press('Control+5')
  await page.getByRole('heading', { level: 1, name: 'Speculation' }).waitFor()
  await page.keyboard.press('c')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Luc is the narrator.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const row = page.getByRole('row', { name: /Luc is the narrator/ })
  await expect(row).toBeVisible()
  await row.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText(/^Moved to/).first()).toBeVisible()
  const after = await ask<{ lanes: { role: string; cards: { text?: string }[] }[] }>(page, 'boards.board', {
    showId: await showIdOf(page),
    boardId: null,
    as: null,
  })
  const at = after.lanes.find(({ cards }) => cards.some(({ text }) => text === 'Luc is the narrator.'))?.role
  expect(at).not.toBe('questions')
  await expect(row).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(row).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /Luc is the narrator/ })).toBeVisible()
})

test('a card is dragged from lane to lane with the mouse', async () => {
  await page.keyboard.press('Control+5')
  const card = page.getByRole('row', { name: /Will Camille find out/ })
  await card.waitFor()
  await card.dragTo(lane('Predictions'))
  await expect(lane('Predictions').getByRole('row', { name: /Will Camille find out/ })).toBeVisible()
  await expect(lane('Questions').getByRole('row', { name: /Will Camille find out/ })).toHaveCount(0)
})

test('a note is written, found, pinned, deleted and brought back without a mouse', async () => {
  await page.keyboard.press('Control+6')
  await page.getByRole('heading', { name: /Nothing written/ }).waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('The watch')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('wat')
  await expect(page.getByText('1 of 1 note')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Note deleted')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('The watch').first()).toBeVisible()
})

test('an episode is marked as watched, and the line follows', async () => {
  await page.getByRole('button', { name: /Mark as watched/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Reading as of S2 E1/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /Reading as of S1 E10/ })).toBeVisible()
})

test('taking a whole season back is undone with one key', async () => {
  await page.getByRole('link', { name: 'All episodes' }).click()
  const first = page.locator('label:has(input[type="checkbox"])').first()
  await first.waitFor()
  await first.click({ modifiers: ['Shift'] })
  await expect(page.getByRole('button', { name: /Reading as of the start/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /Reading as of S1 E10/ })).toBeVisible()
})

test('the lights, the sidebar, the key map and the language obey their keys and switches', async () => {
  const theme = () => page.locator('html').getAttribute('data-theme')
  const before = await theme()
  await page.keyboard.press('Control+d')
  await expect.poll(theme).not.toBe(before)
  await page.keyboard.press('Control+\\')
  await expect.poll(async () => (await ask<{ railed: boolean }>(page, 'settings.read')).railed).toBe(true)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await page.getByRole('radio', { name: 'Français' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { level: 1, name: 'Réglages' })).toBeVisible()
})
