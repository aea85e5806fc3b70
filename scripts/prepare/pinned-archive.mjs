/**
 * A package whose exact bytes are known beforehand. npm compares what it downloads with what the registry
 * says; this compares it with what this repository says, before anything in it is unpacked.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../refusal.mjs'
import { npmCommand, run } from '../run.mjs'

/**
 * @typedef {object} PinnedPackage
 * @property {string} spec name and exact version
 * @property {string} integrity `sha512-` and the digest in base64, as in a lockfile
 */

/**
 * Fetches the package and unpacks it into a folder.
 *
 * @param {PinnedPackage} pinned
 * @param {string} folder an existing folder; its files end up in `package/` below it
 */
export async function fetchPinned(pinned, folder) {
  const [file, args] = npmCommand(['pack', '--loglevel=error', '--pack-destination', folder, pinned.spec])
  await run(file, args, {
    cwd: folder,
    failure: `npm could not fetch ${pinned.spec}. Check that the npm registry can be reached, then start again.`,
  })
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'))
  if (!name) throw new Refusal(`npm fetched ${pinned.spec} but left no archive; start again.`)
  await unpackPinned(path.join(folder, name), pinned, folder)
}

/**
 * Unpacks an archive if its bytes are the expected ones, and removes it either way.
 *
 * @param {string} archive a .tgz
 * @param {PinnedPackage} pinned
 * @param {string} folder
 */
export async function unpackPinned(archive, pinned, folder) {
  try {
    const found = await integrityOf(archive)
    if (found !== pinned.integrity) {
      throw new Refusal(
        `The archive of ${pinned.spec} is not the one this project was tested with (its checksum is ${found}), ` +
          'so it was deleted without being unpacked. Start again; if it happens twice, do not trust the registry in use.',
      )
    }
    await run('tar', ['-xzf', archive, '-C', folder], {
      failure: `The archive of ${pinned.spec} could not be unpacked.`,
    })
  } finally {
    await rm(archive, { force: true })
  }
}

/** @param {string} file @returns {Promise<string>} its SHA-512 in the notation of lockfiles */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
