import { expect, test } from '@playwright/test'
import { startWith } from './support/ask'
import { closeClean } from './support/board'
import { launchApp } from './support/electron'
import { fillSeason } from './support/season-of-guesses'

const MANY = 180

test('a long record and a long season are drawn as far as they are in sight, and told as a whole', async () => {
  const launched = await launchApp()
  const { page } = launched
  await startWith(page, '1')
  const { me } = await fillSeason(page, { count: MANY })
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to
    }, hash)
  const toEnd = () => page.locator('[data-scrolls]').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight))

  await test.step('the record', async () => {
    await go(`/speculation/record?member=${me}`)
    const table = page.getByRole('table', { name: /./ }).first()
    const rows = table.locator('tbody tr[data-index]')
    await expect(rows.first()).toBeVisible()
    const scored = Number(await table.getAttribute('aria-rowcount')) - 1
    expect(scored).toBeGreaterThan(MANY - 20)
    expect(await rows.count()).toBeLessThan(60)
    await expect(rows.first()).toHaveAttribute('aria-rowindex', '2')
    await expect(async () => {
      await toEnd()
      await expect(rows.last()).toHaveAttribute('aria-rowindex', String(scored + 1), { timeout: 200 })
      await expect(rows.last()).toBeInViewport({ timeout: 200 })
    }).toPass({ timeout: 10_000 })
    await page.getByRole('button', { name: 'Prediction', exact: true }).press('Enter')
    await expect(table.getByRole('columnheader', { name: 'Prediction' })).toHaveAttribute(
      'aria-sort',
      /ascending|descending/,
    )
    expect(await rows.count()).toBeLessThan(60)
  })

  await test.step('the season', async () => {
    await go('/speculation/season')
    const entries = page.locator('section[data-index]')
    await expect(entries.first()).toBeVisible()
    expect(await entries.count()).toBeLessThan(60)
    await expect(async () => {
      await toEnd()
      await expect(entries.last()).toHaveAttribute('data-index', String(MANY - 3), { timeout: 200 })
      await expect(entries.last()).toBeInViewport({ timeout: 200 })
    }).toPass({ timeout: 10_000 })
  })
  await closeClean(launched)
})
