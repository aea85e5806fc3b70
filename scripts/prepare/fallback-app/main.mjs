/**
 * What Electron runs when it is started as `electron [options] <folder>`. Electron brings such a default
 * app along; the fallback runtime does not, so this does the same work: it takes the options `-r` and
 * `--version`, gives the app its name, version and path from package.json, and loads its `main`.
 *
 * It is a module with a top-level await on purpose: Electron holds back its `ready` event until the module
 * has loaded, so the app can still do what must come before (register schemes, enable the sandbox).
 */
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'
import { app } from 'electron/main'

const { preloads, target } = readCommandLine(process.argv.slice(1))
if (!target) {
  console.error('Usage: electron [-r module] <folder or file of an app>')
  process.exit(1)
}
if (preloads.length > 0) Module._preloadModules(preloads)
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })

try {
  const entry = introduce(path.resolve(target))
  await import(pathToFileURL(entry).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}

/** @param {string[]} words */
function readCommandLine(words) {
  /** @type {string[]} */
  const preloads = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === '--version' || word === '-v') {
      console.log(`v${process.versions.electron}`)
      process.exit(0)
    }
    if (word === '-r' || word === '--require') preloads.push(words[++at])
    else if (!word.startsWith('-')) return { preloads, target: word }
  }
  return { preloads, target: undefined }
}

/**
 * Tells Electron who the app is.
 *
 * @param {string} target @returns {string} the file to load
 */
function introduce(target) {
  const entry = Module._resolveFilename(target, null, true)
  const file = path.join(target, 'package.json')
  if (!existsSync(file)) {
    app.setAppPath(path.dirname(entry))
    return entry
  }
  const about = JSON.parse(readFileSync(file, 'utf8'))
  if (about.version) app.setVersion(about.version)
  app.name = about.productName ?? about.name ?? app.name
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  if (about.v8Flags) v8.setFlagsFromString(about.v8Flags)
  app.setAppPath(target)
  return entry
}
