import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { ask, call, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

const BUNDLED = path.resolve(import.meta.dirname, '../../resources/packs/emily-in-paris.json')

const section = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Parts of the show' }).getByRole('button', { name })

/** A line of a list of items. */
const row = (page: Page, text: string | RegExp): Locator =>
  page.locator('button[data-key]').filter({ hasText: text })

/** Types into the empty form of a new item, one field after the other, and adds it. */
async function add(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(text)
  }
  await page.getByRole('button', { name: 'Add', exact: false }).last().click()
}

async function pick(page: Page, label: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.fill(name)
  await page.getByRole('option', { name }).first().click()
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`${label}$`) })
  await button.and(page.locator('[aria-haspopup="listbox"]')).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Answers the system's question where a file shall go. */
const savesTo = ({ app }: LaunchedApp, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, file)

/** Drops a file on the window, as from a folder. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content as number[])], String(fileName)))
      return transfer
    },
    [name, [...bytes]],
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: dropped })
}

test('a person makes a show of their own, gives it away, and gets it back', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-studio-'))
  const file = path.join(folder, 'house.entracte')
  const launched = await launchApp()
  const { page } = launched
  try {
    await startWith(page, '3')
    await page.getByRole('link', { name: 'Make a show of your own' }).click()
    await page.getByRole('textbox', { name: 'Name of the show' }).fill('The House')
    await page.getByRole('textbox', { name: 'Episodes in season 1' }).fill('3')
    await page.getByRole('button', { name: 'Add a season' }).click()
    await page.getByRole('textbox', { name: 'Episodes in season 2' }).fill('2')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Workshop The House' })).toBeVisible()
    await expect(section(page, 'Episodes')).toContainText('5')

    await page.getByRole('textbox', { name: 'What it is about' }).fill('A house and a letter.')
    await page.getByRole('textbox', { name: 'What it covers' }).fill('All that I have seen.')
    await page.getByRole('textbox', { name: 'Licence' }).fill('CC BY 4.0')

    await section(page, 'Cast').click()
    await page.getByRole('button', { name: 'New character' }).click()
    await add(page, { Name: 'Ada Holm' })
    await expect(row(page, 'Ada Holm')).toBeVisible()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bruno Falk')
    await choose(page, 'First seen in', /S1.E2/)
    await page.getByRole('button', { name: 'Add', exact: false }).last().click()
    await expect(row(page, 'Bruno Falk')).toContainText('E2')

    await section(page, 'Beats').click()
    await page.getByRole('button', { name: 'New beat' }).click()
    await page.getByRole('textbox', { name: 'What happens' }).fill('A letter arrives.')
    await pick(page, 'Cast', 'Ada')
    await page.getByRole('button', { name: 'Add', exact: false }).last().click()
    await expect(row(page, 'A letter arrives.')).toBeVisible()
    await page.getByRole('textbox', { name: 'What happens' }).fill('Bruno opens it.')
    await choose(page, 'Episode', /S1.E2/)
    await page.getByRole('button', { name: 'Add', exact: false }).last().click()
    await expect(row(page, 'Bruno opens it.')).toContainText('E2')

    await section(page, 'Relationships').click()
    await page.getByRole('button', { name: 'New relationship' }).click()
    await pick(page, 'Who', 'Ada')
    await pick(page, 'With whom', 'Bruno')
    await page.getByRole('textbox', { name: 'In a word' }).fill('neighbours')
    await choose(page, 'Since', /S1.E2/)
    await page.getByRole('button', { name: 'Add', exact: false }).last().click()
    await expect(row(page, /neighbours/)).toContainText('Ada Holm · Bruno Falk')

    // what somebody at S1 E1 would see: the first beat, and a veil in place of the second
    await section(page, 'Preview').click()
    await choose(page, 'Somebody who has seen', /S1.E1/)
    const beats = page.getByRole('list', { name: 'Beats' })
    await expect(beats).toContainText('A letter arrives.')
    await expect(beats).toContainText('One, safe after S1')
    await expect(beats).not.toContainText('Bruno')

    // a stamp that would spoil is refused where it is set, and undo brings back what was deleted
    await section(page, 'Beats').click()
    await row(page, 'Bruno opens it.').click()
    await choose(page, 'Who may read it', /S1.E1/)
    await expect(page.getByRole('alert')).toContainText('This would spoil')
    await row(page, 'Bruno opens it.').focus()
    await page.keyboard.press('Delete')
    await expect(row(page, 'Bruno opens it.')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(row(page, 'Bruno opens it.')).toBeVisible()

    await section(page, 'Check').click()
    await expect(page.getByRole('heading', { name: 'Nothing to mend' })).toBeVisible()
    await savesTo(launched, file)
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText('Saved as house.entracte.')).toBeVisible()

    await page.getByRole('button', { name: 'Delete the show' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the show' }).click()
    await expect(page.getByRole('heading', { name: /The stage is/ })).toBeVisible()

    await drop(page, 'house.entracte', await readFile(file))
    await expect(page.getByRole('heading', { level: 1, name: 'The House' })).toBeVisible()
    const showId = await showIdOf(page)
    await ask(page, 'library.setReading', { showId, reach: 5 })
    const cast = JSON.stringify(await ask(page, 'cast.roles', { showId }))
    expect(cast).toContain('Ada Holm')
    expect(cast).toContain('Bruno Falk')
    const { workshopId } = await ask<{ workshopId: string }>(page, 'studio.open', { showId })
    for (const [kind, total] of Object.entries({ episode: 5, beat: 2, role: 2, relationship: 1 })) {
      const listed = await ask(page, 'studio.list', { workshopId, kind, parent: null, search: '', offset: 0 })
      expect(listed, kind).toMatchObject({ total })
    }
    expect(launched.problems).toEqual([])
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a newer pack is compared first, and keeps the person’s edit and their note', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-update-'))
  const launched = await launchApp()
  const { page } = launched
  try {
    await startWith(page, '1')
    const showId = await showIdOf(page)
    await page
      .getByRole('button', { name: /Emily in Paris/ })
      .first()
      .click()
    await page
      .getByRole('menuitemradio', { name: 'Open the workshop' })
      .or(page.getByRole('menuitem', { name: 'Open the workshop' }))
      .first()
      .click()
    // a pack that others made is opened by a word only
    await expect(page.getByRole('heading', { name: 'To edit is to read everything' })).toBeVisible()
    await expect(page.getByText('Voulez-Vous Paris With Me')).toHaveCount(0)
    await page.getByRole('button', { name: 'Open the workshop' }).click()
    await section(page, 'Episodes').click()
    await row(page, /S1.E7/).click()
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('My own title')
    await page.keyboard.press('Enter')
    await expect(row(page, /My own title/)).toBeVisible()

    // leaving takes the word back
    await page.keyboard.press('Control+6')
    await expect(page.getByRole('heading', { name: /Nothing written/ })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('A note that stays')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()

    const raw = JSON.parse(await readFile(BUNDLED, 'utf8'))
    raw.pack.version = '9.0.0'
    raw.seasons[0].episodes[6].title = 'Their new title'
    raw.seasons[0].episodes[0].title = 'A better first title'
    raw.seasons[1].episodes[9].title = 'A secret of the last episode'
    await drop(page, 'newer.entracte', Buffer.from(JSON.stringify(raw)))
    const dialog = page.getByRole('dialog', { name: 'Update Emily in Paris?' })
    // the whole pack is read, checked and compared before it is shown
    await expect(dialog).toContainText('A better first title', { timeout: 20_000 })
    await expect(dialog).toContainText('In the file: Their new title')
    await expect(dialog).not.toContainText('secret of the last')
    await expect(dialog).toContainText('Safe after S2')
    await dialog.getByRole('button', { name: 'Update', exact: true }).click()
    await expect(page.getByText('Emily in Paris is up to date.')).toBeVisible()

    const show = JSON.stringify(await ask(page, 'library.show', { showId }))
    expect(show).toContain('My own title')
    expect(show).not.toContain('Their new title')
    expect(show).toContain('A better first title')
    await page.keyboard.press('Control+6')
    await expect(page.getByText('A note that stays').first()).toBeVisible()
    expect(await call(page, 'studio.outline', { workshopId: showId })).toMatchObject({
      error: { code: 'workshop-closed' },
    })
    expect(launched.problems).toEqual([])
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a newer pack that is opened from the desktop is compared as well', async () => {
  const userData = await mkdtemp(path.join(tmpdir(), 'entracte-opened-'))
  const file = path.join(userData, 'newer.entracte')
  const first = await launchApp({ userData })
  try {
    await startWith(first.page, '1')
  } finally {
    await first.close()
  }
  const raw = JSON.parse(await readFile(BUNDLED, 'utf8'))
  raw.pack.version = '9.0.0'
  raw.seasons[0].episodes[0].title = 'A better first title'
  await writeFile(file, JSON.stringify(raw))
  const { page, problems, close } = await launchApp({ userData, args: [file] })
  try {
    const dialog = page.getByRole('dialog', { name: 'Update Emily in Paris?' })
    // the whole pack is read, checked and compared before it is shown
    await expect(dialog).toContainText('A better first title', { timeout: 20_000 })
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    expect(JSON.stringify(await ask(page, 'library.shows'))).not.toContain('A better')
    const showId = await showIdOf(page)
    expect(JSON.stringify(await ask(page, 'library.show', { showId }))).not.toContain('A better')
    expect(problems).toEqual([])
  } finally {
    await close()
    await rm(userData, { recursive: true, force: true })
  }
})

for (const theme of ['papier', 'salle']) {
  test(`axe finds nothing in the workshop in ${theme}`, async () => {
    const { page, problems, close } = await launchApp()
    const scan = async (name: string) => {
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
      )
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
      expect.soft(found, name).toEqual([])
    }
    try {
      await ask(page, 'settings.change', { theme })
      await startWith(page, '1')
      await page.evaluate(() => {
        location.hash = '/workshop/new'
      })
      await page.getByRole('heading', { name: 'A show of your own' }).waitFor()
      await scan('new show')
      await page.evaluate(() => {
        location.hash = '/workshop'
      })
      await page.getByRole('button', { name: 'Open the workshop' }).waitFor()
      await scan('door')
      await page.getByRole('button', { name: 'Open the workshop' }).click()
      await page.getByRole('textbox', { name: 'What it covers' }).waitFor()
      await scan('show')
      for (const name of [
        'Episodes',
        'Cast',
        'Relationships',
        'Circles',
        'Beats',
        'Questions',
        'Trackers',
        'Bulletins',
      ]) {
        await section(page, name).click()
        await row(page, '').first().click()
        await page.getByRole('button', { name: /^Delete “/ }).waitFor()
        await scan(name)
      }
      await page.getByRole('button', { name: 'New bulletin' }).click()
      await page.getByRole('button', { name: 'Add', exact: false }).last().waitFor()
      await scan('new bulletin')
      for (const [name, text] of [
        ['Check', 'Nothing to mend'],
        ['Preview', 'Madeline is expecting'],
      ] as const) {
        await section(page, name).click()
        await page.getByText(text).first().waitFor()
        await scan(name)
      }
      expect(problems).toEqual([])
    } finally {
      await close()
    }
  })
}
