import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { boardOf, closeClean, laneOf, launchAtBoard, rowOf, saveCard, toBoard } from './support/board'
import { launchApp } from './support/electron'

let userData: string
test.beforeEach(() => {
  userData = mkdtempSync(path.join(tmpdir(), 'entracte-board-'))
})
test.afterEach(() => rmSync(userData, { recursive: true, force: true }))

/** Two cards on a board, then something that happens to the library's file, then the board again. */
async function twice(harm: (db: BetterSqlite3.Database, boardId: string) => void): Promise<{
  readonly page: Page
  readonly close: () => Promise<void>
}> {
  const before = await launchAtBoard({ userData })
  await saveCard(before.page, 'Sylvie keeps her')
  await saveCard(before.page, 'Luc is the narrator')
  const { id } = await boardOf(before.page)
  await closeClean(before)
  const db = new BetterSqlite3(path.join(userData, 'entracte.db'))
  harm(db, id)
  db.close()
  const after = await launchApp({ userData })
  await after.page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
  await toBoard(after.page)
  return { page: after.page, close: () => closeClean(after) }
}

test('a change that cannot be read any more is set aside and told of, and no card is lost', async () => {
  const { page, close } = await twice((db, boardId) => {
    const last = db
      .prepare<[string], { seq: number; u: Buffer }>(
        'SELECT seq, u FROM crdt_update WHERE doc_id = ? ORDER BY seq DESC LIMIT 1',
      )
      .get(boardId)
    if (!last) throw new Error('nothing was written')
    last.u.fill(0xff, Math.floor(last.u.length / 2))
    db.prepare('UPDATE crdt_update SET u = @u WHERE seq = @seq').run(last)
  })
  await expect(laneOf(page, 'Theories').getByRole('row')).toHaveCount(2)
  // the log is read when something is to be added to it
  await rowOf(page, 'Luc is the narrator').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('One change of this board could not be read.')).toBeVisible()
  await expect(page.getByText(/set aside and kept, and what it had done was brought back/)).toBeVisible()
  await expect(laneOf(page, 'Theories').getByRole('row')).toHaveCount(2)
  await expect.poll(async () => (await boardOf(page)).lanes[1]?.cards[0]?.text).toBe('Luc is the narrator')
  await close()
})

test('a board that a later version wrote is shown as it was, and left alone', async () => {
  const { page, close } = await twice((db, boardId) => {
    db.prepare('UPDATE crdt_doc SET format = 99 WHERE doc_id = ?').run(boardId)
  })
  await expect(page.getByText('A later Entracte has written this board.')).toBeVisible()
  await expect(laneOf(page, 'Theories').getByRole('row')).toHaveCount(2)
  await rowOf(page, 'Luc is the narrator').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Delete')
  await page.keyboard.press('7')
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rowOf(page, 'Luc is the narrator')).toBeFocused()
  expect((await boardOf(page)).lanes[1]?.cards.map(({ text }) => text)).toEqual([
    'Sylvie keeps her',
    'Luc is the narrator',
  ])
  await expect(page.getByRole('button', { name: /^Add to/ })).toHaveCount(0)
  await close()
})
