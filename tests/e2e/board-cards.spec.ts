import { expect, type Page, test } from '@playwright/test'
import type { Watching } from '../../shared/watch/schema'
import { ask, showIdOf } from './support/ask'
import {
  closeClean,
  laneOf,
  launchAtBoard,
  noticeOf,
  rowOf,
  saveCard,
  textsIn,
  toBoard,
} from './support/board'
import type { LaunchedApp } from './support/electron'

let launched: LaunchedApp
let page: Page
test.beforeEach(async () => {
  launched = await launchAtBoard()
  page = launched.page
})
test.afterEach(() => closeClean(launched))

interface Show {
  readonly seasons: readonly { readonly episodes: readonly { readonly id: string }[] }[]
}
const watching = () => ask<Watching>(page, 'watch.now')

/** Puts an episode of the first season on, with what is said in it. */
async function withSubtitles(episode: number, srt: string): Promise<string> {
  const showId = await showIdOf(page)
  const { seasons } = await ask<Show>(page, 'library.show', { showId })
  const episodeId = seasons[0]?.episodes[episode - 1]?.id ?? ''
  await ask(page, 'watch.open', { showId, episodeId })
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'Add a file' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const name = `emily.s01e0${episode}.en.srt`
  await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(srt) })
  await expect(page.getByRole('radio', { name })).toBeChecked()
  await page.keyboard.press('Escape')
  await toBoard(page)
  return episodeId
}

test('a card rests on a line of the subtitles and on a quote, and each opens at its moment', async () => {
  const episodeId = await withSubtitles(7, '1\n00:10:00,000 --> 00:10:03,000\nIt is not my problem.\n')
  await saveCard(page, 'Sylvie keeps her')
  await rowOf(page, 'Sylvie keeps her').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add evidence' }).press('Enter')
  await dialog.getByRole('radio', { name: 'Subtitle' }).press('Space')
  await dialog.getByRole('searchbox', { name: 'Find a line' }).fill('not my prob')
  await dialog.getByRole('list', { name: 'Found' }).getByRole('button').first().press('Enter')
  await expect(noticeOf(page, 'Evidence added')).toBeVisible()

  await dialog.getByRole('button', { name: 'Add evidence' }).press('Enter')
  await dialog.getByRole('radio', { name: 'Against' }).press('Space')
  await dialog.getByRole('radio', { name: 'Quote' }).press('Space')
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('You want the hero to win.')
  await dialog.getByRole('textbox', { name: 'Time' }).fill('12:41')
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await expect(dialog.getByText('You want the hero to win.')).toBeVisible()
  await expect(dialog.getByText('It is not my problem.')).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  const chip = (name: RegExp) => rowOf(page, 'Sylvie keeps her').getByRole('button', { name })
  await chip(/^Against: Quote/).press('Enter')
  await expect(page).toHaveURL(/#\/watch/)
  expect((await watching()).positionMs).toBe(761_000)

  await toBoard(page)
  await chip(/^For: Subtitle/).press('Enter')
  await expect(page).toHaveURL(/#\/watch/)
  expect(await watching()).toMatchObject({ positionMs: 600_000, episode: { episodeId } })
})

test('a prediction of choices is decided by its menu', async () => {
  const form = { is: 'choice', options: ['Gabriel', 'Camille', 'Nobody'] }
  await saveCard(page, 'Who pays for dinner', { kind: 'prediction', form })
  await rowOf(page, 'Who pays for dinner').focus()
  await page.keyboard.press('y')
  await page.getByRole('menuitem', { name: 'Camille' }).press('Enter')
  await expect(noticeOf(page, 'Decided: Camille')).toBeVisible()
  await expect(laneOf(page, 'Resolved').getByRole('row', { name: 'Who pays for dinner' })).toContainText(
    'Camille',
  )
  await page.keyboard.press('Control+z')
  await expect.poll(() => textsIn(page, 'predictions')).toEqual(['Who pays for dinner'])
})

test('a prediction of a number takes odds on its bins, and is decided by the one that it fell into', async () => {
  await saveCard(page, 'How many suitors by the end', {
    kind: 'prediction',
    form: { is: 'bins', unit: 'suitors', edges: [2, 4] },
  })
  const card = rowOf(page, 'How many suitors by the end')
  await card.focus()
  await page.keyboard.press('o')
  await expect(page.getByRole('spinbutton', { name: 'Under 2' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('60')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('spinbutton', { name: '4 suitors or more' })).toHaveValue('30')
  await page.keyboard.press('Enter')
  await expect(noticeOf(page, /^Your odds: 2 to 4.* 60%$/)).toBeVisible()
  await expect(card).toContainText('60%')

  await card.focus()
  await page.keyboard.press('y')
  await page.getByRole('menuitem', { name: /^4 suitors or more/ }).press('Enter')
  await expect(noticeOf(page, /^Decided: 4 suitors or more/)).toBeVisible()
  await expect(laneOf(page, 'Resolved').getByRole('row')).toContainText('4 suitors or more')
  expect(await textsIn(page, 'resolved')).toEqual(['How many suitors by the end'])
})
