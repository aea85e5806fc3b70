import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyWhole, makeOnce } from '../../scripts/make-once.mjs'
import { tempFolders } from '../support/temp-folder'

const temporaryFolder = tempFolders()

const write = (text: string) => (folder: string) => writeFile(join(folder, 'text'), text)

/** A process that begins to make `target`, writes half of it, says so and never ends. */
function halfMade(target: string): ChildProcess {
  const module = resolve(import.meta.dirname, '../../scripts/make-once.mjs')
  const program = `
    import { makeOnce } from ${JSON.stringify(module)}
    import { writeFileSync } from 'node:fs'
    setInterval(() => {}, 1000)
    await makeOnce(${JSON.stringify(target)}, (folder) => {
      writeFileSync(folder + '/text', 'half')
      console.log('half')
      return new Promise(() => {})
    })`
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

describe('what is made once', () => {
  it('is made by one of several that ask at the same time', async () => {
    const folder = temporaryFolder()
    const target = join(folder, 'made')
    let times = 0
    const make = async (place: string): Promise<void> => {
      times++
      await write(`made ${times}`)(place)
    }
    await Promise.all([makeOnce(target, make), makeOnce(target, make), makeOnce(target, make)])
    expect(times).toBe(1)
    expect(await readFile(join(target, 'text'), 'utf8')).toBe('made 1')
    expect(await readdir(folder)).toEqual(['made'])
  })

  it('leaves nothing behind when making it fails', async () => {
    const folder = temporaryFolder()
    const failing = makeOnce(join(folder, 'made'), async (place) => {
      await write('half')(place)
      throw new Error('no power')
    })
    await expect(failing).rejects.toThrow('no power')
    expect(await readdir(folder)).toEqual([])
  })

  it('is not there, and is made anew, after the process that was making it was killed', async () => {
    const folder = temporaryFolder()
    const target = join(folder, 'made')
    const child = halfMade(target)
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await readdir(folder)).not.toContain('made')

    await makeOnce(target, write('whole'))
    expect(await readFile(join(target, 'text'), 'utf8')).toBe('whole')
    expect(await readdir(folder)).toEqual(['made'])
  })

  it('may be a folder inside the one that was filled', async () => {
    const folder = temporaryFolder()
    await makeOnce(join(folder, 'made'), async (place) => {
      await makeOnce(join(place, 'inner'), write('inner'))
      return join(place, 'inner')
    })
    expect(await readdir(join(folder, 'made'))).toEqual(['text'])
  })
})

describe('a file that is copied whole', () => {
  it('replaces the old one and makes the folders above it', async () => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'one'), 'one')
    await writeFile(join(folder, 'two'), 'two')
    await copyWhole(join(folder, 'one'), join(folder, 'deep/down/copy'))
    await copyWhole(join(folder, 'two'), join(folder, 'deep/down/copy'))
    expect(await readFile(join(folder, 'deep/down/copy'), 'utf8')).toBe('two')
    expect(await readdir(join(folder, 'deep/down'))).toEqual(['copy'])
  })
})
