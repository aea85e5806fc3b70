import { LanguageTag } from './schema'

const known = (tag: string): boolean => {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
  } catch {
    return false
  }
}

/**
 * The language that a subtitle file's name ends in, as players look for it: `film.fr.srt`, `film.pt-BR.forced.vtt`.
 *
 * @returns null when the name says none
 */
export function languageInName(name: string): LanguageTag | null {
  const parts = name.split('.').slice(1, -1)
  for (const part of parts.reverse().slice(0, 2)) {
    const tag = LanguageTag.safeParse(part.replace('_', '-'))
    if (tag.success && known(tag.data)) return tag.data
  }
  return null
}

const ENDINGS: ReadonlySet<string> = new Set(['srt', 'vtt', 'ass', 'ssa'])

/** Whether a file is called like one with subtitles. */
export const isSubtitleName = (name: string): boolean =>
  ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())

/**
 * The subtitle files that belong to a film, as players find them: called like it, with perhaps a language between.
 *
 * @param film the film's name, without its folder
 * @param names the names of all files beside it
 * @param language the one that the person reads
 * @returns the best last: one in their language, else one that names none
 */
export function besideFilm(film: string, names: readonly string[], language: string): string[] {
  const dot = film.lastIndexOf('.')
  const base = `${(dot > 0 ? film.slice(0, dot) : film).toLowerCase()}.`
  const rank = (name: string): number => {
    const said = languageInName(name.slice(base.length - 1))
    return said === null ? 1 : said.split('-')[0] === language ? 2 : 0
  }
  return names
    .filter((name) => isSubtitleName(name) && name.toLowerCase().startsWith(base))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(-10)
}

/**
 * Whether words say enough to look for a line that was just heard, so that nobody reads ahead by guessing: two
 * words, or one of five letters.
 */
export function saysEnough(words: string): boolean {
  const found = words.match(/[\p{L}\p{N}']+/gu) ?? []
  return found.length >= 2 ? found.join('').length >= 4 : (found[0]?.length ?? 0) >= 5
}
