/**
 * Things that are expensive to make and, once made, never change: they appear whole under their name or
 * not at all, so that being there is the proof of being complete.
 */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from './lock.mjs'

/**
 * Makes a folder unless it exists. Two processes that ask at the same time make it once; a killed one
 * leaves only an unfinished folder, which the next one sweeps away before it starts.
 *
 * @param {string} target
 * @param {(unfinished: string) => Promise<string | void>} make fills the empty folder it is given; it may
 *   answer a folder inside it that is to become the target instead
 */
export async function makeOnce(target, make) {
  if (existsSync(target)) return
  await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return
    const parent = path.dirname(target)
    const prefix = `${path.basename(target)}.unfinished-`
    for (const name of await readdir(parent)) {
      if (name.startsWith(prefix)) await rm(path.join(parent, name), { recursive: true, force: true })
    }
    const unfinished = await mkdtemp(path.join(parent, prefix))
    try {
      await rename((await make(unfinished)) ?? unfinished, target)
    } finally {
      await rm(unfinished, { recursive: true, force: true })
    }
  })
}

/**
 * Copies a file so that nobody ever reads half of it, not even a process that has the old one loaded.
 *
 * @param {string} from @param {string} to
 */
export async function copyWhole(from, to) {
  await mkdir(path.dirname(to), { recursive: true })
  const unfinished = `${to}.unfinished-${process.pid}`
  try {
    await copyFile(from, unfinished)
    await rename(unfinished, to)
  } finally {
    await rm(unfinished, { force: true })
  }
}
