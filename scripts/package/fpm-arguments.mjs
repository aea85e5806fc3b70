/** Reading fpm's command line, as far as electron-builder writes it for `-t deb`. */
import { Refusal } from '../refusal.mjs'

/** Options without a value. */
const SWITCHES = new Set(['--force', '--debug'])

/** Options that may come more than once. */
const LISTS = { '-d': 'depends', '--depends': 'depends', '--deb-recommends': 'recommends' }

/** Options with a value, and what they are called here. */
const VALUES = {
  '-s': 'source',
  '-t': 'type',
  '--architecture': 'architecture',
  '--after-install': 'afterInstall',
  '--after-remove': 'afterRemove',
  '--category': 'section',
  '--deb-compression': 'compression',
  '--deb-priority': 'priority',
  '--description': 'description',
  '--license': 'license',
  '--log': 'log',
  '--maintainer': 'maintainer',
  '--name': 'name',
  '--package': 'file',
  '--url': 'url',
  '--vendor': 'vendor',
  '--version': 'version',
}

/** Without these there is no package. */
const REQUIRED = /** @type {const} */ ([
  'architecture',
  'description',
  'file',
  'maintainer',
  'name',
  'version',
])

/**
 * @typedef {{ architecture: string, description: string, file: string, maintainer: string, name: string,
 *   version: string, afterInstall?: string, afterRemove?: string, compression?: string, priority?: string,
 *   section?: string, url?: string, vendor?: string, depends: string[], recommends: string[],
 *   contents: { from: string, to: string }[] }} DebPackage
 */

/**
 * @param {string[]} words
 * @returns {DebPackage} `contents`: what is copied where; `from` that ends in / means what is inside
 */
export function readFpmArguments(words) {
  /** @type {any} */
  const found = { depends: [], recommends: [], contents: [] }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (SWITCHES.has(word)) continue
    const list = LISTS[/** @type {keyof typeof LISTS} */ (word)]
    const value = VALUES[/** @type {keyof typeof VALUES} */ (word)]
    if (list) found[list].push(words[++at])
    else if (value) found[value] = words[++at]
    else if (word.startsWith('-'))
      throw new Refusal(`The stand-in for fpm does not know the option ${word}; teach it.`)
    else found.contents.push(mapping(word))
  }
  if (found.type !== 'deb' || found.source !== 'dir') {
    throw new Refusal(
      'The stand-in for fpm makes .deb packages from folders and nothing else. For others, use fpm itself.',
    )
  }
  const missing = REQUIRED.filter((name) => !found[name])
  if (missing.length > 0)
    throw new Refusal(`The stand-in for fpm was not told the package's ${missing.join(', ')}.`)
  return found
}

/** @param {string} word '/made/here/=/opt/Entracte' */
function mapping(word) {
  const at = word.lastIndexOf('=')
  if (at < 1) throw new Refusal(`The stand-in for fpm expects from=to and was given ${word}.`)
  return { from: word.slice(0, at), to: word.slice(at + 1) }
}
