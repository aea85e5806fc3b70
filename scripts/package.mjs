/**
 * `npm run package [-- TARGET…]`: installers for the system that this runs on, in release/.
 *
 * With the fallback runtime only `--fallback-runtime` makes anything, and what it makes is marked: it is for
 * trying the packaging, and contains an Electron that no longer gets security fixes.
 */
import { buildApp } from './build/build.mjs'
import { readPackageArguments } from './package/arguments.mjs'
import { fallbackEnvironment, fallbackOptions, unsignedOptions } from './package/options.mjs'
import { inProject } from './paths.mjs'
import { prepare } from './prepare/prepare.mjs'
import { command, Refusal } from './refusal.mjs'
import { nodeCommand, run } from './run.mjs'
import { say } from './say.mjs'

/** electron-builder's names of the systems on its command line. */
const SYSTEM = { darwin: '--mac', win32: '--win', linux: '--linux' }

await command(async () => {
  const { targets, fallbackRuntime } = readPackageArguments(process.argv.slice(2))
  const { runtime } = await prepare({ windows: false })
  if (runtime.source === 'override') {
    throw new Refusal(
      'ELECTRON_OVERRIDE_DIST_PATH is set. A package is made with the Electron that package.json names; unset it.',
    )
  }
  const onFallback = runtime.source === 'fallback'
  if (onFallback && !fallbackRuntime) {
    throw new Refusal(
      `Only the fallback runtime (Electron ${runtime.version}) is on this machine, and it no longer gets security ` +
        'fixes, so nothing made with it may be given to people. To try the packaging all the same: ' +
        `npm run package -- ${[...targets, '--fallback-runtime'].join(' ')}`,
    )
  }
  await buildApp()
  const system = SYSTEM[/** @type {keyof typeof SYSTEM} */ (process.platform)]
  const options = [...(onFallback ? fallbackOptions(runtime) : []), ...unsignedOptions()]
  if (onFallback && targets.length === 0) targets.push('deb')
  await run(
    ...nodeCommand('electron-builder/cli.js', [system, ...targets, '--publish', 'never', ...options]),
    {
      show: true,
      env: { ...process.env, ...(onFallback ? fallbackEnvironment() : {}) },
      failure: 'The app could not be packaged; the lines above say why.',
    },
  )
  say(`What was made is in ${inProject('release')}.`)
})
