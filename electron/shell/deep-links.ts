import { DESKTOP_PLACES, type DesktopPlace } from '@shared/desktop/places'

/**
 * The place in the app that an `entracte://` address names: `entracte://notes`.
 *
 * @returns null for an address that names none; nothing else in it is looked at
 */
export function placeIn(address: string): DesktopPlace | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'entracte:') return null
  const named = url.host || url.pathname.replace(/^\/+/, '')
  return DESKTOP_PLACES.find((place) => place === named) ?? null
}

/** The first address of ours among a program's arguments. */
export const placeInArguments = (argv: readonly string[]): DesktopPlace | null =>
  argv.map(placeIn).find((place) => place !== null) ?? null
