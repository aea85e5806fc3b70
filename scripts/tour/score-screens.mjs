/** Who guesses how well: beside the board, in a record, and on the page of a season. */
import { writeSeason } from './score-samples.mjs'
import { ask, closeDialog, goTo, settled } from './steps.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/** @param {Page} page @param {string} hash @param {string | RegExp} heading */
async function visit(page, hash, heading) {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.getByRole('table').first().waitFor()
  await settled(page)
}

/** @type {import('./screens.mjs').Screen[]} */
export const SCORE_SCREENS = [
  {
    name: 'scores',
    visit: async (page) => {
      await closeDialog(page)
      await writeSeason((method, input) => ask(page, method, input))
      await goTo(page, 'Control+1', 'Emily in Paris')
      await goTo(page, 'Control+5', 'Speculation')
      await page.getByRole('heading', { name: 'How well you guess' }).waitFor()
      await page.locator('[data-dot]').nth(2).focus()
      await settled(page)
    },
  },
  {
    name: 'scores-record',
    visit: async (page) => {
      const members = await ask(page, 'members.list')
      const { id } = members.find((/** @type {{ me: boolean }} */ { me }) => me)
      await visit(page, `/speculation/record?member=${id}`, 'Your record')
      await page.getByText('Where the score comes from').click()
      await settled(page)
    },
  },
  {
    name: 'scores-season',
    visit: (page) => visit(page, '/speculation/season', /Who saw it/),
  },
  {
    name: 'scores-season-further-down',
    visit: async (page) => {
      await page
        .locator('article section')
        .nth(6)
        .evaluate((element) => element.scrollIntoView())
      await settled(page)
    },
  },
]
