/** The words after `npm start --`. */
import path from 'node:path'
import { Refusal } from '../refusal.mjs'

/**
 * @param {string[]} words
 * @returns {{ tour: string | undefined, forApp: string[] }} `tour`: the absolute folder for the pictures
 */
export function readStartArguments(words) {
  /** @type {string[]} */
  const forApp = []
  let tour
  for (let at = 0; at < words.length; at++) {
    const [name, inline] = words[at].split(/=(.*)/s)
    if (name !== '--tour') {
      forApp.push(words[at])
      continue
    }
    const folder = inline ?? words[++at]
    if (!folder || folder.startsWith('-')) {
      throw new Refusal('--tour needs the folder that the pictures go to: npm start -- --tour pictures')
    }
    tour = path.resolve(folder)
  }
  return { tour, forApp }
}
