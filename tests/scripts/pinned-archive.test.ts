import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { integrityOf, unpackPinned } from '../../scripts/prepare/pinned-archive.mjs'
import { tempFolders } from '../support/temp-folder'

const temporaryFolder = tempFolders()

/** A package as npm packs it, and the checksum of exactly these bytes. */
async function smallPackage() {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'made/package'), { recursive: true })
  await writeFile(join(folder, 'made/package/play.txt'), 'Act one')
  const archive = join(folder, 'small.tgz')
  execFileSync('tar', ['-czf', archive, '-C', join(folder, 'made'), 'package'])
  const target = join(folder, 'unpacked')
  await mkdir(target)
  return { archive, target, integrity: await integrityOf(archive) }
}

describe('a pinned archive', () => {
  it('is unpacked when its bytes are the expected ones', async () => {
    const { archive, target, integrity } = await smallPackage()
    await unpackPinned(archive, { spec: 'small@1.0.0', integrity }, target)
    expect(await readFile(join(target, 'package/play.txt'), 'utf8')).toBe('Act one')
  })

  it('is refused, deleted and not unpacked when a single byte differs', async () => {
    const { archive, target, integrity } = await smallPackage()
    const bytes = await readFile(archive)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(archive, bytes)
    await expect(unpackPinned(archive, { spec: 'small@1.0.0', integrity }, target)).rejects.toThrow(
      /small@1\.0\.0 is not the one this project was tested with .* deleted without being unpacked/,
    )
    expect(existsSync(archive)).toBe(false)
    expect(existsSync(join(target, 'package'))).toBe(false)
  })

  it('has a checksum in the notation of lockfiles', async () => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'empty'), '')
    // SHA-512 of nothing, as in FIPS 180-4 test vectors.
    expect(await integrityOf(join(folder, 'empty'))).toBe(
      'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
    )
  })
})
