import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { ask, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'
import { textIn } from './support/pdf'
import {
  cardId,
  DECIDED,
  fillSeason,
  GUESSERS,
  guesserId,
  predictionName,
  SECRET,
} from './support/season-of-guesses'

let launched: LaunchedApp
let folder: string
let season: Awaited<ReturnType<typeof fillSeason>>

/** Every file that is saved goes into the test's folder under its own name. */
const saveInto = (app: ElectronApplication, into: string) =>
  app.evaluate(({ dialog }, where) => {
    const answer = async (...args: unknown[]) => {
      const { defaultPath = '' } = args.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${where}/${defaultPath.split(/[\\/]/).at(-1)}` }
    }
    dialog.showSaveDialog = answer as typeof dialog.showSaveDialog
  }, into)

async function resize({ app, page }: LaunchedApp, width: number, height: number): Promise<void> {
  const window = await app.browserWindow(page)
  await window.evaluate((win, size) => win.setContentSize(size.width, size.height), { width, height })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`no way by Tab to ${selector}`)
}

async function violations(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  )
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

const theme = (page: Page, name: 'papier' | 'salle') =>
  ask(page, 'settings.change', { theme: name }).then(() =>
    expect(page.locator('html')).toHaveAttribute('data-theme', name),
  )
const read = (reach: number) => ask(launched.page, 'library.setReading', { showId: season.showId, reach })

/** What the core says of the leaderboard, as it stands on the screen. */
async function leaders(): Promise<readonly { readonly brier: string; readonly n: string }[]> {
  const { showId, boardId } = season
  const { rows } = await ask<{ rows: { brier: number; predictions: number }[] }>(
    launched.page,
    'boards.scores',
    { showId, boardId, as: null },
  )
  return rows.map(({ brier, predictions }) => ({ brier: brier.toFixed(3), n: String(predictions) }))
}

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entracte-scores-'))
  launched = await launchApp()
  await resize(launched, 1440, 900)
  await startWith(launched.page, '1')
  season = await fillSeason(launched.page)
})
test.afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

test('what is needed stands there while nobody has a score', async () => {
  const { page, problems, close } = await launchApp()
  try {
    await startWith(page, '1')
    await page.keyboard.press('Control+5')
    const scores = page.getByRole('button', { name: 'Scores', exact: true })
    const panel = page
      .getByRole('region', { name: 'Scores' })
      .or(page.getByRole('dialog', { name: 'Scores' }))
    await expect(scores.or(panel).first()).toBeVisible()
    if (await scores.isVisible()) await scores.press('Enter')
    await expect(panel.getByText(/^Nobody has a score yet\. It takes a prediction with odds/)).toBeVisible()
    await expect(panel.getByText(/^Nothing that you gave odds on is decided yet/)).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})

test('the panel says how well everybody guesses, and each row leads to a record, by keys alone', async () => {
  const { page } = launched
  await page.keyboard.press('Control+5')
  const panel = page.getByRole('region', { name: 'Scores' })
  await expect(panel.getByRole('heading', { name: 'How well you guess' })).toBeVisible()
  const rows = panel.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(1 + GUESSERS.length)
  for (const [at, { brier, n }] of (await leaders()).entries()) {
    await expect(rows.nth(at + 1)).toContainText(brier)
    await expect(
      rows
        .nth(at + 1)
        .getByRole('cell')
        .last(),
    ).toHaveText(n)
  }

  // each dot says its numbers, and the table says the same
  await tabTo(page, '[data-dot]')
  const dots = panel.locator('[data-dot]')
  const count = await dots.count()
  expect(count).toBeGreaterThan(2)
  await page.keyboard.press('End')
  await expect(dots.nth(count - 1)).toBeFocused()
  const words = (await dots.nth(count - 1).getAttribute('aria-label')) ?? ''
  expect(words).toMatch(/^Said \d+%: it came \d+% of the time, of \d+\. 95% interval \d+% to \d+%\.$/)
  await expect(panel.getByText(words, { exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const table = panel.getByRole('table', { name: 'What was said, and how often it came' })
  const [, said = '', came = '', of = ''] =
    /^Said (\d+%): it came (\d+%) of the time, of (\d+)/.exec(words) ?? []
  await expect(table.getByRole('row').nth(count)).toContainText(new RegExp(`${said}\\s*${came}.*${of}$`))
  await page.keyboard.press('Enter')

  // the panel follows whoever guesses
  await page.getByRole('button', { name: /As Nora/ }).press('Enter')
  await page.getByRole('option', { name: 'As Tomas' }).press('Enter')
  await expect(panel.getByRole('heading', { name: 'How well Tomas guesses' })).toBeVisible()
  await page.getByRole('button', { name: /As Tomas/ }).press('Enter')
  await page.getByRole('option', { name: 'As Nora' }).press('Enter')

  const idris = panel.getByRole('link', { name: 'Idris' })
  await idris.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'The record of Idris' })).toBeVisible()
})

test('a record has everything that was scored, in the order one asks for', async () => {
  const { page } = launched
  const { showId, boardId } = season
  const { entries } = await ask<{ entries: { brier: number }[] }>(page, 'boards.record', {
    showId,
    boardId,
    memberId: guesserId('Idris'),
  })
  const table = page.getByRole('table', { name: /Predictions that were scored/ })
  await expect(table.locator('tbody tr')).toHaveCount(entries.length)
  const briers = () =>
    table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children[3]?.textContent))
  expect(await briers()).toEqual(entries.map(({ brier }) => brier.toFixed(3)))
  const rising = entries.map(({ brier }) => brier).sort((a, b) => a - b)
  const head = table.getByRole('button', { name: 'Brier', exact: true })
  await head.press('Enter')
  await expect(table.getByRole('columnheader', { name: 'Brier', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  expect(await briers()).toEqual(rising.map((brier) => brier.toFixed(3)))
  await head.press('Enter')
  expect(await briers()).toEqual(rising.toReversed().map((brier) => brier.toFixed(3)))
  // she changed hers on the way, so her course has two steps
  await page.evaluate((id) => {
    location.hash = `/speculation/record?member=${id}`
  }, season.me)
  await expect(page.getByRole('heading', { level: 1, name: 'Your record' })).toBeVisible()
  await expect(table.getByText(/\d+% → \d+%/).first()).toBeVisible()

  await page.getByText('Where the score comes from').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('How open the questions were.', { exact: false })).toBeVisible()
})

test('a score against nobody is undefined, and it says why', async () => {
  const { page } = launched
  const alone = cardId(900)
  const { boardId, me } = season
  const card = {
    id: alone,
    boardId,
    kind: 'prediction',
    text: 'Nobody else cares',
    details: '',
    ordinal: null,
  }
  await ask(page, 'boards.save', card)
  await ask(page, 'boards.giveOdds', { cardId: alone, memberId: me, odds: [60, 40] })
  await ask(page, 'boards.resolve', { cardId: alone, outcome: 0, memberId: me, ordinal: null, text: '' })
  const row = page.getByRole('row', { name: /Nobody else cares/ })
  await expect(row.getByText('undefined')).toHaveCount(2)
  await expect(row).toContainText('1 of 1')
  await expect(page.getByText(/Undefined where nobody else gave odds/)).toBeVisible()
  await ask(page, 'boards.remove', { ids: [alone] })
  await expect(row).toHaveCount(0)
})

test.describe('the page of a season', () => {
  test('tells who saw what coming, as far as the reading line', async () => {
    const { page } = launched
    await read(7)
    await page.keyboard.press('Control+5')
    await page.getByRole('link', { name: 'Who saw it coming' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /Who saw it\s*coming/ })).toBeVisible()
    const titles = page.locator('article h2').filter({ hasText: /^Prediction/ })
    const { entries } = await ask<{ entries: { card: { outcome: unknown; ordinal: number } }[] }>(
      page,
      'boards.season',
      {
        showId: season.showId,
        boardId: season.boardId,
        seasonId: await seasonId(page),
      },
    )
    const decided = entries.filter(({ card }) => card.outcome !== 'void')
    expect(decided.length).toBeGreaterThan(20)
    expect(Math.max(...entries.map(({ card }) => card.ordinal))).toBe(7)
    await expect(titles).toHaveCount(decided.length)
    await expect(page.getByText(/^(One|Two) predictions? could not be decided\./)).toBeVisible()
    await expect(page.getByText(/ (was|were) nearest/).first()).toBeVisible()
    await expect(page.locator('body')).not.toContainText('CANARY')
    expect(await page.content()).not.toContain(SECRET)
    expect(await page.content()).not.toContain(predictionName(8))
  })

  const exported = async (kind: RegExp, ending: string): Promise<Buffer> => {
    const { page } = launched
    await page.getByRole('button', { name: 'Export' }).press('Enter')
    const item = page.getByRole('menuitem', { name: kind })
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    if (ending === 'png') await page.keyboard.press('ArrowDown')
    await expect(item).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(new RegExp(`^Saved as .*\\.${ending}\\.$`))).toBeVisible({ timeout: 30_000 })
    return readFile(path.join(folder, `Who saw it coming, Emily in Paris, Season 1.${ending}`))
  }

  test('goes into a PDF whose text is text, with nothing from beyond the reading line', async () => {
    await saveInto(launched.app, folder)
    const bytes = await exported(/PDF/, 'pdf')
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const text = textIn(bytes)
    const inside = (n: number) => text.includes(predictionName(n))
    // the nth is decided in episode 2 to 10, one after the other
    const numbers = Array.from({ length: DECIDED }, (_, at) => at + 1)
    const episode = (n: number) => 2 + ((n - 1) % 9)
    expect(numbers.filter((n) => episode(n) <= 7 && !inside(n))).toEqual([])
    expect(numbers.filter((n) => episode(n) > 7 && inside(n))).toEqual([])
    expect(text).not.toContain('CANARY')
    for (const name of GUESSERS) expect(text).toContain(name)
  })

  test('goes into a picture', async () => {
    const bytes = await exported(/Picture/, 'png')
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20) > 4000]).toEqual([1520, true])
  })
})

test('a board is saved as a document by keys, with nothing from beyond the reading line', async () => {
  const { page } = launched
  await read(7)
  const veiled = '0190a300-0000-7000-8000-000000000001'
  const card = { boardId: season.boardId, kind: 'theory', details: '', ordinal: 9 }
  await ask(page, 'boards.save', { ...card, id: veiled, text: 'CANARY on a card of the ninth' })
  await saveInto(launched.app, folder)
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: 'Actions for the board' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Save as PDF, to print' }).press('Enter')
  const file = path.join(folder, 'Speculation, Emily in Paris.pdf')
  await expect
    .poll(() =>
      readFile(file)
        .then((bytes) => bytes.length > 0)
        .catch(() => false),
    )
    .toBe(true)
  const text = textIn(await readFile(file))
  expect(text).toContain(predictionName(1))
  expect(text).toContain('As of S1 E7')
  expect(text).not.toContain('CANARY')
  await ask(page, 'boards.remove', { ids: [veiled] })
  await read(10)
})

const seasonId = async (page: Page): Promise<string> => {
  const { seasons } = await ask<{ seasons: { id: string; number: number }[] }>(page, 'library.show', {
    showId: season.showId,
  })
  return seasons.find(({ number }) => number === 1)?.id ?? ''
}

test('another season is chosen by keys, and says when nothing in it is decided', async () => {
  const { page } = launched
  await read(12)
  await page.evaluate(() => {
    location.hash = '/speculation/season'
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Season 2: nothing decided yet' })).toBeVisible()
  await page.getByRole('button', { name: /Season 2/ }).press('Enter')
  await expect(page.getByRole('option', { name: 'Season 2' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Who saw it\s*coming/ })).toBeVisible()
  await expect(page.getByText(/^Season 1, 38 predictions decided$/)).toBeVisible()
})

test('in a narrow window the scores open over the edge, and close by Esc', async () => {
  const { page } = launched
  await read(10)
  await resize(launched, 960, 640)
  await page.keyboard.press('Control+5')
  const button = page.getByRole('button', { name: 'Scores', exact: true })
  await expect(page.getByRole('region', { name: 'Scores' })).toHaveCount(0)
  await button.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Scores' })
  await expect(sheet.getByRole('heading', { name: 'Brier score' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(button).toBeFocused()
  await resize(launched, 1440, 900)
})

for (const look of ['papier', 'salle'] as const) {
  test(`axe finds nothing on the scores in ${look}`, async () => {
    const { page, problems } = launched
    await theme(page, look)
    for (const [hash, name] of [
      ['/speculation', 'Speculation'],
      [`/speculation/record?member=${season.me}`, 'Your record'],
      ['/speculation/season', /Who saw it/],
    ] as const) {
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.getByRole('table').first().waitFor()
      expect.soft(await violations(page), `${hash} in ${look}`).toEqual([])
    }
    expect(problems).toEqual([])
  })
}
