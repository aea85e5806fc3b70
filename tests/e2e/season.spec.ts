import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'
import { GUESSERS, guesserId } from './support/season-of-guesses'

/** A season's worth of a board, played on the real app by keys alone, from the first card to the last score. */

const PREDICTIONS = 40
const SEALED = 5
const nameOf = (n: number) => `Guess ${String(n).padStart(2, '0')}: somebody opens a door`
/** What each says, in tens of percent: a digit of the keyboard. */
const digitOf = (member: number, n: number) => (n * (member + 3) + member * 4) % 10
const outcomeOf = (n: number): 'y' | 'n' | 'v' => (n % 13 === 0 ? 'v' : (n * 7) % 5 < 2 ? 'y' : 'n')

let launched: LaunchedApp
let page: Page
let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entracte-season-'))
  launched = await launchApp({ userData: folder })
  page = launched.page
  await startWith(page, '1')
  for (const [at, name] of GUESSERS.entries())
    await ask(page, 'members.save', { id: guesserId(name), name, colour: at + 1, me: at === 0 })
  await page.keyboard.press('Control+5')
  await page.getByRole('heading', { level: 1, name: 'Speculation' }).waitFor()
})
test.afterEach(async () => {
  expect(launched.problems).toEqual([])
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

const row = (n: number) => page.getByRole('row', { name: nameOf(n) })
const notice = (words: string | RegExp) => page.getByRole('region', { name: 'Notices' }).getByText(words)

interface Answer {
  readonly id: string
  readonly lanes: readonly {
    readonly role: string | null
    readonly cards: readonly {
      readonly id: string
      readonly text: string
      readonly closedAt: string | null
      readonly odds: { given: number; standing: { odds: number[] }[]; sealed: unknown[] }
      readonly evidence: unknown[]
      readonly verdict: { outcome: number | string } | null
    }[]
  }[]
}
const board = async () =>
  ask<Answer>(page, 'boards.board', { showId: await showIdOf(page), boardId: null, as: null })
const guesses = async () =>
  (await board()).lanes.flatMap(({ role, cards }) =>
    cards.filter(({ text }) => text.startsWith('Guess ')).map((card) => ({ ...card, role })),
  )

/** Goes to a card of the predictions, which are drawn where one looks: by Home, and down from there. */
async function goTo(n: number): Promise<void> {
  if ((await row(n).count()) === 0) {
    const lane = page.getByRole('grid', { name: /^(?:Predictions|Resolved),/ }).first()
    await lane.getByRole('row').first().focus()
    await page.keyboard.press('Home')
    for (let step = 0; step < PREDICTIONS && (await row(n).count()) === 0; step += 1)
      await page.keyboard.press('ArrowDown')
  }
  await row(n).focus()
}

async function choose(button: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: option }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await expect(page.getByRole('button', { name: button })).toBeFocused()
}

test('forty predictions, five who guess, evidence, seals and verdicts, by keys alone', async () => {
  test.setTimeout(300_000)

  await test.step('forty cards are written, the last of them with the episode that decides them', async () => {
    for (let n = 1; n <= PREDICTIONS; n += 1) {
      await page.keyboard.press('c')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type(nameOf(n))
      await page.getByRole('radio', { name: 'Prediction' }).focus()
      await page.keyboard.press('Space')
      if (n > PREDICTIONS - SEALED) await choose(/Closes with/, /S2 E1(?!\d)/)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect(row(n)).toBeFocused()
    }
    expect((await guesses()).filter(({ role }) => role === 'predictions')).toHaveLength(PREDICTIONS)
  })

  await test.step('three of them rest on moments', async () => {
    for (const n of [1, 2, 3]) {
      await goTo(n)
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Add evidence' }).press('Enter')
      await dialog.getByRole('radio', { name: 'Moment' }).press('Space')
      await dialog.getByRole('textbox', { name: 'Time' }).fill(`1${n}:41`)
      await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter')
      await expect(dialog.getByRole('button', { name: new RegExp(`1${n}:41`) }).first()).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Add evidence' })).toBeFocused()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    expect((await guesses()).filter(({ evidence }) => evidence.length === 1)).toHaveLength(3)
  })

  await test.step('five guess one after the other, and the last five are sealed by all of them', async () => {
    for (const [member, name] of GUESSERS.entries()) {
      if (member > 0) await choose(/Guessing as/, `As ${name}`)
      await goTo(1)
      for (let n = 1; n <= PREDICTIONS - SEALED; n += 1) {
        await expect(row(n)).toBeFocused()
        await page.keyboard.press(String(digitOf(member, n)))
        await page.keyboard.press('ArrowDown')
      }
      for (let n = PREDICTIONS - SEALED + 1; n <= PREDICTIONS; n += 1) {
        await goTo(n)
        await page.keyboard.press('s')
        await expect(page.getByRole('slider')).toBeFocused()
        await page.keyboard.press(String(digitOf(member, n)))
        await page.keyboard.press('Enter')
        await expect(notice('Odds sealed')).toBeVisible()
      }
      await expect
        .poll(async () => (await guesses()).map(({ odds }) => odds.given))
        .toEqual(Array.from({ length: PREDICTIONS }, () => member + 1))
      const shut = (await guesses()).slice(-SEALED)
      if (member < GUESSERS.length - 1)
        for (const { odds } of shut) {
          expect(odds.standing).toEqual([])
          expect(odds.sealed).toHaveLength(member + 1)
        }
    }
    // everybody has locked: what was sealed lies open, and is what was said
    const open = (await guesses()).slice(-SEALED)
    for (const [at, { odds }] of open.entries()) {
      const said = GUESSERS.map((_name, member) => digitOf(member, PREDICTIONS - SEALED + 1 + at) * 10)
      expect(odds.standing.map(({ odds: [yes] }) => yes).sort()).toEqual([...said].sort())
    }
    await goTo(PREDICTIONS)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('summary').press('Enter')
    await expect(page.getByRole('dialog').getByText('fingerprint matches')).toHaveCount(GUESSERS.length)
    await expect(page.getByRole('dialog').getByText('fingerprint matches').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  await test.step('the deciding episode begins on the clock, and what is said after that is refused', async () => {
    const { showId, episodeId } = await eleventh()
    await ask(page, 'watch.open', { showId, episodeId })
    expect((await guesses()).at(-1)?.closedAt).toBeNull()
    await ask(page, 'watch.play')
    await expect.poll(async () => (await guesses()).at(-1)?.closedAt).not.toBeNull()
    await goTo(PREDICTIONS)
    const before = JSON.stringify((await guesses()).at(-1)?.odds)
    await page.keyboard.press('1')
    await page.waitForTimeout(400)
    expect(JSON.stringify((await guesses()).at(-1)?.odds)).toBe(before)
    await ask(page, 'watch.pause')
  })

  await test.step('every one of them is decided', async () => {
    for (let n = 1; n <= PREDICTIONS; n += 1) {
      await goTo(n)
      await page.keyboard.press(outcomeOf(n))
      await expect
        .poll(async () => (await guesses()).find(({ text }) => text === nameOf(n))?.role)
        .toBe('resolved')
    }
  })

  await test.step('the scores are those that a pencil finds', async () => {
    const counted = Array.from({ length: PREDICTIONS }, (_value, at) => at + 1).filter(
      (n) => outcomeOf(n) !== 'v',
    )
    const meanOf = (member: number) =>
      counted.reduce((sum, n) => {
        const miss = digitOf(member, n) / 10 - (outcomeOf(n) === 'y' ? 1 : 0)
        return sum + miss * miss
      }, 0) / counted.length
    const expected = GUESSERS.map((name, member) => ({ name, mean: meanOf(member) })).sort(
      (a, b) => a.mean - b.mean,
    )
    const panel = page
      .getByRole('region', { name: 'Scores' })
      .or(page.getByRole('dialog', { name: 'Scores' }))
    if (!(await panel.isVisible()))
      await page.getByRole('button', { name: 'Scores', exact: true }).press('Enter')
    const rows = panel.getByRole('table').getByRole('row')
    await expect(rows).toHaveCount(1 + GUESSERS.length)
    for (const [at, { name, mean }] of expected.entries()) {
      await expect(rows.nth(at + 1)).toContainText(name === 'Nora' ? 'You' : name)
      await expect(rows.nth(at + 1)).toContainText(mean.toFixed(3))
      await expect(
        rows
          .nth(at + 1)
          .getByRole('cell')
          .last(),
      ).toHaveText(String(counted.length))
    }
  })

  await test.step('and all of it is there after the app was started again', async () => {
    const before = await guesses()
    await launched.close()
    launched = await launchApp({ userData: folder })
    page = launched.page
    await page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
    await page.keyboard.press('Control+5')
    await page.getByRole('heading', { level: 1, name: 'Speculation' }).waitFor()
    expect(await guesses()).toEqual(before)
  })
})

async function eleventh(): Promise<{ showId: string; episodeId: string }> {
  const showId = await showIdOf(page)
  const { seasons } = await ask<{ seasons: { episodes: { id: string; ordinal: number }[] }[] }>(
    page,
    'library.show',
    { showId },
  )
  const found = seasons.flatMap(({ episodes }) => episodes).find(({ ordinal }) => ordinal === 11)
  if (!found) throw new Error('there is no eleventh episode')
  return { showId, episodeId: found.id }
}
