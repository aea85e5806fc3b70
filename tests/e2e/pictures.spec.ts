import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { zipOf } from '../support/pack-zip'
import { bruno, episode, pack, picture, role, season } from '../support/small-pack'
import { tinyPng } from '../support/tiny-picture'
import { ask, startWith } from './support/ask'
import { launchApp } from './support/electron'

const at = (ordinal: number) => ordinal as never
const artwork = [
  picture({ key: 'poster', file: 'art/poster.png', alt: 'A house by night' }),
  picture({ key: 'one', kind: 'still', episode: 'e1', file: 'art/one.png', alt: 'A door', safeAfter: at(1) }),
  picture({ key: 'two', kind: 'still', episode: 'e2', file: 'art/two.png', alt: 'A key', safeAfter: at(2) }),
  picture({ key: 'ada', kind: 'portrait', role: 'ada', file: 'art/ada.png', alt: 'Ada at her desk' }),
  picture({
    key: 'bruno',
    kind: 'portrait',
    role: 'bruno',
    file: 'art/b.png',
    alt: 'A hat',
    safeAfter: at(3),
  }),
]
const house = {
  ...pack({
    roles: [role(), { ...bruno, group: 'lead' as const }],
    seasons: [season([episode(1), episode(2), episode(3)])],
    artwork,
  }),
}

/** The names of the pictures on the page that have been drawn. */
const drawn = async (page: Page): Promise<string[]> =>
  page
    .locator('img[src^="app://entracte/picture/"]')
    .evaluateAll((all) =>
      all
        .filter((image) => (image as HTMLImageElement).naturalWidth > 0)
        .map((image) => (image as HTMLImageElement).alt),
    )

test('pictures of a pack are shown as far as they may be, and the choice is the person’s', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-pictures-'))
  const launched = await launchApp()
  const { page } = launched
  try {
    await startWith(page, '3')
    const file = path.join(folder, 'house.entracte')
    const files = Object.fromEntries(artwork.map(({ key, file: name }) => [name, tinyPng(key, 64, 36)]))
    await writeFile(file, await zipOf({ 'pack.json': JSON.stringify(house), ...files }))
    await launched.app.evaluate(({ app }, opened) => {
      app.emit('open-file', { preventDefault() {} }, opened)
    }, file)
    await expect(page.getByRole('heading', { level: 1, name: 'House' })).toBeVisible()
    await expect.poll(() => drawn(page)).toEqual(['A house by night', 'Ada at her desk'])

    await page.getByRole('link', { name: 'Cast' }).first().click()
    await expect.poll(() => drawn(page)).toEqual(['Ada at her desk', 'Ada at her desk'])

    // a picture that is veiled is not there, for an address that was found as for one that was made up
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('img')].map((image) => image.src.split('/').at(-1) ?? ''),
    )
    const status = (address: string) =>
      page.evaluate(
        (src) =>
          new Promise<string>((resolve) => {
            const image = new Image()
            image.onload = () => resolve('drawn')
            image.onerror = () => resolve('refused')
            image.src = src
          }),
        address,
      )
    expect(await status(`app://entracte/picture/${ids[0]}`)).toBe('drawn')
    expect(await status('app://entracte/picture/0197a3c0-0000-7000-8000-000000000001')).toBe('refused')
    expect(await status('app://entracte/index.html')).toBe('refused')
    // it is drawn and never read: the page may connect to its own files only
    const read = await page.evaluate(
      (src) => fetch(src).then(String, String),
      `app://entracte/picture/${ids[0]}`,
    )
    expect(read).toContain('TypeError')

    await page.getByRole('link', { name: 'Programme' }).first().click()
    await page
      .getByRole('link', { name: /All episodes/i })
      .first()
      .click()
    await expect.poll(() => drawn(page)).toEqual([])
    expect(await ask(page, 'settings.read')).toMatchObject({ veil: { images: true } })

    await page.keyboard.press('Control+,')
    await page.getByRole('switch', { name: 'Pictures of what you have not reached' }).press(' ')
    await page.getByRole('link', { name: 'Programme' }).first().click()
    await page
      .getByRole('link', { name: /All episodes/i })
      .first()
      .click()
    // what is said of them stays a text: it is veiled
    await expect.poll(() => drawn(page)).toEqual(['', ''])
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations).toEqual([])
    await page.locator('[data-ordinal="1"]').getByRole('checkbox').press(' ')
    await expect.poll(() => drawn(page)).toEqual(['A door', ''])
    await page.getByRole('link', { name: 'Cast' }).first().click()
    await expect.poll(() => drawn(page)).toEqual(['Ada at her desk', 'Ada at her desk'])
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a picture is dropped on the workshop, given to a character, and taken back', async () => {
  const launched = await launchApp()
  const { page } = launched
  try {
    await startWith(page, '1')
    await page.evaluate(() => {
      location.hash = '#/workshop'
    })
    await page.getByRole('button', { name: /Open/ }).first().click()
    const parts = page.getByRole('navigation', { name: 'Parts of the show' })
    await parts.getByRole('button', { name: 'Pictures' }).click()
    await page.getByRole('button', { name: 'New picture' }).click()
    const group = page.getByRole('group', { name: 'Picture', exact: true })
    const drop = async (bytes: Buffer) => {
      const dataTransfer = await page.evaluateHandle(
        (content) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File([new Uint8Array(content)], 'emily.png', { type: 'image/png' }))
          return transfer
        },
        [...bytes],
      )
      for (const type of ['dragenter', 'dragover', 'drop']) await group.dispatchEvent(type, { dataTransfer })
    }
    await drop(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    await expect(group.getByRole('alert')).toContainText('no PNG, JPEG or WebP')
    await drop(tinyPng('dropped', 80, 60))
    await expect(group.getByRole('button', { name: 'Choose another one' })).toBeVisible()
    await page.getByRole('textbox', { name: 'What is to be seen' }).fill('A drawing of Emily')
    await page.getByRole('textbox', { name: 'Credit' }).fill('Own drawing')
    await page.getByRole('button', { name: 'Poster of the show' }).click()
    await page.getByRole('option', { name: 'Portrait of a character' }).click()
    await page.getByRole('combobox', { name: 'Character', exact: true }).fill('Emily')
    await page.getByRole('option', { name: 'Emily' }).first().click()
    await page.getByRole('button', { name: /^Add/ }).last().click()
    const line = page.locator('button[data-key]').filter({ hasText: 'A drawing of Emily' })
    await expect(line).toBeVisible()
    await page.getByRole('link', { name: 'Cast' }).first().click()
    await expect.poll(() => drawn(page)).toEqual(['A drawing of Emily', 'A drawing of Emily'])

    await page.evaluate(() => {
      location.hash = '#/workshop'
    })
    await page.getByRole('button', { name: /Open/ }).first().click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'Cast' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Cast' }).waitFor()
    await expect.poll(() => drawn(page)).toEqual([])
  } finally {
    await launched.close()
  }
})
