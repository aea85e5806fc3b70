import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { ask, showIdOf, startWith } from './support/ask'
import { launchApp } from './support/electron'

const readAsOf = async (page: Page, reach: number) =>
  ask(page, 'library.setReading', { showId: await showIdOf(page), reach })

async function openRelations(page: Page): Promise<void> {
  await page.keyboard.press('Control+2')
  await page.getByRole('tab', { name: 'Relations' }).click()
  await page.locator('svg [data-role]').first().waitFor()
}

/** Where every role stands, by its name. */
const places = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('svg [data-role]')
    .evaluateAll((discs) =>
      Object.fromEntries(
        discs.map((disc) => [
          disc.getAttribute('aria-label')?.split('.')[0] ?? '',
          disc.getAttribute('transform') ?? '',
        ]),
      ),
    )

const role = (page: Page, name: string) => page.locator(`svg [data-role][aria-label^="${name}"]`)

test('an episode that is marked as watched brings its lines, and nobody moves for it', async () => {
  const { page, problems, close } = await launchApp()
  try {
    await startWith(page, '2')
    const showId = await showIdOf(page)
    const { seasons } = await ask<{ seasons: { episodes: { id: string }[] }[] }>(page, 'library.show', {
      showId,
    })
    const ids = seasons.flatMap(({ episodes }) => episodes.map(({ id }) => id))
    const watch = (ordinal: number) =>
      ask(page, 'library.setWatched', { showId, episodeId: ids[ordinal - 1], watched: true, through: true })
    await watch(3)
    await openRelations(page)
    await expect(role(page, 'Gabriel')).not.toHaveAttribute('aria-label', /kissed/)
    await expect(role(page, 'Camille')).toHaveCount(0)
    expect(await page.content()).not.toContain('Camille')
    const before = await places(page)

    await watch(4)
    await expect(role(page, 'Gabriel')).toHaveAttribute(
      'aria-label',
      /Emily Cooper, Loves: kissed, since\sE4/,
    )
    await expect(role(page, 'Camille')).toHaveCount(1)
    await expect(page.getByText('Emily kisses Gabriel, before she knows about his girlfriend.')).toBeVisible()
    expect(await places(page)).toMatchObject(before)
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})

test('the relations can be walked through, and read, without a mouse', async () => {
  const { page, problems, close } = await launchApp()
  try {
    await startWith(page, '1')
    await readAsOf(page, 7)
    await page.keyboard.press('Control+2')
    await page.getByRole('tab', { name: 'Roles' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('svg [data-role]').first().waitFor()

    await test.step('Tab goes from role to role, and out again at the end', async () => {
      await page.keyboard.press('Tab')
      await expect(role(page, 'Emily Cooper')).toBeFocused()
      await page.keyboard.press('Tab')
      await expect(role(page, 'Sylvie Grateau')).toBeFocused()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Shift+Tab')
      await expect(page.getByRole('tab', { name: 'Relations' })).toBeFocused()
    })
    await test.step('arrows go to whoever stands there', async () => {
      await page.keyboard.press('Tab')
      await expect(role(page, 'Emily Cooper')).toBeFocused()
      await page.keyboard.press('End')
      await expect(role(page, 'Emily Cooper')).not.toBeFocused()
      await page.keyboard.press('Home')
      await expect(role(page, 'Emily Cooper')).toBeFocused()
    })
    const stood = await places(page)
    await test.step('brackets move the picture’s own line, and not the reading line', async () => {
      await page.keyboard.press('[')
      await page.keyboard.press('[')
      await page.keyboard.press('[')
      await expect(page.getByText('As of episode 4')).toBeVisible()
      await expect(page.getByRole('button', { name: /Reading as of S1/ })).toContainText('E7')
      await expect(role(page, 'Brooklyn')).toHaveCount(0)
      expect(stood).toMatchObject(await places(page))
    })
    await test.step('Space plays up to the reading line and stops there', async () => {
      await page.keyboard.press(']')
      await page.keyboard.press(']')
      await page.keyboard.press(' ')
      await expect(page.getByText('As of episode 7')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Play the changes' })).toBeVisible()
      await expect(page.getByRole('slider', { name: /Looking at the relations/ })).toHaveAttribute(
        'aria-valuemax',
        '7',
      )
      await page.keyboard.press(']')
      await expect(page.getByText('As of episode 7')).toBeVisible()
    })
    await test.step('T shows the same as a table', async () => {
      const drawn = await page.locator('svg path[data-style][d^="M"]:not([d^="M2 6"])').count()
      await page.keyboard.press('t')
      const rows = page.getByRole('table').locator('tbody tr')
      await expect(rows).toHaveCount(drawn)
      await expect(rows.filter({ hasText: 'Brooklyn Clark' })).toContainText('Client of')
      await page.keyboard.press('t')
    })
    await test.step('Enter opens the page of a character', async () => {
      await role(page, 'Sylvie Grateau').focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 2, name: 'Sylvie Grateau' })).toBeVisible()
    })
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})

test('kinds and groups that are unticked are not drawn', async () => {
  const { page, close } = await launchApp()
  try {
    await startWith(page, '1')
    await readAsOf(page, 7)
    await openRelations(page)
    const loves = page.locator('svg[role="group"] path[data-style="loves"]')
    await expect(loves).not.toHaveCount(0)
    await page.getByRole('checkbox', { name: /Loves/ }).press(' ')
    await expect(loves).toHaveCount(0)
    await page.getByRole('checkbox', { name: /Guests/ }).press(' ')
    await expect(role(page, 'Thomas')).toHaveCount(0)
    await expect(role(page, 'Emily Cooper')).toHaveCount(1)
  } finally {
    await close()
  }
})

test('a picture that is larger than the window can be shown whole', async () => {
  const { app, page, close } = await launchApp()
  try {
    await startWith(page, '1')
    await ask(page, 'library.setReading', { showId: await showIdOf(page), reach: 20 })
    const window = await app.browserWindow(page)
    await window.evaluate((win) => win.setContentSize(1100, 700))
    await openRelations(page)
    const outside = () =>
      page.locator('svg [data-role]').evaluateAll((discs) => {
        const frame = discs[0]?.closest('svg')?.parentElement?.getBoundingClientRect()
        return discs.filter((disc) => {
          const box = disc.getBoundingClientRect()
          return !frame || box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom
        }).length
      })
    expect(await outside()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Show the whole picture' }).click()
    expect(await outside()).toBe(0)
    await page.getByRole('button', { name: 'Show it at reading size' }).click()
    expect(await outside()).toBeGreaterThan(0)
  } finally {
    await close()
  }
})

const saveTo = (app: ElectronApplication, filePath: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, filePath)

test('the picture is saved as a file of its own, as SVG and as PNG', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entracte-picture-'))
  const { app, page, problems, close } = await launchApp()
  try {
    await startWith(page, '1')
    await readAsOf(page, 7)
    await openRelations(page)
    await role(page, 'Sylvie Grateau').focus()

    const svgFile = join(folder, 'relations.svg')
    await saveTo(app, svgFile)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'As SVG' }).click()
    await expect(page.getByText('Saved as relations.svg.')).toBeVisible()
    const svg = await readFile(svgFile, 'utf8')
    expect(svg).toContain('Emily in Paris, As of S1\u00a0E7')
    expect(svg).toContain('second kiss, E7')
    expect(svg).not.toMatch(/var\(|class=|href=|url\((?!["']?#|&quot;#)/)
    expect(svg).not.toContain('Timothée')
    expect(svg.match(/<circle /g)).toHaveLength(await page.locator('svg [data-role]').count())
    const drawnWidth = await page.evaluate(async (text) => {
      const image = new Image()
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
      await image.decode()
      return image.naturalWidth
    }, svg)
    expect(drawnWidth).toBeGreaterThan(800)

    const pngFile = join(folder, 'relations.png')
    await saveTo(app, pngFile)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'As PNG' }).click()
    await expect(page.getByText('Saved as relations.png.')).toBeVisible()
    const png = await readFile(pngFile)
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1600)
    expect(problems).toEqual([])
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('appearances are a grid to walk through, and a character’s page leads to what was written', async () => {
  const { page, problems, close } = await launchApp()
  try {
    await startWith(page, '1')
    await readAsOf(page, 7)
    const showId = await showIdOf(page)
    const place = { showId, episodeId: null, atMs: null, endMs: null, kind: 'note', tags: [], pinned: false }
    await ask(page, 'notes.save', {
      ...place,
      id: '01793889-6ce8-7000-8000-000000000001',
      title: 'Sylvie delegating',
      body: 'Never a kindness.',
    })
    const { id: boardId } = await ask<{ id: string }>(page, 'boards.board', {
      showId,
      boardId: null,
      as: null,
    })
    await ask(page, 'boards.save', {
      id: '01793889-6ce8-7000-8000-000000000002',
      boardId,
      kind: 'theory',
      text: 'Sylvie keeps Emily because Emily is good.',
      details: '',
      ordinal: 7,
    })
    await page.keyboard.press('Control+2')
    await page.getByRole('tab', { name: 'Appearances' }).click()
    const grid = page.getByRole('grid', { name: 'Who is known to be in which episode' })
    await expect(grid.getByRole('columnheader')).toHaveCount(8)
    await grid.getByRole('link', { name: 'Emily Cooper' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', 'Seen')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')

    await expect(page.getByRole('heading', { level: 2, name: 'Sylvie Grateau' })).toBeVisible()
    await expect(page.getByRole('link', { name: /Sylvie keeps Emily/ })).toBeVisible()
    await page.getByRole('link', { name: /Sylvie delegating/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Sylvie delegating')
    await page.keyboard.press('Control+2')
    await page.getByRole('tabpanel').getByRole('link', { name: 'Sylvie Grateau' }).click()
    await page.getByRole('link', { name: /Sylvie keeps Emily/ }).click()
    await expect(page.locator('[data-card]:focus')).toContainText('Sylvie keeps Emily')
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})
