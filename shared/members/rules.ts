import type { Member } from './schema'

const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8]

/** Those who are here now: the person first, the others in the order in which they came. */
export const present = (members: readonly Member[]): Member[] =>
  members.filter(({ leftAt }) => leftAt === null).sort((a, b) => Number(b.me) - Number(a.me))

/** The ink that is worn by the fewest of those who are here; of several, the first. */
export function freeColour(members: readonly Member[]): number {
  const worn = (colour: number) => present(members).filter((member) => member.colour === colour).length
  return COLOURS.reduce((best, colour) => (worn(colour) < worn(best) ? colour : best))
}

/** The first letter of a name, as its disc shows it; a dash where there is none. */
export const initialOf = (name: string): string => {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())
  return first ? first.segment.toLocaleUpperCase() : '–'
}
