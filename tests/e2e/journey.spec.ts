import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { canaryPack } from '../support/canary-pack'
import { startWith } from './support/ask'
import { launchApp } from './support/electron'

test('a person starts, reads, writes, closes, and finds everything again', async () => {
  const userData = await mkdtemp(path.join(tmpdir(), 'entracte-journey-'))
  const first = await launchApp({ userData })
  try {
    const { page } = first
    await startWith(page, '1')
    await expect(page.getByText('Cancel Couture').first()).toBeVisible()
    await expect(page.getByText('Season 2 is officially in production').first()).toBeVisible()

    await page.keyboard.press('Control+2')
    await expect(page.getByRole('heading', { level: 1, name: 'Cast' })).toBeVisible()
    await expect(page.getByText('Philippine Leroy-Beaulieu').first()).toBeVisible()

    await page.keyboard.press('Control+3')
    await expect(page.getByRole('heading', { level: 1, name: /Previously/ })).toBeVisible()

    await page.keyboard.press('Control+5')
    await expect(page.getByRole('heading', { level: 1, name: 'Speculation' })).toBeVisible()
    await expect(page.getByText(/Will Camille find out/)).toBeVisible()

    await page.keyboard.press('Control+6')
    await expect(page.getByRole('heading', { name: /Nothing written/ })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('Which kind of ending')
    await page.locator('.cm-content').click()
    await page.keyboard.type('Luc gives the rule, so it is a **promise**.')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    expect(first.problems).toEqual([])
  } finally {
    await first.close()
  }

  const second = await launchApp({ userData })
  try {
    const { page } = second
    await expect(page.getByRole('heading', { level: 1, name: 'Emily in Paris' })).toBeVisible()
    await page.keyboard.press('Control+6')
    await page.getByText('Which kind of ending').first().click()
    await expect(page.locator('.cm-content')).toContainText('Luc gives the rule, so it is a **promise**.')
    expect(second.problems).toEqual([])
  } finally {
    await second.close()
    await rm(userData, { recursive: true, force: true })
  }
})

test('what was typed in the last moment before closing is kept', async () => {
  const userData = await mkdtemp(path.join(tmpdir(), 'entracte-last-'))
  const first = await launchApp({ userData })
  try {
    await startWith(first.page, '1')
    await first.page.keyboard.press('Control+6')
    await first.page.getByRole('heading', { name: /Nothing written/ }).waitFor()
    await first.page.keyboard.press('n')
    await first.page.keyboard.type('the very last word')
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await first.app.waitForEvent('close', { timeout: 10_000 }).catch(() => {})
  } finally {
    await first.close()
  }
  const second = await launchApp({ userData })
  try {
    await second.page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
    await second.page.keyboard.press('Control+6')
    await expect(second.page.getByText('the very last word').first()).toBeVisible()
  } finally {
    await second.close()
    await rm(userData, { recursive: true, force: true })
  }
})

test('an empty stage offers the show that came with the app', async () => {
  const { page, problems, close } = await launchApp()
  try {
    await startWith(page, '3')
    await expect(page.getByRole('heading', { name: /The stage is/ })).toBeVisible()
    await page.getByRole('button', { name: /Start with Emily in Paris/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Emily in Paris' })).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})

test('a pack that is dropped on the window becomes a show, and a broken one is refused', async () => {
  const { page, problems, close } = await launchApp()
  const drop = (name: string, content: string) =>
    page.evaluate(
      ([fileName, text]) => {
        const dragged = new DataTransfer()
        dragged.items.add(new File([text ?? ''], fileName ?? ''))
        const target = document.body
        for (const type of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(
            new DragEvent(type, { dataTransfer: dragged, bubbles: true, cancelable: true }),
          )
        }
      },
      [name, content],
    )
  try {
    await startWith(page, '3')
    await expect(page.getByRole('heading', { name: /The stage is/ })).toBeVisible()
    await drop('broken.entracte', 'not a pack')
    await expect(page.getByText(/broken\.entracte/)).toBeVisible()
    await drop('canaries.json', JSON.stringify(canaryPack({ seasons: [3], delay: () => 0 })))
    await expect(page.getByRole('heading', { level: 1, name: 'Canaries' })).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})
