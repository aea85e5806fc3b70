import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isFresh } from '../../scripts/prepare/node-modules.mjs'
import { tempFolders } from '../support/temp-folder'

const temporaryFolder = tempFolders()

type Packages = Record<string, { version: string; optional?: boolean }>

const wanted: Packages = {
  '': { version: '0.1.0' },
  'node_modules/act': { version: '1.0.0' },
  'node_modules/for-windows': { version: '1.0.0', optional: true },
}
const installed: Packages = { 'node_modules/act': { version: '1.0.0' } }

/** A project with a lockfile and what npm has noted about the installed tree. */
async function project(record?: Packages, folders: readonly string[] = ['node_modules/act']) {
  const folder = temporaryFolder()
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  for (const name of folders) {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'package.json'), '{}')
  }
  if (record)
    await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: record }))
  return folder
}

describe('installed dependencies', () => {
  it('are fresh when npm has installed what the lockfile says, but for other systems', async () => {
    const folder = await project(installed)
    expect(await isFresh(folder)).toBe(true)
    expect(await readFile(join(folder, 'node_modules/.entracte-lockfile'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('are not fresh when nothing is installed', async () => {
    expect(await isFresh(await project(undefined, []))).toBe(false)
  })

  it.each<[string, Packages]>([
    ['has another version', { 'node_modules/act': { version: '1.0.1' } }],
    ['is missing', {}],
    ['is there that nobody asked for', { ...installed, 'node_modules/extra': { version: '1.0.0' } }],
  ])('are not fresh when a package %s', async (_what, record) => {
    expect(await isFresh(await project(record))).toBe(false)
  })

  it('are not fresh when npm has noted a package whose folder is gone', async () => {
    const folder = await project(installed, ['node_modules/other'])
    expect(await isFresh(folder)).toBe(false)
  })

  it('are no longer fresh when the lockfile has changed', async () => {
    const folder = await project(installed)
    expect(await isFresh(folder)).toBe(true)
    const newer = { ...wanted, 'node_modules/act': { version: '2.0.0' } }
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: newer }))
    expect(await isFresh(folder)).toBe(false)
  })
})
