/**
 * `node scripts/electron.mjs` gets the Electron runtime ready and prints the path of its executable.
 */
import { prepare } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'

await command(async () => {
  const { runtime } = await prepare({ windows: true })
  console.log(runtime.executable)
})
