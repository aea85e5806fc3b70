import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../shared/app-error'
import { type Broadcast, command, query, task } from '../../shared/ipc'
import { placeOf, serve } from './serve'

const contract = {
  echo: {
    say: query(z.strictObject({ text: z.string().max(10) }), z.string()),
    keep: command(z.string(), z.void(), ['notes']),
    lie: query(z.void(), z.number()),
    fail: query(z.string(), z.void()),
    count: task(z.int(), z.int(), z.int(), ['library']),
  },
} as const

function served() {
  const said: Broadcast[] = []
  const logged: string[] = []
  const log = (text: string) => void logged.push(text)
  const service = serve(
    contract,
    {
      echo: {
        say: ({ text }) => text,
        keep: () => {},
        lie: () => 'not a number' as unknown as number,
        fail: (how) => {
          throw how === 'known'
            ? new AppError('not-found', 'no', { what: 'it' })
            : new TypeError(`secret ${how}`)
        },
        count: async (to, { progress, signal }) => {
          for (let at = 1; at <= to; at += 1) {
            progress(at)
            await Promise.resolve()
            if (signal.aborted) throw new AppError('cancelled', 'stopped')
          }
          return to
        },
      },
    },
    {
      broadcast: (message) => said.push(message),
      log: { info: log, warn: log, error: log },
      checkOutput: true,
    },
  )
  const ask = (method: string, input?: unknown, taskId?: string) =>
    service.answer({ method, input, ...(taskId ? { taskId } : {}) })
  return { ...service, ask, said, logged }
}

const TASK = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('serving a contract', () => {
  it('checks what is asked for the hundredth time as it did the first time', async () => {
    const { ask } = served()
    const first = await ask('echo.say', { text: 'far too long' })
    expect(first).toMatchObject({ ok: false, error: { code: 'invalid-input', details: { place: 'text' } } })
    for (let n = 0; n < 100; n += 1) {
      expect(await ask('echo.say', { text: `${n}` })).toEqual({ ok: true, value: `${n}` })
      expect(await ask('echo.say', { text: 'far too long' })).toEqual(first)
      expect(await ask('echo.say', { text: 'x', more: 1 })).toMatchObject({ ok: false })
    }
  })

  it('answers in an envelope', async () => {
    expect(await served().ask('echo.say', { text: 'hello' })).toEqual({ ok: true, value: 'hello' })
  })

  it('says where an input is wrong', async () => {
    const { ask } = served()
    expect(await ask('echo.say', { text: 7 })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { method: 'echo.say', place: 'text' } },
    })
    expect(await ask('echo.say', { text: 'x'.repeat(11) })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    expect(await ask('echo.say', { text: 'x', more: 1 })).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await ask('echo.say')).toMatchObject({ error: { code: 'invalid-input' } })
  })

  it.each([
    '',
    'echo',
    'echo.',
    '.say',
    'echo.nothing',
    'echo.say.more',
    'echo.constructor',
    'echo.__proto__',
    'constructor.name',
    '__proto__.toString',
    'hasOwnProperty.call',
    'toString',
  ])('knows nothing called %j', async (method) => {
    expect(await served().ask(method)).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  })

  it.each([
    null,
    1,
    'echo.say',
    [],
    {},
    { method: 7 },
    { method: 'x'.repeat(81), input: 1 },
    { method: 'echo.say', input: 1, extra: 1 },
  ])('refuses %j as a request', async (request) => {
    expect(await served().answer(request)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it('passes a foreseen error on, and keeps what an unforeseen one says to itself', async () => {
    const { ask, logged } = served()
    expect(await ask('echo.fail', 'known')).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'no', details: { what: 'it' } },
    })
    const reply = await ask('echo.fail', 'unknown')
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(logged).toEqual(['echo.fail failed'])
  })

  it('finds out a handler that answers something else than it promised', async () => {
    expect(await served().ask('echo.lie')).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  it('tells which topics a command has changed, and nothing after a query or a failure', async () => {
    const { ask, said } = served()
    await ask('echo.say', { text: 'a' })
    await ask('echo.keep', 7)
    expect(said).toEqual([])
    await ask('echo.keep', 'a')
    expect(said).toEqual([{ kind: 'topics', topics: ['notes'] }])
  })

  it('reports the progress of a task, and ends it when it is cancelled', async () => {
    const { ask, said, cancel } = served()
    expect(await ask('echo.count', 3, TASK)).toEqual({ ok: true, value: 3 })
    expect(said.filter(({ kind }) => kind === 'progress')).toEqual(
      [1, 2, 3].map((value) => ({ kind: 'progress', taskId: TASK, value })),
    )
    const running = ask('echo.count', 1_000_000, TASK)
    expect(cancel(TASK)).toBe(true)
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(cancel(TASK)).toBe(false)
  })

  it('wants an id for a task', async () => {
    expect(await served().ask('echo.count', 3)).toMatchObject({ error: { code: 'invalid-input' } })
  })
})

it('writes a place as a person would follow it', () => {
  expect(placeOf(['seasons', 0, 'episodes', 3, 'title'])).toBe('seasons[0].episodes[3].title')
  expect(placeOf([])).toBe('')
})
