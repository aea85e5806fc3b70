import path from 'node:path'
import { Worker } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CoreStart } from '../../electron/core/core-messages'
import { type CoreLink, linkCore } from '../../electron/shell/core-link'
import { PackApplied } from '../../shared/exchange/schema'
import type { Broadcast, Reply } from '../../shared/ipc'
import { NotePage } from '../../shared/notes/schema'
import { freshId } from '../../shared/uuid'
import { buildCore } from '../support/built-core'
import { PACKS } from '../support/core'
import { tempFolders } from '../support/temp-folder'

const folder = tempFolders()
let script: URL
let newest: Worker | null = null
let link: CoreLink | null = null

beforeAll(async () => {
  script = await buildCore()
  // The link keeps its worker to itself; the test has to get at it to end it, as an out-of-memory would.
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (this: Worker, ...parameters: Parameters<Worker['postMessage']>) {
    newest = this
    return post.apply(this, parameters)
  }
  return () => {
    Worker.prototype.postMessage = post
  }
}, 60_000)
afterEach(async () => {
  await link?.stop()
  link = null
})

const startFor = (dataFile: string): CoreStart => ({
  dataFile,
  packsFolder: PACKS,
  version: '0.0.0',
  electron: 'none',
  packaged: false,
  checkOutput: true,
})

function open(dataFile: string) {
  const restarts: boolean[] = []
  const heard: Broadcast[] = []
  const started = linkCore({
    script,
    start: startFor(dataFile),
    onBroadcast: (message) => heard.push(message),
    onLog: () => {},
    onRestart: (running) => restarts.push(running),
    clock: () => performance.now(),
    held: false,
  })
  link = started
  const ask = (method: string, input?: unknown) => started.call({ method, input })
  return { link: started, ask, restarts, heard }
}

const note = (showId: string, title: string) => ({
  id: freshId(),
  showId,
  episodeId: null,
  atMs: null,
  endMs: null,
  kind: 'note',
  title,
  body: '',
  tags: [],
  pinned: false,
})

async function startShow(ask: (method: string, input?: unknown) => Promise<Reply>): Promise<string> {
  const reply = await ask('exchange.start', { packId: 'emily-in-paris', watchedThrough: 10 })
  if (!reply.ok) throw new Error(reply.error.message)
  return PackApplied.parse(reply.value).showId
}

describe('the core in its worker', () => {
  it('answers, and tells what has changed', async () => {
    const { ask, heard } = open(path.join(folder(), 'entracte.db'))
    await startShow(ask)
    expect(await ask('library.shows')).toMatchObject({ ok: true, value: [{ title: 'Emily in Paris' }] })
    expect(heard).toContainEqual(expect.objectContaining({ kind: 'topics' }))
  })

  it('is started again when it dies; what waited is answered, and nothing acknowledged is lost', async () => {
    const { ask, restarts } = open(path.join(folder(), 'entracte.db'))
    const showId = await startShow(ask)
    const acknowledged = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      const saves = Array.from({ length: 40 }, (_value, index) => note(showId, `${round}-${index}`))
      const replies = saves.map(async (draft) => {
        const reply = await ask('notes.save', draft)
        if (reply.ok) acknowledged.add(draft.title)
        else expect(reply.error.code).toBe('core-stopped')
      })
      await replies[round * 10]
      await newest?.terminate()
      await Promise.all(replies)
      expect(restarts).toHaveLength(round + 1)
    }
    expect(restarts).toEqual([true, true, true])
    const page = async (offset: number): Promise<string[]> => {
      const reply = await ask('notes.list', {
        showId,
        search: '',
        kinds: [],
        tags: [],
        episodeId: null,
        order: 'newest',
        offset,
      })
      if (!reply.ok) throw new Error(reply.error.message)
      return NotePage.parse(reply.value).rows.map(({ title }) => title)
    }
    const kept = new Set([...(await page(0)), ...(await page(100))])
    expect([...acknowledged].filter((title) => !kept.has(title))).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(0)
  })

  it('stays down when it dies again and again, says so, and starts when it is asked to', async () => {
    const { link: core, ask, restarts } = open(path.join(folder(), 'entracte.db'))
    for (let death = 1; death <= 4; death += 1) {
      await ask('settings.read')
      await newest?.terminate()
      while (restarts.length < death) await new Promise((resolve) => setImmediate(resolve))
    }
    expect(restarts).toEqual([true, true, true, false])
    expect(await ask('settings.read')).toMatchObject({ ok: false, error: { code: 'core-stopped' } })
    await core.restart()
    expect(await ask('settings.read')).toMatchObject({ ok: true })
  })

  it('restarts once when it is asked twice at the same time', async () => {
    const { link: core, ask } = open(path.join(folder(), 'entracte.db'))
    await ask('settings.read')
    const workers = new Set<unknown>()
    const both = [core.restart(), core.restart()]
    expect(both[0]).toBe(both[1])
    await Promise.all(both)
    for (let n = 0; n < 5; n += 1) {
      expect(await ask('settings.read')).toMatchObject({ ok: true })
      workers.add(newest)
    }
    expect(workers.size).toBe(1)
  })

  it('says of every call why the library could not be opened, and works once it can', async () => {
    const file = path.join(folder(), 'entracte.db')
    const later = new BetterSqlite3(file)
    later.pragma(`application_id = ${0x454e5452}`)
    later.pragma('user_version = 900')
    const { link: core, ask, restarts } = open(file)
    expect(await ask('library.shows')).toMatchObject({
      ok: false,
      error: { code: 'database-newer', details: { file } },
    })
    expect(await ask('notes.save', {})).toMatchObject({ ok: false, error: { code: 'database-newer' } })
    expect(restarts).toEqual([])
    later.pragma('user_version = 0')
    later.close()
    await core.restart()
    expect(await ask('library.shows')).toEqual({ ok: true, value: [] })
  })
})
