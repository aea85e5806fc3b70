import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withLock } from '../../scripts/lock.mjs'
import { tempFolders } from '../support/temp-folder'

const temporaryFolder = tempFolders()

const quick = { poll: 5 }

/** The process id of a process that has ended. */
const endedProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid

async function leftLock(holder: object): Promise<string> {
  const lock = join(temporaryFolder(), 'left.lock')
  await mkdir(lock)
  await writeFile(join(lock, 'holder'), JSON.stringify(holder))
  return lock
}

describe('a lock', () => {
  it('lets only one do its work at a time', async () => {
    const lock = join(temporaryFolder(), 'work.lock')
    let working = 0
    let most = 0
    const work = async (): Promise<void> => {
      working++
      most = Math.max(most, working)
      await sleep(10)
      working--
    }
    await Promise.all([1, 2, 3, 4].map(() => withLock(lock, work, quick)))
    expect(most).toBe(1)
    expect(existsSync(lock)).toBe(false)
  })

  it('is given back when the work fails', async () => {
    const lock = join(temporaryFolder(), 'work.lock')
    const failing = withLock(lock, () => Promise.reject(new Error('no curtain')), quick)
    await expect(failing).rejects.toThrow('no curtain')
    expect(existsSync(lock)).toBe(false)
  })

  it('is taken over at once when its process on this machine is gone', async () => {
    const lock = await leftLock({ pid: endedProcess(), host: hostname() })
    expect(await withLock(lock, async () => 'done', quick)).toBe('done')
  })

  it('is taken over by several waiting ones without two of them working at once', async () => {
    const lock = await leftLock({ pid: endedProcess(), host: hostname() })
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await sleep(10)
      order.push(`${name} ends`)
    }
    await Promise.all(['a', 'b', 'c'].map((name) => withLock(lock, work(name), quick)))
    const pairs = [order.slice(0, 2), order.slice(2, 4), order.slice(4, 6)]
    for (const [begin, end] of pairs) expect(begin?.[0]).toBe(end?.[0])
  })

  it('of another machine is respected while it is touched, and taken over when it is not', async () => {
    const lock = await leftLock({ pid: 1, host: 'elsewhere' })
    let taken = false
    const take = async (): Promise<void> => {
      taken = true
    }
    const waiting = withLock(lock, take, { ...quick, staleAfter: 60_000 })
    await sleep(60)
    expect(taken).toBe(false)
    const longAgo = new Date(Date.now() - 120_000)
    await utimes(lock, longAgo, longAgo)
    await waiting
    expect(taken).toBe(true)
  })
})
