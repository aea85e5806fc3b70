import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import type { NotePage } from '../../shared/notes/schema'
import type { Watching } from '../../shared/watch/schema'
import { has } from '../players/programs'
import { ask, showIdOf, startWith } from './support/ask'
import { launchApp } from './support/electron'

test.skip(process.platform !== 'linux' || !has('xdotool'), 'xdotool is not on this machine')

/** Presses keys on the display, as a hand does, and not in a window. */
const press = (keys: string) => execFileSync('xdotool', ['key', keys])

test('keys that work from anywhere call the line, mark the moment and start the clock, while an episode is on', async () => {
  const { app, page, problems, close } = await launchApp()
  try {
    await startWith(page, '1')
    await page.keyboard.press('Control+4')
    await page.getByRole('button', { name: 'Put on S2 E1' }).press('Enter')
    await expect(page.getByText('writes from anywhere')).toBeVisible()
    const opening = app.waitForEvent('window')
    press('ctrl+alt+n')
    const strip = await opening
    const line = strip.getByRole('combobox')
    await expect(line).toBeFocused()
    press('h')
    press('i')
    await expect(line).toHaveValue('hi')
    press('ctrl+alt+space')
    await expect.poll(async () => (await ask<Watching>(page, 'watch.now')).playing).toBe(true)
    press('ctrl+alt+m')
    await expect(strip.getByRole('status')).toHaveText(/^Kept at/)
    const showId = await showIdOf(page)
    const wanted = { showId, search: '', kinds: [], tags: [], episodeId: null, order: 'episode', offset: 0 }
    expect((await ask<NotePage>(page, 'notes.list', wanted)).rows).toMatchObject([
      { kind: 'note', excerpt: '' },
    ])
    await ask(page, 'watch.leave')
    await expect
      .poll(async () => (await ask<{ works: string }[]>(page, 'desktop.shortcuts')).map(({ works }) => works))
      .toEqual(['no', 'no', 'no'])
    expect(problems).toEqual([])
  } finally {
    await close()
  }
})
