import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { Pack } from '../../shared/exchange/pack-schema'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'
import { fontsIn, textIn } from './support/pdf'

const pack = Pack.parse(
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../resources/packs/emily-in-paris.json'), 'utf8'),
  ),
)
const beats = pack.seasons.flatMap(({ episodes }) => episodes).flatMap((episode) => episode.beats)
const TOLD = beats.filter(({ safeAfter }) => (safeAfter ?? 0) <= 7).map(({ text }) => text)
const LATER = beats.filter(({ safeAfter }) => (safeAfter ?? 0) > 7).map(({ text }) => text)
const SECRET = 'CANARY of the ninth'

interface EpisodeAnswer {
  readonly id: string
  readonly ordinal: number
}

/** Pins notes to the sixth, seventh and ninth episode and one to the show, and reads as of the seventh. */
async function pinNotes(page: Page): Promise<void> {
  const showId = await showIdOf(page)
  const { seasons } = await ask<{ seasons: { episodes: EpisodeAnswer[] }[] }>(page, 'library.show', {
    showId,
  })
  const episodes = seasons.flatMap((season) => season.episodes)
  const pin = (n: number, ordinal: number | null, atMs: number | null, title: string, body: string) =>
    ask(page, 'notes.save', {
      id: `01793889-6ce8-7000-8000-00000000001${n}`,
      showId,
      episodeId: episodes.find((episode) => episode.ordinal === ordinal)?.id ?? null,
      atMs,
      endMs: null,
      kind: 'note',
      title,
      body,
      tags: [],
      pinned: true,
    })
  await pin(0, 6, 422_000, 'The word', 'It is going to **stick**. Watch for it.')
  await pin(1, 7, 258_000, '', 'Sylvie delegating is never a kindness.')
  await pin(2, 9, null, '', SECRET)
  await pin(3, null, null, '', 'Who dresses them all?')
  await ask(page, 'library.setReading', { showId, reach: 7 })
}

/** Lets the save dialog answer with a file in this folder, under the name that was proposed. */
const saveInto = ({ app }: LaunchedApp, folder: string) =>
  app.evaluate(({ dialog }, into) => {
    const answer = async (...given: unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${into}/${defaultPath.split(/[\\/]/).at(-1)}` }
    }
    dialog.showSaveDialog = answer as typeof dialog.showSaveDialog
  }, folder)

async function exportAs(page: Page, kind: RegExp, ending: 'md' | 'pdf' | 'png'): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: kind }).click()
  await expect(page.getByText(new RegExp(`^Saved as .*\\.${ending}\\.$`))).toBeVisible({ timeout: 30_000 })
}

let launched: LaunchedApp
let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entracte-recap-'))
  launched = await launchApp()
  await startWith(launched.page, '1')
  await pinNotes(launched.page)
  await launched.page.keyboard.press('Control+3')
  await launched.page.getByRole('heading', { name: /French Ending/ }).waitFor()
})
test.afterAll(async () => {
  await launched?.close()
  await rm(folder, { recursive: true, force: true })
})

test('notes stand at their place, and each opens', async () => {
  const { page } = launched
  const beat = page.locator('[data-beat]').filter({ hasText: 'It is going to stick' })
  await expect(beat).toHaveAttribute('data-ordinal', '6')
  await expect(page.getByText('three of your notes woven in')).toBeVisible()
  await expect(page.getByText(SECRET)).toHaveCount(0)
  await page.getByRole('link', { name: /Sylvie delegating/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
  await expect(page.getByRole('option', { selected: true })).toContainText('Sylvie delegating')
  await page.keyboard.press('Control+3')
})

test('each beat shows its episode and opens it', async () => {
  const { page } = launched
  const places = page.locator('[data-beat] a[href*="/episodes"]')
  await expect(places).toHaveCount(await page.locator('[data-beat]').count())
  await places.first().click()
  const row = page.locator('main [data-line][data-ordinal="6"]')
  await expect(row).toBeFocused()
  await expect(row).toBeInViewport()
  await page.keyboard.press('Control+3')
})

test('is told by episode, by character and by storyline, in full or in a minute', async () => {
  const { page } = launched
  await page.getByRole('radio', { name: 'By character' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Emily Cooper' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText('safe after')
  await page.getByRole('radio', { name: 'By storyline' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Savoir' })).toBeVisible()
  await page.getByRole('radio', { name: 'By episode' }).click()
  await page.keyboard.press('m')
  await expect(page.getByRole('radio', { name: 'One minute' })).toBeChecked()
  await expect(page.getByText(/^One minute to read/)).toBeVisible()
  const told = await page.locator('[data-beat] p').allTextContents()
  const lede = await page.locator('[class*="lede"]').textContent()
  const words = [lede ?? '', ...told.map((text) => text.replace(/S\d+E\d+.*$/s, ''))].join(' ').split(/\s+/)
  expect(words.filter(Boolean).length).toBeLessThanOrEqual(175)
  expect(told.length).toBeGreaterThan(3)
  // remembered for the show, whatever page is between
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('radio', { name: 'One minute' })).toBeChecked()
  await page.keyboard.press('m')
  await expect(page.getByRole('radio', { name: 'Full' })).toBeChecked()
})

test('a note can be pinned here, and taken back', async () => {
  const { page } = launched
  await page.locator('[data-beat]').last().focus()
  await page.keyboard.press('p')
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask again at the finale.')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-beat]').filter({ hasText: 'Ask again at the finale.' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Ask again at the finale.')).toHaveCount(0)
})

test.describe('leaves the app', () => {
  test.beforeAll(() => saveInto(launched, folder))

  test('as Markdown', async () => {
    const { page } = launched
    await exportAs(page, /Markdown/, 'md')
    const text = await readFile(path.join(folder, 'Previously on Emily in Paris, as of S1 E7.md'), 'utf8')
    expect(text).toMatch(/^# Previously on Emily in Paris, as of S1.E7\n/)
    expect(text).toContain('French Ending')
    expect(text).toContain('> **07:02** · The word · It is going to stick. Watch for it.')
    expect(text).toContain('Who dresses them all?')
    expect(text).not.toContain('CANARY')
    expect(text).not.toContain('Family Affair')
  })

  test('as a PDF whose text is text, in its own fonts, on one kind of paper', async () => {
    const { page } = launched
    await exportAs(page, /PDF/, 'pdf')
    const file = path.join(folder, 'Previously on Emily in Paris, as of S1 E7.pdf')
    const bytes = await readFile(file)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const text = textIn(bytes)
    expect(TOLD.length).toBeGreaterThan(30)
    expect(TOLD.filter((beat) => !text.includes(beat))).toEqual([])
    expect(LATER.filter((beat) => text.includes(beat))).toEqual([])
    expect(text).toContain('Sylvie delegating is never a kindness.')
    expect(text).not.toContain('CANARY')
    expect(text).not.toContain('Family Affair')
    const fonts = fontsIn(bytes)
    expect(fonts.some(({ name }) => name.includes('Fraunces'))).toBe(true)
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([])
  })

  test('as a picture', async () => {
    const { page } = launched
    await exportAs(page, /Picture/, 'png')
    const bytes = await readFile(path.join(folder, 'Previously on Emily in Paris, as of S1 E7.png'))
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20) > 2000]).toEqual([1520, true])
    expect(launched.problems).toEqual([])
  })

  test('and nothing is left beside the files', async () => {
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

test('after a long break it says how long, and what was open', async () => {
  const userData = await mkdtemp(path.join(tmpdir(), 'entracte-away-'))
  try {
    const first = await launchApp({ userData })
    await startWith(first.page, '1')
    await first.close()
    const db = new BetterSqlite3(path.join(userData, 'entracte.db'))
    const monthsAgo = new Date(Date.now() - 215 * 86_400_000).toISOString()
    db.prepare(
      'UPDATE viewing SET watched_at = ? WHERE episode_id = (SELECT id FROM episode WHERE ordinal = 10)',
    ).run(monthsAgo)
    db.close()
    const { page, problems, close } = await launchApp({ userData })
    try {
      await page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
      await page.keyboard.press('Control+3')
      await expect(
        page.getByRole('heading', { name: /You watched S1\sE10 seven months ago\./ }),
      ).toBeVisible()
      const open = page.getByRole('region', { name: /seven months ago/ })
      await expect(open.getByRole('listitem').first()).toBeVisible()
      await ask(page, 'settings.change', { language: 'fr' })
      await expect(
        page.getByRole('heading', { name: /Vous avez vu S1\sE10 il y a sept mois\./ }),
      ).toBeVisible()
      expect(problems).toEqual([])
    } finally {
      await close()
    }
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
})
