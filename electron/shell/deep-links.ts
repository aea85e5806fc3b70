import { contract } from '@shared/contract'

const Place = contract.desktop.goTo.payload.shape.place
export type Place = ReturnType<typeof Place.parse>

/**
 * The place in the app that an `entracte://` address names: `entracte://notes`.
 *
 * @returns null for an address that names none; nothing else in it is looked at
 */
export function placeIn(address: string): Place | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'entracte:') return null
  const parsed = Place.safeParse(url.host || url.pathname.replace(/^\/+/, ''))
  return parsed.success ? parsed.data : null
}

/** The first address of ours among a program's arguments. */
export const placeInArguments = (argv: readonly string[]): Place | null =>
  argv.map(placeIn).find((place) => place !== null) ?? null
