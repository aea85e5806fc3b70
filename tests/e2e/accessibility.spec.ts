import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { ask, showIdOf, startWith } from './support/ask'
import { launchApp } from './support/electron'

const SCREENS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['programme', (page) => page.keyboard.press('Control+1')],
  ['episodes', (page) => page.getByRole('link', { name: 'All episodes' }).click()],
  ['cast', (page) => page.keyboard.press('Control+2')],
  [
    'relations',
    async (page) => {
      await page.getByRole('tab', { name: 'Relations' }).click()
      await page.locator('svg [data-role]').nth(1).focus()
    },
  ],
  [
    'relations as a table',
    async (page) => {
      await page.keyboard.press('t')
      await page.getByRole('table').waitFor()
    },
  ],
  [
    'appearances',
    async (page) => {
      await page.getByRole('tab', { name: 'Appearances' }).click()
      await page.getByRole('grid').waitFor()
    },
  ],
  ['recap', (page) => page.keyboard.press('Control+3')],
  ['recap by character', (page) => page.getByRole('radio', { name: 'By character' }).click()],
  ['recap by storyline', (page) => page.getByRole('radio', { name: 'By storyline' }).click()],
  [
    'recap in a minute',
    async (page) => {
      await page.getByRole('radio', { name: 'By episode' }).click()
      await page.keyboard.press('m')
      await page.getByText(/^One minute to read/).waitFor()
    },
  ],
  [
    'pinning a note',
    async (page) => {
      await page.keyboard.press('m')
      await page.keyboard.press('p')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'export menu',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menu').waitFor()
    },
  ],
  [
    'speculation',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
      await page.keyboard.press('Control+5')
    },
  ],
  [
    'new card',
    async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Speculation' }).waitFor()
      await page.keyboard.press('c')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'notes',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+6')
      await page.getByText('The signature').first().click()
    },
  ],
  [
    'settings',
    async (page) => {
      await page.keyboard.press('Control+1')
      await page.keyboard.press('Control+,')
    },
  ],
  [
    'keyboard map',
    async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'reading line',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Reading as of/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
]

/** Violations of every rule that axe has switched on, as short lines. */
async function violations(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  )
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

for (const theme of ['papier', 'salle']) {
  test(`axe finds nothing on any screen in ${theme}`, async () => {
    const { page, problems, close } = await launchApp()
    try {
      await ask(page, 'settings.change', { theme })
      await page.getByRole('heading', { level: 1, name: /Take your seat/ }).waitFor()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect.soft(await violations(page), 'welcome').toEqual([])
      await startWith(page, '1')
      const showId = await showIdOf(page)
      await ask(page, 'library.setReading', { showId, reach: 7 })
      await ask(page, 'notes.save', {
        id: '01793889-6ce8-7000-8000-000000000001',
        showId,
        episodeId: null,
        atMs: null,
        endMs: null,
        kind: 'quote',
        title: 'The signature',
        body: 'She signs **without** reading.\n\n> quoted\n\n- one',
        tags: ['savoir'],
        pinned: true,
      })
      for (const [name, visit] of SCREENS) {
        await visit(page)
        expect.soft(await violations(page), name).toEqual([])
      }
      expect(problems).toEqual([])
    } finally {
      await close()
    }
  })
}

test('the page says which language it speaks, in both', async () => {
  const { page, close } = await launchApp()
  try {
    await ask(page, 'settings.change', { language: 'fr' })
    await expect(page.locator('html')).toHaveAttribute('lang', /^fr/)
    await ask(page, 'settings.change', { language: 'en' })
    await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  } finally {
    await close()
  }
})
