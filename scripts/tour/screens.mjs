/**
 * What the tour visits, in this order. A screen's name becomes part of a file's name. `visit` goes there
 * and waits until what the picture is for can be seen; it starts where the screen before it ended.
 */
import { BOARD_SCREENS } from './board-screens.mjs'
import { SAMPLE_LINES, SAMPLE_NOTES, SAMPLE_READINGS, SAMPLE_TASK, SAMPLE_TRACKER } from './samples.mjs'
import { SCORE_SCREENS } from './score-screens.mjs'
import { ask, closeDialog, goTo, settled } from './steps.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {object} Screen
 * @property {string} name in kebab-case
 * @property {(page: Page) => Promise<void>} visit
 * @property {string} [only] the theme that the screen always has
 */

/** @param {Page} page */
async function writeSamples(page) {
  const [{ id: showId }] = await ask(page, 'library.shows')
  const { seasons } = await ask(page, 'library.show', { showId })
  const episodes = seasons.flatMap((/** @type {{ episodes: object[] }} */ season) => season.episodes)
  for (const { ordinal, ...note } of SAMPLE_NOTES) {
    await ask(page, 'notes.save', { endMs: null, ...note, showId, episodeId: episodes[ordinal - 1].id })
  }
}

/** @param {Page} page */
async function writeReadings(page) {
  const [{ id: showId }] = await ask(page, 'library.shows')
  const { seasons } = await ask(page, 'library.show', { showId })
  const episodes = seasons.flatMap((/** @type {{ episodes: object[] }} */ season) => season.episodes)
  const { trackers } = await ask(page, 'library.press', { showId })
  const { id: ownId, ...newTracker } = SAMPLE_TRACKER
  for (const { ordinal, own, ...reading } of SAMPLE_READINGS) {
    await ask(page, 'library.saveReading', {
      ...reading,
      showId,
      trackerId: own ? ownId : trackers[0].id,
      newTracker: own ? newTracker : null,
      episodeId: episodes[ordinal - 1].id,
    })
  }
}

/** Puts an episode on, with subtitles, its clock at a moment. @param {Page} page @param {number} ordinal @param {number} positionMs */
async function putOn(page, ordinal, positionMs) {
  const [{ id: showId }] = await ask(page, 'library.shows')
  const { seasons } = await ask(page, 'library.show', { showId })
  const { id: episodeId } = seasons[0].episodes[ordinal - 1]
  const reply = await page.evaluate(
    ([show, episode, text, taskId]) =>
      window.entracte.call({
        method: 'subtitles.add',
        input: {
          showId: show,
          episodeId: episode,
          name: 'emily.s01e07.en.srt',
          bytes: new TextEncoder().encode(text),
        },
        taskId,
      }),
    [showId, episodeId, SAMPLE_LINES, SAMPLE_TASK],
  )
  if (!reply.ok) throw new Error(reply.error.message)
  await ask(page, 'watch.open', { showId, episodeId })
  await ask(page, 'watch.setTime', { positionMs })
}

/** @param {Page} page @param {string} name */
async function scrollTo(page, name) {
  const heading = page.getByRole('heading', { name })
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await settled(page)
}

/** @param {number} reach @returns {(page: Page) => Promise<void>} */
const readAsOf = (reach) => async (page) => {
  const [{ id: showId }] = await ask(page, 'library.shows')
  await ask(page, 'library.setReading', { showId, reach })
}

/** @type {Screen[]} */
export const SCREENS = [
  {
    name: 'welcome',
    visit: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('main').getByRole('listitem').first().waitFor()
      await settled(page)
    },
  },
  {
    name: 'programme',
    visit: async (page) => {
      await page.keyboard.press('1')
      await page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
      await writeSamples(page)
      await settled(page)
    },
  },
  { name: 'programme-press', visit: (page) => scrollTo(page, 'From the press') },
  { name: 'programme-audience', visit: (page) => scrollTo(page, 'The audience, as each source counts it') },
  {
    name: 'programme-new-reading',
    visit: async (page) => {
      await page.getByRole('button', { name: 'Add a reading' }).first().click()
      await page.getByRole('dialog').waitFor()
      await settled(page)
    },
  },
  {
    name: 'programme-trackers',
    visit: async (page) => {
      await page.keyboard.press('Escape')
      await writeReadings(page)
      await page.getByRole('table', { name: /Croissants/ }).waitFor()
      await scrollTo(page, 'On screen, counted')
    },
  },
  { name: 'recap', visit: (page) => goTo(page, 'Control+3', 'Previously on') },
  {
    name: 'recap-as-of-seven',
    visit: async (page) => {
      await readAsOf(7)(page)
      await settled(page)
    },
  },
  {
    name: 'recap-by-character',
    visit: async (page) => {
      await page.getByRole('radio', { name: 'By character' }).click()
      await settled(page)
    },
  },
  {
    name: 'recap-in-a-minute',
    visit: async (page) => {
      await page.getByRole('radio', { name: 'By episode' }).click()
      await page.keyboard.press('m')
      await settled(page)
    },
  },
  { name: 'cast-as-of-seven', visit: (page) => goTo(page, 'Control+2', 'Cast') },
  {
    name: 'cast',
    visit: async (page) => {
      await readAsOf(10)(page)
      await settled(page)
    },
  },
  {
    name: 'relations',
    visit: async (page) => {
      await readAsOf(7)(page)
      await page.getByRole('tab', { name: 'Relations' }).click()
      await page.locator('svg [data-role]').first().waitFor()
      await settled(page)
    },
  },
  {
    name: 'relations-as-a-table',
    visit: async (page) => {
      await page.keyboard.press('t')
      await page.getByRole('table').waitFor()
      await settled(page)
    },
  },
  {
    name: 'appearances',
    visit: async (page) => {
      await readAsOf(10)(page)
      await page.getByRole('tab', { name: 'Appearances' }).click()
      await page.getByRole('grid').waitFor()
      await settled(page)
    },
  },
  {
    name: 'watch-nothing-on',
    visit: (page) => goTo(page, 'Control+4', 'Nothing is on.'),
  },
  {
    name: 'watch',
    visit: async (page) => {
      await putOn(page, 7, 761_000)
      await page.getByText('You want the hero').first().waitFor()
      await page.getByRole('combobox').fill('Luc is the narrator of this show and nobody has told him #luc')
      await settled(page)
    },
  },
  {
    name: 'watch-dialogue',
    visit: async (page) => {
      await page.getByRole('tab', { name: 'Dialogue' }).click()
      await settled(page)
    },
  },
  {
    name: 'watch-set-the-time',
    visit: async (page) => {
      await page.keyboard.press('Control+g')
      await page.getByRole('dialog').getByRole('searchbox').fill('hero win')
      await page.getByRole('dialog').getByRole('listitem').waitFor()
      await settled(page)
    },
  },
  {
    name: 'watch-after-the-end',
    visit: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: 'Notes so far' }).click()
      await page.getByRole('combobox').fill('')
      await page.getByRole('button', { name: 'It is over' }).click()
      await page.getByRole('region', { name: 'After the episode' }).waitFor()
      await settled(page)
    },
  },
  // the overlay is a window of its own; here it fills the one that is photographed
  {
    name: 'overlay',
    only: 'salle',
    visit: async (page) => {
      await page.evaluate(() => {
        location.hash = '/overlay'
      })
      await page.getByRole('button', { name: 'Write' }).waitFor()
      await settled(page)
    },
  },
  ...BOARD_SCREENS,
  ...SCORE_SCREENS,
  {
    name: 'notes',
    visit: async (page) => {
      await closeDialog(page)
      await goTo(page, 'Control+6', 'Notes')
      await page.getByRole('searchbox').fill('watch')
      await page.getByText('Which kind of ending').first().click()
      await settled(page)
    },
  },
  {
    name: 'notes-without-a-match',
    visit: async (page) => {
      await page.getByRole('searchbox').fill('louboutin')
      await settled(page)
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'notes-many-at-once',
    visit: async (page) => {
      await page.getByRole('searchbox').fill('')
      await page.getByText('Which kind of ending').first().click()
      await page.keyboard.press('Shift+J')
      await page.keyboard.press('Shift+J')
      await settled(page)
    },
  },
  {
    name: 'notes-trash',
    visit: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByText('Which kind of ending').first().click()
      await page.getByRole('button', { name: 'Trash' }).click()
      await page.getByRole('dialog').waitFor()
      await settled(page)
    },
  },
  {
    name: 'settings',
    visit: async (page) => {
      await closeDialog(page)
      await goTo(page, 'Control+,', 'Settings')
    },
  },
  {
    name: 'settings-player',
    visit: async (page) => {
      await page.getByRole('button', { name: 'Set up mpv' }).click()
      await page.getByRole('dialog').waitFor()
      await settled(page)
      await page.getByRole('button', { name: 'Test the connection' }).click()
      await page.getByText(/^Nobody answers at/).waitFor()
    },
  },
  {
    name: 'key-map',
    visit: async (page) => {
      await closeDialog(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await settled(page)
    },
  },
  {
    name: 'workshop-door',
    visit: async (page) => {
      await closeDialog(page)
      await page.evaluate(() => {
        location.hash = '/workshop'
      })
      await page.getByRole('heading', { level: 1, name: 'To edit is to read everything' }).waitFor()
      await settled(page)
    },
  },
  {
    name: 'workshop-beats',
    visit: async (page) => {
      await page.getByRole('button', { name: 'Open the workshop' }).click()
      const parts = page.getByRole('navigation', { name: 'Parts of the show' })
      await parts.getByRole('button', { name: 'Beats' }).click()
      await page.locator('button[data-key]').nth(3).click()
      await page.getByRole('textbox', { name: 'What happens' }).waitFor()
      await settled(page)
    },
  },
  {
    name: 'workshop-preview',
    visit: async (page) => {
      const parts = page.getByRole('navigation', { name: 'Parts of the show' })
      await parts.getByRole('button', { name: 'Preview' }).click()
      await page.getByText('Madeline is expecting').first().waitFor()
      await settled(page)
    },
  },
  {
    name: 'new-show',
    visit: async (page) => {
      await page.evaluate(() => {
        location.hash = '/workshop/new'
      })
      await page.getByRole('heading', { level: 1, name: 'A show of your own' }).waitFor()
      await settled(page)
    },
  },
]

/** The looks of the app, as its settings name them. */
export const THEMES = ['papier', 'salle']
