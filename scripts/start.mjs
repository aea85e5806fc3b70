/**
 * `npm start`: gets ready what is missing, builds what has changed and runs the app.
 * `npm start -- --tour FOLDER` photographs every screen into a folder instead.
 * Anything else after `--` is passed to the app.
 */
import { homedir } from 'node:os'
import path from 'node:path'
import { buildApp } from './build/build.mjs'
import { launch } from './launch.mjs'
import { inProject, installedVersion, pinnedNode, projectFolder } from './paths.mjs'
import { prepare } from './prepare/prepare.mjs'
import { sandboxArguments } from './prepare/sandbox.mjs'
import { command } from './refusal.mjs'
import { say } from './say.mjs'
import { readStartArguments } from './start/arguments.mjs'

await command(async () => {
  const { tour, forApp } = readStartArguments(process.argv.slice(2))
  const { runtime } = await prepare({ windows: true })
  await buildApp()
  if (runtime.source === 'fallback') {
    say(
      `Running on the fallback runtime, Electron ${runtime.version}, for development only. ` +
        `ENTRACTE_RETRY_DOWNLOAD=1 npm start tries again to get Electron ${installedVersion('electron')}.`,
    )
  }
  if (tour) {
    return launch(pinnedNode(), [inProject('scripts/tour/tour.mjs'), tour], {
      env: { ENTRACTE_ELECTRON_EXE: runtime.executable },
    })
  }
  return launch(runtime.executable, [...sandboxArguments(), projectFolder, ...forApp], {
    onDisplay: sayWhere,
  })
})

/** @param {string | undefined} display */
function sayWhere(display) {
  if (!display) return
  say(
    `There is no screen here, so the app runs on the virtual display ${display}. ` +
      `Its data is in ${process.env.ENTRACTE_USER_DATA ?? dataFolder()}. Ctrl+C ends it.`,
  )
}

/** Where an app that runs from its sources keeps its data on Linux, the only system with a display of our own. */
function dataFolder() {
  return path.join(process.env.XDG_CONFIG_HOME || path.join(homedir(), '.config'), 'Entracte Development')
}
