/** The words after `npm run package --`. */
import { Refusal } from '../refusal.mjs'

/** What can be made on which system. electron-builder needs a system's own tools to sign and to pack. */
export const TARGETS = {
  darwin: ['dmg', 'zip', 'dir'],
  win32: ['nsis', 'dir'],
  linux: ['AppImage', 'deb', 'rpm', 'tar.gz', 'dir'],
}

/**
 * @param {string[]} words
 * @param {NodeJS.Platform} [platform]
 * @returns {{ targets: string[], fallbackRuntime: boolean }} no targets means those of electron-builder.yml
 */
export function readPackageArguments(words, platform = process.platform) {
  const known = TARGETS[/** @type {keyof typeof TARGETS} */ (platform)]
  if (!known) throw new Refusal(`Entracte is not packaged on ${platform}. Use macOS, Windows or Linux.`)
  /** @type {string[]} */
  const targets = []
  let fallbackRuntime = false
  for (const word of words) {
    if (word === '--fallback-runtime') fallbackRuntime = true
    else if (known.includes(word)) targets.push(word)
    else {
      throw new Refusal(
        `'${word}' cannot be made here. Name one or more of ${known.join(', ')}, or none for the usual ones; ` +
          'the only option is --fallback-runtime.',
      )
    }
  }
  return { targets, fallbackRuntime }
}
