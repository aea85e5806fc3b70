import { filenameParse } from '@ctrl/video-filename-parser'

/** What the name of a file says about an episode. */
export interface NamedEpisode {
  /** The words of the show's title, as far as the name has them; none when it has only numbers. */
  readonly words: readonly string[]
  readonly season: number
  readonly number: number
}

/** Longer names are not of films, and would keep the parser busy. */
const MOST = 250

/** The words of a title, without accents, capitals and signs, and without the year that tells remakes apart. */
export const titleWords = (title: string): string[] =>
  title
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (19|20)\d\d$/, '')
    .split(' ')
    .filter((word) => word !== '')

/** Reads a name such as `emily.s01e07.mkv`; null when it names no episode. Of a double episode it is the first. */
export function namedEpisode(file: string): NamedEpisode | null {
  if (file.length > MOST) return null
  const parsed = filenameParse(file, true)
  if (!('seasons' in parsed) || !parsed.isTv) return null
  const [season, number] = [parsed.seasons[0], parsed.episodeNumbers[0]]
  if (season === undefined || number === undefined || parsed.seasons.length > 1) return null
  return { words: titleWords(parsed.title), season, number }
}

/**
 * How well the words of a name fit a show: all of them is best, the beginning is good, no words at all leaves it
 * open. `the` at the beginning is left out by many.
 *
 * @returns 3, 2 or 1; 0 when they are of another show
 */
export function fitOf(words: readonly string[], title: string): 0 | 1 | 2 | 3 {
  if (words.length === 0) return 1
  const bare = (list: readonly string[]) => (list[0] === 'the' && list.length > 1 ? list.slice(1) : list)
  const [named, whole] = [bare(words), bare(titleWords(title))]
  if (named.some((word, index) => word !== whole[index])) return 0
  return named.length === whole.length ? 3 : 2
}
