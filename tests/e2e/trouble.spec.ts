import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { canaryPack } from '../support/canary-pack'
import { zipOf } from '../support/pack-zip'
import { ask, call, showIdOf, startWith } from './support/ask'
import { launchApp } from './support/electron'

let userData: string
test.beforeEach(() => {
  userData = mkdtempSync(path.join(tmpdir(), 'entracte-trouble-'))
})
test.afterEach(() => rmSync(userData, { recursive: true, force: true }))

test('a file that is no database is named, left alone, and the app starts once it is gone', async () => {
  const file = path.join(userData, 'entracte.db')
  writeFileSync(file, 'a diary')
  const { page, close } = await launchApp({ userData })
  try {
    await expect(page.getByText(file)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    expect(readFileSync(file, 'utf8')).toBe('a diary')
    rmSync(file)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Take your seat/ })).toBeVisible()
  } finally {
    await close()
  }
})

const TROUBLES = [
  {
    name: 'from a later version',
    make: (file: string) => {
      const later = new BetterSqlite3(file)
      later.pragma(`application_id = ${0x454e5452}`)
      later.pragma('user_version = 900')
      later.close()
      return () => rmSync(file)
    },
  },
  {
    name: 'held by another program',
    make: (file: string) => {
      const other = new BetterSqlite3(file)
      other.pragma(`application_id = ${0x454e5452}`)
      other.exec('BEGIN EXCLUSIVE')
      return () => {
        other.exec('ROLLBACK')
        other.close()
      }
    },
  },
  {
    name: 'that cannot be opened',
    make: (file: string) => {
      mkdirSync(file)
      return () => rmSync(file, { recursive: true })
    },
  },
]
for (const { name, make } of TROUBLES) {
  test(`a library ${name} is named, and opens once that is mended`, async () => {
    const file = path.join(userData, 'entracte.db')
    const mend = make(file)
    const { page, close } = await launchApp({ userData })
    try {
      await expect(page.getByText(file)).toBeVisible({ timeout: 15_000 })
      expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(file.length + 80)
      mend()
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('heading', { level: 1, name: /Take your seat/ })).toBeVisible()
    } finally {
      await close()
    }
  })
}

test('when the core dies the app says so, goes on, and has lost nothing', async () => {
  const { app, page, close } = await launchApp({ userData })
  try {
    await startWith(page, '1')
    const showId = await showIdOf(page)
    await ask(page, 'notes.save', {
      id: '01793889-6ce8-7000-8000-000000000001',
      showId,
      episodeId: null,
      atMs: null,
      endMs: null,
      kind: 'note',
      title: 'before',
      body: '',
      tags: [],
      pinned: false,
    })
    // the shell keeps its worker to itself: catch it at its next message, and end it when it is idle
    await app.evaluate(() => {
      const { Worker } = process.getBuiltinModule('node:worker_threads')
      const post = Worker.prototype.postMessage
      Worker.prototype.postMessage = function (...parameters) {
        Worker.prototype.postMessage = post
        Object.assign(globalThis, { caught: this })
        return post.apply(this, parameters)
      }
    })
    await call(page, 'settings.read')
    await app.evaluate(() => {
      const { caught } = globalThis as unknown as { caught: { terminate(): Promise<number> } }
      setImmediate(() => void caught.terminate())
    })
    await expect(page.getByText(/closed by itself and was opened again/)).toBeVisible()
    await page.keyboard.press('Control+6')
    await expect(page.getByText('before').first()).toBeVisible()
  } finally {
    await close()
  }
})

test('a pack that is opened from outside becomes a show', async () => {
  const pack = path.join(userData, 'canaries.entracte')
  writeFileSync(
    pack,
    await zipOf({ 'pack.json': JSON.stringify(canaryPack({ seasons: [2], delay: () => 0 })) }),
  )
  const { page, close } = await launchApp({ userData, args: [pack] })
  try {
    await expect(page.getByRole('heading', { level: 1, name: 'Canaries' })).toBeVisible()
    expect(await page.content()).not.toMatch(/CANARY/)
  } finally {
    await close()
  }
})

test('a pack that cannot be used is refused with a sentence, and nothing has changed', async () => {
  const pack = path.join(userData, 'broken.entracte')
  writeFileSync(pack, 'not a pack')
  const { page, close } = await launchApp({ userData, args: [pack] })
  try {
    await expect(page.getByText(/broken\.entracte/)).toBeVisible()
    expect(await ask(page, 'library.shows')).toEqual([])
  } finally {
    await close()
  }
})

test('the window comes back where it was, and a link leads to its page', async () => {
  const first = await launchApp({ userData })
  await startWith(first.page, '1')
  const placed = await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ x: 40, y: 30, width: 1000, height: 700 })
    return window?.getBounds()
  })
  await first.close()
  const second = await launchApp({ userData, args: ['entracte://notes'] })
  try {
    const again = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    )
    expect(again).toMatchObject({ width: placed?.width, height: placed?.height })
    await expect(second.page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible()
  } finally {
    await second.close()
  }
})
