import { spawn } from 'node:child_process'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../electron/core/db/open'
import { buildCore } from '../support/built-core'
import { PACKS } from '../support/core'
import { tempFolders } from '../support/temp-folder'

const folder = tempFolders()
let script: URL
beforeAll(async () => {
  script = await buildCore()
}, 60_000)

/** Runs the saver until it has acknowledged so many notes, then kills it without warning. */
function saveUntilKilled(dataFile: string, enough: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const saver = path.join(import.meta.dirname, 'saver.mjs')
    const child = spawn(process.execPath, [saver, script.href, dataFile, PACKS], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += String(chunk)
      if (printed.split('\n').length > enough) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => resolve(printed.split('\n').filter((line) => /^note \d+$/.test(line))))
  })
}

it.each([1, 17, 60])(
  'a process that is killed after %i saved notes has lost none of them',
  async (enough) => {
    const dataFile = path.join(folder(), 'entracte.db')
    const acknowledged = await saveUntilKilled(dataFile, enough)
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough)
    const db = openDatabase(dataFile, () => '')
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const kept = new Set(db.prepare('SELECT title FROM note').pluck().all())
    expect(acknowledged.filter((title) => !kept.has(title))).toEqual([])
    expect(db.prepare("SELECT count(*) FROM note_text WHERE note_text MATCH 'note'").pluck().get()).toBe(
      kept.size,
    )
    db.close()
  },
  30_000,
)
