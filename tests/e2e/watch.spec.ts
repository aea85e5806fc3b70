import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { ShowPage } from '../../shared/library/schema'
import type { NotePage } from '../../shared/notes/schema'
import type { Watching } from '../../shared/watch/schema'
import { ask, showIdOf, startWith } from './support/ask'
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

const stamp = (ms: number): string => new Date(ms).toISOString().slice(11, 23).replace('.', ',')
/** Subtitles with a line at each of these moments, three seconds long. */
const srt = (...lines: (readonly [number, string])[]): Buffer =>
  Buffer.from(
    lines.map(([at, text], n) => `${n + 1}\n${stamp(at)} --> ${stamp(at + 3000)}\n${text}\n`).join('\n'),
  )
const SAID = srt(
  [1000, 'Nobody reads the menu here.'],
  [600_000, 'It is not my problem. It is yours.'],
  [1_200_000, 'You want the hero to win.'],
)

const notesOf = async (page: Page) => {
  const showId = await showIdOf(page)
  const wanted = { showId, search: '', kinds: [], tags: [], episodeId: null, order: 'episode', offset: 0 }
  return (await ask<NotePage>(page, 'notes.list', wanted)).rows
}
const now = (page: Page) => ask<Watching>(page, 'watch.now')
const line = (page: Page) => page.getByRole('combobox', { name: 'Note at this moment' })

/** Opens the Watch page with the next episode on, its clock standing at a moment. */
async function onStage(page: Page, atMs: number): Promise<void> {
  await startWith(page, '1')
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'Put on S2 E1' }).press('Enter')
  await page.getByRole('button', { name: 'Start' }).waitFor()
  await ask(page, 'watch.setTime', { positionMs: atMs })
  await expect(page.getByRole('timer')).toHaveAttribute('aria-label', /./)
}

test('a thought gets the time of its first key, and is kept by Enter, undone and kept as a draft by Esc', async () => {
  const { page } = launched
  await onStage(page, 761_000)
  await page.keyboard.press('Control+ ')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(line(page)).toBeFocused()
  await page.keyboard.type('L')
  const first = (await now(page)).positionMs
  await page.keyboard.type('uc is the narrator #luc', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveValue('')
  const [note] = await notesOf(page)
  expect(note).toMatchObject({ kind: 'note', excerpt: 'Luc is the narrator #luc', tags: ['luc'] })
  expect(Math.abs((note?.atMs ?? 0) - first)).toBeLessThan(500)
  await expect(page.getByRole('list', { name: 'Notes so far' })).toContainText('Luc is the narrator')

  await page.keyboard.type('? Who dressed her')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+4')
  await expect(line(page)).toHaveValue('? Who dressed her')
  await line(page).press('Enter')
  await expect(line(page)).toHaveValue('')
  expect((await notesOf(page)).map(({ kind }) => kind)).toEqual(['note', 'question'])
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await notesOf(page)).length).toBe(1)
})

test('letters that are typed while a note is on its way to disk belong to the next one', async () => {
  const { page } = launched
  await onStage(page, 60_000)
  await page.keyboard.press('n')
  await page.keyboard.type('abc')
  // no pause between these: the answer of the first is still on its way
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.type('def')])
  await expect.poll(async () => (await notesOf(page)).map(({ excerpt }) => excerpt)).toEqual(['abc'])
  await expect(line(page)).toHaveValue('def')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await notesOf(page)).map(({ excerpt }) => excerpt)).toEqual(['abc', 'def'])
})

test('a note on an episode that lies further off is kept, and it is said when it opens', async () => {
  const { page } = launched
  await startWith(page, '1')
  const showId = await showIdOf(page)
  const { seasons } = await ask<ShowPage>(page, 'library.show', { showId })
  await ask(page, 'watch.open', { showId, episodeId: seasons[1]?.episodes[2]?.id })
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'Start' }).waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('too early')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept at 00:00. It opens when you reach S2 E3.')).toBeVisible()
  expect(await notesOf(page)).toEqual([])
})

test('Enter alone marks the moment, and a function key keeps a feeling', async () => {
  const { page } = launched
  await onStage(page, 60_000)
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F3')
  await expect.poll(async () => (await notesOf(page)).length).toBe(2)
  const notes = await notesOf(page)
  expect(notes.map(({ atMs, kind, reaction, excerpt }) => [atMs, kind, reaction, excerpt])).toEqual([
    [60_000, 'note', null, ''],
    [60_000, 'reaction', 'laugh', ''],
  ])
  await expect(page.getByText('Marked, to be written')).toBeVisible()
  await expect(page.getByRole('button', { name: /Laugh/ })).toContainText('1')
})

test('a name is completed behind an @, of those that may be known', async () => {
  const { page } = launched
  await onStage(page, 60_000)
  await page.keyboard.press('n')
  await page.keyboard.type('ask @syl')
  await expect(page.getByRole('option', { name: /Sylvie/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(line(page)).toHaveValue(/^ask @Sylvie .*/)
})

test('a long text that is pasted into the line is kept whole', async () => {
  const { page } = launched
  await onStage(page, 60_000)
  await page.keyboard.press('n')
  await page.keyboard.insertText('word '.repeat(1000).trim())
  await expect(line(page)).toHaveValue(/^(word ){999}word$/)
})

test('subtitles open with the clock, are quoted by one key, and set the clock by a line that was just heard', async () => {
  const { page } = launched
  await onStage(page, 0)
  await page.getByRole('button', { name: 'Add a file' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await choosing).setFiles({ name: 'emily.s02e01.fr.srt', mimeType: 'text/plain', buffer: SAID })
  await expect(page.getByRole('radio', { name: 'emily.s02e01.fr.srt' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing has been said yet.')).toBeVisible()
  expect(await page.content()).not.toContain('It is not my problem')

  await ask(page, 'watch.setTime', { positionMs: 601_000 })
  await expect(page.getByText('It is not my problem. It is yours.')).toBeVisible()
  expect(await page.content()).not.toContain('the hero')
  await page.keyboard.press('Control+q')
  await expect.poll(async () => (await notesOf(page)).length).toBe(1)
  expect((await notesOf(page))[0]).toMatchObject({ kind: 'quote', atMs: 600_000, endMs: 603_000 })

  await page.keyboard.press('Control+g')
  const dialog = page.getByRole('dialog', { name: 'Set the time' })
  await dialog.getByRole('searchbox').fill('hero win')
  await dialog.getByRole('button', { name: /You want the hero/ }).click()
  await expect(dialog).toHaveCount(0)
  const { positionMs } = await now(page)
  expect(positionMs).toBeGreaterThanOrEqual(1_203_000)
  expect(positionMs).toBeLessThan(1_213_000)
  await page.getByRole('tab', { name: 'Dialogue' }).click()
  await expect(page.getByRole('list', { name: 'Dialogue' }).getByRole('listitem')).toHaveCount(3)
})

test('the overlay takes the line where the window left it, keeps it, and gives the keys back', async () => {
  const { app, page } = launched
  await onStage(page, 300_000)
  await page.keyboard.press('n')
  await page.keyboard.type('Camille says it ')
  const opening = app.waitForEvent('window')
  await page.keyboard.press('Control+m')
  const overlay = await opening
  await expect(line(overlay)).toBeFocused()
  await expect(line(overlay)).toHaveValue('Camille says it ')
  await overlay.keyboard.type('so kindly')
  await overlay.keyboard.press('Enter')
  await expect(overlay.getByRole('status')).toHaveText('Kept at 05:00.')
  expect((await notesOf(page))[0]).toMatchObject({ excerpt: 'Camille says it so kindly', atMs: 300_000 })
  // two seconds later it has folded, and the line is gone from it
  await expect(line(overlay)).toHaveCount(0)
  const [height, onTop] = await app.evaluate(({ BrowserWindow }) => {
    const strip = BrowserWindow.getAllWindows().find((window) => window.isAlwaysOnTop())
    return [strip?.getBounds().height, strip !== undefined]
  })
  expect([height, onTop]).toEqual([44, true])
  expect((await new AxeBuilder({ page: overlay }).setLegacyMode(true).analyze()).violations).toEqual([])
})

test('after the end: a rating, the mark, and what comes next', async () => {
  const { page } = launched
  await onStage(page, 1_600_000)
  await page.getByRole('button', { name: 'It is over' }).click()
  const after = page.getByRole('region', { name: 'After the episode' })
  await expect(after.getByRole('heading', { name: /^That was/ })).toBeFocused()
  const stars = after.getByRole('slider', { name: 'Your rating' })
  await stars.focus()
  await page.keyboard.press('4')
  await page.keyboard.press('ArrowRight')
  await expect(stars).toHaveAttribute('aria-valuetext', '4.5 of 5 stars')
  await after.getByRole('button', { name: 'Mark as watched' }).click()
  await expect(after.getByText('Watched', { exact: true })).toBeVisible()
  await expect(after.getByRole('button', { name: 'Next: S2 E2' })).toBeFocused()
  const showId = await showIdOf(page)
  const { seasons, reading } = await ask<ShowPage>(page, 'library.show', { showId })
  expect(reading.reach).toBe(11)
  expect(seasons[1]?.episodes[0]).toMatchObject({ halfStars: 9, viewings: 1 })
  await after.getByRole('button', { name: 'Next: S2 E2' }).click()
  await expect(page.getByText('Season 2, episode 2')).toBeVisible()
  expect(await now(page)).toMatchObject({ positionMs: 0, playing: false })
})

test('the strip of the episode is moved along by keys, from note to note as well', async () => {
  const { page } = launched
  await onStage(page, 100_000)
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await notesOf(page)).length).toBe(1)
  await page.keyboard.press('Escape')
  const strip = page.getByRole('slider', { name: 'The episode' })
  await strip.focus()
  await page.keyboard.press('PageUp')
  await expect(strip).toHaveAttribute('aria-valuetext', /^02:40 of/)
  await page.keyboard.press('Control+ArrowLeft')
  await expect(strip).toHaveAttribute('aria-valuetext', /^01:40 of/)
})

test('of three hundred notes on an episode the list shows those up to the clock, and all reactions count', async () => {
  const { page } = launched
  await onStage(page, 761_000)
  const showId = await showIdOf(page)
  const episodeId = (await now(page)).episode?.episodeId
  const note = { showId, episodeId, kind: 'note', title: '', tags: [], pinned: false }
  // on a page that does not ask for them all again after each
  await page.keyboard.press('Control+1')
  await page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
  await page.evaluate(
    async ([base, from]) => {
      for (let at = 0; at < 300; at++) {
        const id = `00000000-0000-7000-8000-${String(from + at).padStart(12, '0')}`
        const reaction = at < 5 ? { kind: 'reaction', reaction: 'laugh', body: '' } : { reaction: null }
        const input = { ...base, body: `thought ${at}`, ...reaction, id, atMs: at * 5000, endMs: null }
        const reply = await window.entracte.call({ method: 'notes.save', input })
        if (!reply.ok) throw new Error(JSON.stringify(reply.error))
      }
    },
    [note, 1000] as const,
  )
  await page.keyboard.press('Control+4')
  const list = page.getByRole('list', { name: 'Notes so far' })
  await expect(list.getByRole('listitem')).toHaveCount(153)
  await expect(list).toContainText('thought 152')
  await expect(list).not.toContainText('thought 153')
  await expect(page.getByRole('button', { name: /Laugh/ })).toContainText('5')
  await ask(page, 'watch.setTime', { positionMs: 1_490_000 })
  await expect(list.getByRole('listitem')).toHaveCount(200)
  await expect(list).toContainText('thought 298')
  await expect(page.getByRole('link', { name: 'All 300 notes' })).toBeVisible()
})

test('the dialogue of an episode that has been seen stands at the line of the clock', async () => {
  const { page } = launched
  await onStage(page, 0)
  const showId = await showIdOf(page)
  const episodeId = (await now(page)).episode?.episodeId
  await ask(page, 'library.setWatched', { showId, episodeId, watched: true, through: false })
  await page.getByRole('button', { name: 'Add a file' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const buffer = srt(...Array.from({ length: 500 }, (_, n) => [n * 3500, `Line number ${n}.`] as const))
  await (await choosing).setFiles({ name: 'long.srt', mimeType: 'text/plain', buffer })
  await expect(page.getByRole('radio', { name: 'long.srt' })).toBeChecked()
  await page.keyboard.press('Escape')
  await ask(page, 'watch.setTime', { positionMs: 200 * 3500 + 1000 })
  await page.getByRole('tab', { name: 'Dialogue' }).click()
  const list = page.getByRole('list', { name: 'Dialogue' })
  const current = list.locator('[aria-current]')
  await expect(current).toContainText('Line number 200.')
  await expect(current).toBeInViewport()
  await list.focus()
  const ringed = page.locator('[data-focus-visible]').filter({ has: list })
  await expect(ringed).toHaveCSS('outline-style', 'none')
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  await expect(list).toContainText('Line number 270.')
  await expect(list).toBeFocused()
  await page.getByRole('button', { name: 'Earlier', exact: true }).click()
  await page.getByRole('button', { name: 'Earlier', exact: true }).click()
  await expect(list).toContainText('Line number 70.')
  await expect(current).toHaveCount(0)
  await page.getByRole('button', { name: 'Follow the clock' }).click()
  await expect(current).toBeInViewport()
  await list.press('Home')
  await expect(current).not.toBeInViewport()
  await page.getByRole('button', { name: 'Follow the clock' }).click()
  await expect(current).toBeInViewport()
})

for (const theme of ['papier', 'salle'] as const) {
  test(`the Watch page has nothing for axe to find in ${theme}`, async () => {
    const { page } = launched
    await onStage(page, 761_000)
    await ask(page, 'settings.change', { theme })
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme)
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([])
  })
}
