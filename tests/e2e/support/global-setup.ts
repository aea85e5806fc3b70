import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openDisplay } from '../../../scripts/prepare/display.mjs'
import { prepare } from '../../../scripts/prepare/prepare.mjs'

/**
 * Makes `npx playwright test` work on its own, too: finds the runtime and a display unless `npm test` has
 * passed them in the environment, and refuses to test an app that has not been built.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync(resolve(import.meta.dirname, '../../../out/main/main.js'))) {
    throw new Error('The app is not built, so there is nothing to test. Run npm run build first.')
  }
  if (!process.env.ENTRACTE_ELECTRON_EXE) {
    const { runtime } = await prepare({ windows: true })
    process.env.ENTRACTE_ELECTRON_EXE = runtime.executable
  }
  const display = await openDisplay()
  Object.assign(process.env, display.env)
  return () => display.close()
}
