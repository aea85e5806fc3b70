/** What electron-builder does once the app's folder is complete, before fuses are set and it is packed. */
import { copyFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Names the SQLite build for the fallback runtime; set only while packaging with that runtime. */
export const FALLBACK_VARIABLE = 'ENTRACTE_FALLBACK_SQLITE'

const WARNING = `This copy of Entracte was made with the fallback runtime, an older Electron that no longer gets
security fixes. It is for trying out the packaging and must not be given to people.
`

/**
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export default async function afterPack({ appOutDir, electronPlatformName }) {
  const binary = process.env[FALLBACK_VARIABLE]
  if (!binary || electronPlatformName !== 'linux') return
  const resources = path.join(appOutDir, 'resources')
  // An app that comes with its own runtime needs none that opens other apps.
  await rm(path.join(resources, 'default_app.asar'), { force: true })
  await writeFile(path.join(resources, 'FALLBACK-RUNTIME.txt'), WARNING)
  // A file that is added now is not in the archive's index and would not be found. So the shipped binary,
  // which is in the index, gets the content of the build.
  const shipped = path.join(
    resources,
    'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  )
  await copyFile(binary, shipped)
}
