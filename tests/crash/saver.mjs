// Saves notes as fast as the core takes them and prints the title of each one that was acknowledged.
// Run by power-cut.test.ts, which kills it. Arguments: core script, data file, packs folder.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const [script, dataFile, packsFolder] = process.argv.slice(2)
const worker = new Worker(new URL(script), {
  workerData: { dataFile, packsFolder, version: '0', electron: 'none', packaged: false, checkOutput: false },
})
const waiting = new Map()
worker.on('message', (message) => {
  if (message.kind === 'reply') waiting.get(message.id)?.(message.reply)
})
let next = 0
const call = (method, input) =>
  new Promise((resolve) => {
    waiting.set(++next, resolve)
    worker.postMessage({ kind: 'request', id: next, request: { method, input } })
  })

const time = Date.now().toString(16).padStart(12, '0')
const id = () => {
  const hex = randomBytes(10).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
const { value } = await call('exchange.start', { packId: 'emily-in-paris', watchedThrough: 10 })
for (let n = 0; ; n += 1) {
  const title = `note ${n}`
  const reply = await call('notes.save', {
    id: id(),
    showId: value.showId,
    episodeId: null,
    atMs: null,
    endMs: null,
    kind: 'note',
    title,
    body: 'x'.repeat(500),
    tags: [],
    pinned: false,
  })
  if (!reply.ok) throw new Error(reply.error.message)
  writeSync(1, `${title}\n`)
}
