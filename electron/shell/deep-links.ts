import { DESKTOP_PLACES, type DesktopPlace } from '@shared/desktop/places'

/** What an address leads to. */
export interface Target {
  readonly place: DesktopPlace
  /** The note that it names. */
  readonly note?: string
}

/** `entracte://note/<id>`; what follows the id says when in the note's episode, and is the note's own. */
const NOTE = /^entracte:\/\/note\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:#[\w=.,:&]*)?$/

/**
 * The place in the app that an `entracte://` address names: `entracte://notes`.
 *
 * @returns null for an address that names none; nothing else in it is looked at
 */
export function placeIn(address: string): Target | null {
  const [, note] = NOTE.exec(address) ?? []
  if (note !== undefined) return { place: 'notes', note }
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'entracte:') return null
  const named = url.host || url.pathname.replace(/^\/+/, '')
  const place = DESKTOP_PLACES.find((one) => one === named)
  return place ? { place } : null
}

/** The first address of ours among a program's arguments. */
export const placeInArguments = (argv: readonly string[]): Target | null =>
  argv.map(placeIn).find((target) => target !== null) ?? null
