/**
 * `npm run dev`: the app with hot reload. Changes of the screens appear at once; changes of the main
 * process and the core restart the app.
 */
import { rm } from 'node:fs/promises'
import { APP } from './build/build.mjs'
import { compileMessages } from './build/messages.mjs'
import { launch } from './launch.mjs'
import { inProject } from './paths.mjs'
import { prepare } from './prepare/prepare.mjs'
import { sandboxArguments } from './prepare/sandbox.mjs'
import { command } from './refusal.mjs'
import { nodeCommand } from './run.mjs'
import { say } from './say.mjs'

await command(async () => {
  const { runtime } = await prepare({ windows: true })
  await compileMessages()
  // What a development server leaves in out/ is not a build.
  await rm(inProject(APP.stamp), { force: true })
  const noSandbox = sandboxArguments().length > 0 ? ['--noSandbox'] : []
  const [file, args] = nodeCommand('electron-vite/bin/electron-vite.js', ['dev', '--watch', ...noSandbox])
  return launch(file, args, {
    env: { ELECTRON_EXEC_PATH: runtime.executable },
    onDisplay: (name) =>
      name && say(`There is no screen here, so the app runs on the virtual display ${name}.`),
  })
})
