import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The longest name that is kept. */
const MOST = 400

/** The last part of a path or address, readable, without what follows the file's name in an address. */
export function mediaName(said: string): string | null {
  const web = /^[a-z][a-z0-9+.-]+:\/\//i.test(said)
  const bare = web ? said.replace(/[?#].*$/s, '') : said
  const last = bare.split(web ? '/' : /[\\/]/).findLast((part) => part !== '') ?? ''
  return shortName(web ? decoded(last) : last)
}

/**
 * The file of this machine that a player means.
 *
 * @param said a path or an address; a path may be relative to the folder that the player works in
 * @returns null when it is on the network or nobody can tell
 */
export function localPlace(said: string, folder?: string): string | null {
  if (/^file:/i.test(said)) {
    try {
      return fileURLToPath(said)
    } catch {
      return null
    }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(said) || said === '') return null
  if (path.isAbsolute(said)) return said
  return folder !== undefined && path.isAbsolute(folder) ? path.join(folder, said) : null
}

/** A name as it is kept: without control characters, not too long, null when nothing is left. */
export function shortName(name: string): string | null {
  const plain = name
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim()
  return plain === '' ? null : plain.slice(0, MOST).replace(/\p{Cs}$/u, '')
}

/** The name of an episode that a player knows by its numbers. */
export const numberedName = (show: string, season: number, episode: number): string | null =>
  shortName(`${show.slice(0, 300)} S${String(season).padStart(2, '0')}E${String(episode).padStart(2, '0')}`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
