/** The speculation board, with what five friends might have put on it. */
import { FOCUSED, guessQuestions, OPENED, writeBoard } from './board-samples.mjs'
import { ask, closeDialog, dismissNotices, goTo, settled } from './steps.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} text */
const focus = (page, text) => page.getByRole('row', { name: text }).focus()

/** @type {import('./screens.mjs').Screen[]} */
export const BOARD_SCREENS = [
  {
    name: 'speculation',
    visit: async (page) => {
      await ask(page, 'watch.leave')
      await page.evaluate(() => {
        location.hash = '/'
      })
      await writeBoard((method, input) => ask(page, method, input))
      await goTo(page, 'Control+5', 'Speculation')
      await focus(page, FOCUSED)
      await settled(page)
    },
  },
  {
    name: 'speculation-odds',
    visit: async (page) => {
      await page.keyboard.press('o')
      await page.getByRole('slider').waitFor()
      await settled(page)
    },
  },
  {
    name: 'speculation-card',
    visit: async (page) => {
      await closeDialog(page)
      await focus(page, OPENED)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Evidence' }).waitFor()
      await page.getByRole('region', { name: 'Details' }).getByText(/./).first().waitFor()
      await settled(page)
    },
  },
  {
    name: 'speculation-editor',
    visit: async (page) => {
      await closeDialog(page)
      await focus(page, OPENED)
      await page.keyboard.press('e')
      await page.getByRole('dialog').waitFor()
      await settled(page)
    },
  },
  {
    name: 'speculation-archive',
    visit: async (page) => {
      await closeDialog(page)
      await focus(page, FOCUSED)
      await page.keyboard.press('Delete')
      await page.getByRole('button', { name: 'Actions for the board' }).click()
      await page.getByRole('menuitem', { name: 'Archive' }).click()
      await page.getByRole('list', { name: 'Archive' }).waitFor()
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await settled(page)
    },
  },
  {
    name: 'programme-with-odds',
    visit: async (page) => {
      await closeDialog(page)
      await dismissNotices(page)
      await guessQuestions((method, input) => ask(page, method, input))
      await goTo(page, 'Control+1', 'Emily in Paris')
      await page
        .getByText(/^(Two|Three|Four|Five) odds/)
        .first()
        .waitFor()
      await settled(page)
    },
  },
]
