import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unlessUnchanged } from '../../scripts/build/fingerprint.mjs'
import { tempFolders } from '../support/temp-folder'

const temporaryFolder = tempFolders()

const step = {
  inputs: ['src', 'settings.json', 'not-there'],
  ignore: (file: string) => file.endsWith('.test.ts'),
  stamp: 'out/.fingerprint',
  outputs: ['out/made'],
}

/** A project with sources, and what building it says: whether there was something to do. */
async function project() {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'src/deep'), { recursive: true })
  await writeFile(join(folder, 'src/one.ts'), 'one')
  await writeFile(join(folder, 'src/deep/two.ts'), 'two')
  await writeFile(join(folder, 'settings.json'), '{}')
  const make = async (): Promise<void> => {
    await mkdir(join(folder, 'out'), { recursive: true })
    await writeFile(join(folder, 'out/made'), 'made')
  }
  const write = (file: string, text: string) => writeFile(join(folder, file), text)
  return { folder, write, build: (work = make) => unlessUnchanged(step, work, folder) }
}

describe('a build', () => {
  it('is made the first time and skipped the second', async () => {
    const { build } = await project()
    expect(await build()).toBe(true)
    expect(await build()).toBe(false)
  })

  it.each([
    ['a source changes', 'src/deep/two.ts', 'changed'],
    ['a source is added', 'src/three.ts', ''],
    ['a setting changes', 'settings.json', '[]'],
    ['a file that was missing comes', 'not-there', ''],
  ])('is made again when %s', async (_what, file, text) => {
    const { build, write } = await project()
    await build()
    await write(file, text)
    expect(await build()).toBe(true)
    expect(await build()).toBe(false)
  })

  it('is made again when a source goes or moves', async () => {
    const { folder, build } = await project()
    await build()
    await rm(join(folder, 'src/one.ts'))
    expect(await build()).toBe(true)
    await rename(join(folder, 'src/deep/two.ts'), join(folder, 'src/deep/moved.ts'))
    expect(await build()).toBe(true)
  })

  it('is made again when an output is gone', async () => {
    const { folder, build } = await project()
    await build()
    await rm(join(folder, 'out/made'))
    expect(await build()).toBe(true)
  })

  it('is skipped when only the times of files or a test changed', async () => {
    const { folder, build, write } = await project()
    await build()
    const tomorrow = new Date(Date.now() + 86_400_000)
    await utimes(join(folder, 'src/one.ts'), tomorrow, tomorrow)
    await write('src/one.test.ts', 'a test')
    expect(await build()).toBe(false)
  })

  it('does not count as made when it failed, even over an older one', async () => {
    const { folder, build, write } = await project()
    await build()
    await write('src/one.ts', 'broken')
    await expect(build(() => Promise.reject(new Error('does not compile')))).rejects.toThrow(
      'does not compile',
    )
    await expect(readFile(join(folder, step.stamp))).rejects.toThrow('ENOENT')
    await write('src/one.ts', 'one')
    expect(await build()).toBe(true)
  })
})
