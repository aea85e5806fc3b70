import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

const ME = '0190a000-0000-7000-8000-000000000001'
const TOMAS = '0190a000-0000-7000-8000-000000000002'

interface BoardAnswer {
  readonly id: string
  readonly lanes: readonly {
    readonly id: string
    readonly role: string | null
    readonly cards: readonly { readonly id?: string; readonly text?: string }[]
  }[]
}

let launched: LaunchedApp
let page: Page
test.beforeEach(async () => {
  launched = await launchApp()
  page = launched.page
  await startWith(page, '1')
  await ask(page, 'members.save', { id: ME, name: 'Nora', colour: 1, me: true })
  await ask(page, 'members.save', { id: TOMAS, name: 'Tomas', colour: 2, me: false })
  await page.keyboard.press('Control+5')
  await page.getByRole('heading', { level: 1, name: 'Speculation' }).waitFor()
})
test.afterEach(async () => {
  const { problems, warnings } = launched
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
  await launched.close()
})

const board = async (): Promise<BoardAnswer> =>
  ask(page, 'boards.board', { showId: await showIdOf(page), boardId: null, as: null })
const roleOf = async (text: string) =>
  (await board()).lanes.find(({ cards }) => cards.some((card) => card.text === text))?.role
const row = (name: string | RegExp) => page.getByRole('row', { name })
const lane = (name: string) => page.getByRole('grid', { name: new RegExp(`^${name},`) })
const notice = (words: string | RegExp) => page.getByRole('region', { name: 'Notices' }).getByText(words)

/** Writes a card by keys: C, what it is about, and Enter. */
async function write(kind: 'Question' | 'Theory' | 'Prediction', text: string): Promise<void> {
  await page.keyboard.press('c')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(text)
  const wanted = page.getByRole('radio', { name: kind })
  await wanted.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect(row(text)).toBeFocused()
  await settled()
}

/** What has moved has the focus, and nothing pulls at it any more. */
const settled = () => expect(page.locator('[data-settling]')).toHaveCount(0)

/** Chooses who guesses, by keys. */
async function guessAs(name: string): Promise<void> {
  await page.getByRole('button', { name: /Guessing as/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: `As ${name}` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

test('a question grows a prediction, two guess on it blind, one seals, and it is decided', async () => {
  await write('Question', 'Who tells Camille?')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Grow a prediction' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Mindy tells her')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Who tells Camille?' }).waitFor()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Mindy tells her' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await test.step('a digit gives odds and says them', async () => {
    await row('Mindy tells her').focus()
    await page.keyboard.press('7')
    await expect(notice('Your odds: 70%')).toBeVisible()
    await expect(row('Mindy tells her')).toContainText('70%')
  })
  await test.step('somebody else sees nothing of it before they have guessed', async () => {
    await guessAs('Tomas')
    await expect(row('Mindy tells her')).toContainText('One has guessed.')
    await expect(row('Mindy tells her')).not.toContainText('70%')
    await row('Mindy tells her').focus()
    await page.keyboard.press('o')
    await expect(page.getByRole('slider')).toBeFocused()
    await page.keyboard.press('3')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Enter')
    await expect(notice('Your odds: 36%')).toBeVisible()
    await expect(row('Mindy tells her')).toContainText('70%')
  })
  await test.step('undo takes the odds back, redo gives them again', async () => {
    await page.keyboard.press('Control+z')
    await expect(notice('Taken back: odds')).toBeVisible()
    await expect(row('Mindy tells her')).not.toContainText('36%')
    await page.keyboard.press('Control+Shift+z')
    await expect(notice('Done again: odds')).toBeVisible()
    await expect(row('Mindy tells her')).toContainText('36%')
  })
  await test.step('sealed odds show their fingerprint and nothing else, until the card is decided', async () => {
    await guessAs('Nora')
    await row('Mindy tells her').focus()
    await page.keyboard.press('s')
    await expect(page.getByRole('slider')).toBeFocused()
    await page.keyboard.press('9')
    await page.keyboard.press('Enter')
    await expect(notice('Odds sealed')).toBeVisible()
    await row('Mindy tells her').focus()
    await expect(row('Mindy tells her')).not.toContainText('90%')
  })
  await test.step('Y decides it, and the card lies with what is resolved', async () => {
    await row('Mindy tells her').focus()
    await page.keyboard.press('y')
    await expect(notice('Decided: Came true')).toBeVisible()
    await expect(lane('Resolved').getByRole('row', { name: 'Mindy tells her' })).toContainText('Came true')
    await expect(row('Mindy tells her')).toContainText('36%')
    expect(await roleOf('Mindy tells her')).toBe('resolved')
    await page.keyboard.press('Control+z')
    await expect(lane('Predictions').getByRole('row', { name: 'Mindy tells her' })).toBeVisible()
    expect(await roleOf('Mindy tells her')).toBe('predictions')
  })
})

test('cards are selected together, moved together, put away and brought back', async () => {
  for (const text of ['One', 'Two', 'Three']) await write('Theory', text)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(row('One')).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(notice('2 cards moved to Predictions')).toBeVisible()
  await expect(lane('Predictions').getByRole('row')).toHaveCount(2)
  expect(await roleOf('Two')).toBe('predictions')
  await expect(lane('Theories').getByRole('row', { name: 'Three' })).toBeVisible()

  await page.keyboard.press('Delete')
  await expect(notice('2 cards put away')).toBeVisible()
  await expect(row('Two')).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions for the board' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Archive' }).press('Enter')
  await page.getByRole('button', { name: 'Bring back: Two' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Bring back: Two' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(lane('Predictions').getByRole('row', { name: 'Two' })).toBeVisible()
  await expect(row('One')).toHaveCount(0)
})

test('lanes are added, renamed, moved and removed, and their cards go where one says', async () => {
  const more = page.getByRole('button', { name: 'Actions for the board' })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Add a lane' }).press('Enter')
  await page.getByRole('dialog', { name: 'Add a lane' }).waitFor()
  await page.keyboard.type('Someday')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Someday' })).toBeVisible()

  const menu = async (name: string, item: string) => {
    await page.getByRole('button', { name: `Actions for the lane ${name}` }).press('Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  await menu('Someday', 'Move left')
  const heads = () => page.locator('section[data-lane] h2').allTextContents()
  await expect.poll(heads).toEqual(['Questions', 'Theories', 'Predictions', 'Someday', 'Resolved'])
  await menu('Someday', 'Rename the lane')
  await page.getByRole('dialog', { name: 'Rename the lane' }).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Perhaps')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Perhaps' })).toBeVisible()

  await write('Theory', 'Luc knows')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(lane('Perhaps').getByRole('row', { name: 'Luc knows' })).toBeFocused()
  await settled()
  await menu('Perhaps', 'Remove the lane')
  await page.getByRole('dialog', { name: 'Remove Perhaps' }).waitFor()
  await page.getByRole('button', { name: 'Remove the lane' }).press('Enter')
  await expect.poll(() => roleOf('Luc knows')).toBe('questions')
  await page.keyboard.press('Control+z')
  await expect(lane('Perhaps').getByRole('row', { name: 'Luc knows' })).toBeVisible()
})

test('a search and labels show what one looks for, and a board can have another one beside it', async () => {
  await write('Theory', 'Camille knew at the château')
  await page.keyboard.press('t')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('heart')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'heart' })).toBeChecked()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect(row('Camille knew at the château')).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('chateau')
  await expect(page.locator('[data-card]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-card]')).not.toHaveCount(1)
  await page.getByRole('button', { name: 'heart', exact: true }).press('Space')
  await expect(page.locator('[data-card]')).toHaveCount(1)
  await page.getByRole('button', { name: 'heart', exact: true }).press('Space')

  await page.getByRole('button', { name: 'Actions for the board' }).press('Enter')
  await page.getByRole('menuitem', { name: 'New board' }).press('Enter')
  await page.getByRole('dialog', { name: 'New board' }).waitFor()
  await page.keyboard.type('Wild guesses')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Wild guesses/ })).toBeVisible()
  await expect(page.locator('[data-card]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions for the board' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove the board' }).press('Enter')
  await expect(row('Camille knew at the château')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /Wild guesses/ })).toBeVisible()
})

test('evidence is added from a beat and a moment, opens where it happened, and is taken away', async () => {
  await write('Theory', 'Sylvie keeps her')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add evidence' }).press('Enter')
  await dialog.getByRole('radio', { name: 'Beat' }).press('Space')
  await dialog.getByRole('list', { name: 'Found' }).getByRole('button').first().press('Enter')
  await expect(notice('Evidence added')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add evidence' }).press('Enter')
  await dialog.getByRole('radio', { name: 'Against' }).press('Space')
  await dialog.getByRole('radio', { name: 'Moment' }).press('Space')
  await dialog.getByRole('textbox', { name: 'Time' }).fill('12:41')
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await expect(dialog.getByRole('button', { name: /12:41/ }).first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Remove: Beat/ }).press('Enter')
  await expect(notice('Evidence removed')).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await row('Sylvie keeps her')
    .getByRole('button', { name: /^Against: Moment/ })
    .press('Enter')
  await expect(page).toHaveURL(/#\/watch/)
  await expect(page.getByText('12:41').first()).toBeVisible()
})

test('odds on choices always sum to a hundred, and axe finds nothing on a card’s page', async () => {
  const { id: boardId } = await board()
  await ask(page, 'boards.save', {
    id: '0190a000-0000-7000-8000-000000000009',
    boardId,
    kind: 'theory',
    text: 'Who pays for dinner',
    details: '',
    ordinal: null,
    form: { is: 'choice', options: ['Gabriel', 'Camille', 'Nobody'] },
  })
  await row('Who pays for dinner').focus()
  await page.keyboard.press('o')
  await expect(page.getByRole('spinbutton', { name: 'Gabriel' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('60')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('spinbutton', { name: 'Camille' })).toHaveValue('20')
  await expect(page.getByText('40% left for those that are not set')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(notice('Your odds: Gabriel 60%')).toBeVisible()
  await row('Who pays for dinner').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
  ).toEqual([])
})

test('a note becomes a card with one key, and the card rests on it', async () => {
  const showId = await showIdOf(page)
  const { seasons } = await ask<{ seasons: { episodes: { id: string }[] }[] }>(page, 'library.show', {
    showId,
  })
  await ask(page, 'notes.save', {
    id: '0190a000-0000-7000-8000-000000000007',
    showId,
    episodeId: seasons[0]?.episodes[6]?.id,
    atMs: 761_000,
    endMs: null,
    kind: 'note',
    title: 'Which kind of ending',
    body: 'Luc gives the rule.',
    tags: [],
    pinned: false,
  })
  await page.keyboard.press('Control+6')
  await page.getByText('Which kind of ending').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'New card' }).waitFor()
  await expect(page.getByText('Rests on one note.')).toBeVisible()
  await page.keyboard.type('Luc is the narrator')
  await page.keyboard.press('Enter')
  await expect(row('Luc is the narrator')).toBeFocused()
  await expect(
    row('Luc is the narrator').getByRole('button', { name: 'For: Note, S1E7 · 12:41' }),
  ).toBeVisible()
})

test('a card behind a veil is one more row to go to, and L lifts it for one look', async () => {
  const { id: boardId } = await board()
  await ask(page, 'boards.save', {
    id: '0190a000-0000-7000-8000-000000000008',
    boardId,
    kind: 'theory',
    text: 'Somebody talks to the press',
    details: '',
    ordinal: null,
    safeAfter: 13,
  })
  await write('Theory', 'Luc knows')
  await expect(page.getByText('Somebody talks to the press')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(row(/^One card, safe after S2/)).toBeFocused()
  await page.keyboard.press('l')
  await expect(page.getByText('Somebody talks to the press')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Somebody talks to the press')).toHaveCount(0)
})

test('a card of a full board is drawn where it lands, and no list holds more rows than it shows', async () => {
  const { id: boardId } = await board()
  await page.evaluate(async (of) => {
    for (let n = 1; n <= 400; n += 1) {
      const id = `0190a000-0000-7000-8000-1${String(n).padStart(11, '0')}`
      const card = { id, boardId: of, kind: 'theory', text: `Theory ${n}.`, details: '', ordinal: null }
      await window.entracte.call({ method: 'boards.save', input: card })
    }
  }, boardId)
  await expect(page.getByRole('grid', { name: 'Theories, 400 cards' })).toBeVisible()
  expect(await page.locator('[data-card]').count()).toBeLessThan(80)
  await row('Theory 1.').focus()
  await page.keyboard.press('End')
  await expect(row('Theory 400.')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row('Theory 400.')).toBeFocused()
  await expect.poll(async () => (await board()).lanes[1]?.cards.at(-1)?.text).toBe('Theory 399.')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(lane('Predictions').getByRole('row', { name: 'Theory 400.' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => roleOf('Theory 400.')).toBe('theories')
})

test('the programme shows what everybody thinks of an open question, after one has said it oneself', async () => {
  const first = (await board()).lanes[0]?.cards[0]
  const give = (memberId: string, yes: number) =>
    ask(page, 'boards.giveOdds', { cardId: first?.id, memberId, odds: [yes, 100 - yes] })
  await give(TOMAS, 40)
  await page.keyboard.press('Control+1')
  const question = page.getByRole('listitem').filter({ hasText: first?.text ?? 'none' })
  await expect(question.getByText('One guess, hidden until you give yours')).toBeVisible()
  await expect(question.getByText('40%')).toHaveCount(0)
  await give(ME, 80)
  await expect(question.getByText('Two odds, yours 80%')).toBeVisible()
  await expect(question.getByText('60%', { exact: true })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await question.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(row(first?.text ?? 'none')).toBeFocused()
})
