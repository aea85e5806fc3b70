/** Builds the app into out/ with electron-vite, unless what is there was made from the same sources. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { withLock } from '../lock.mjs'
import { cacheFolder, projectFolder } from '../paths.mjs'
import { nodeCommand, run } from '../run.mjs'
import { say, working } from '../say.mjs'
import { unlessUnchanged } from './fingerprint.mjs'
import { compileMessages } from './messages.mjs'

/** @type {import('./fingerprint.mjs').Step} */
export const APP = {
  inputs: [
    'electron',
    'renderer',
    'shared',
    'electron.vite.config.ts',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ],
  ignore: (file) => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('shared/messages/compiled/'),
  stamp: 'out/.fingerprint',
  outputs: ['out/main/main.js', 'out/main/core.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
}

/**
 * @param {{ quiet?: boolean }} [options] `quiet`: do not mention that there was nothing to do
 */
export async function buildApp({ quiet = false } = {}) {
  await compileMessages()
  // Two starts at once must not empty each other's output.
  const name = createHash('sha256').update(projectFolder).digest('hex').slice(0, 16)
  await withLock(path.join(cacheFolder(), `build-${name}.lock`), async () => {
    const built = await unlessUnchanged(APP, () =>
      working('Building the app (about ten seconds)', async () => {
        await run(...nodeCommand('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']), {
          failure: 'The app could not be built; the lines above say which file to look at.',
        })
      }),
    )
    if (!built && !quiet) say('The sources are unchanged since the last build; using it.')
  })
}
