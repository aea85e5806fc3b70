import { LanguageTag } from './schema'

/** Languages that films are subtitled in: a name is full of short words that are the code of some language. */
const SUBTITLED: ReadonlySet<string> = new Set(
  (
    'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk ' +
    'km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ' +
    'ur uz vi zh zu'
  ).split(' '),
)

/** For whom a file is rather than in what language; `hi` is Hindi only where no language stands before it. */
const MARKS: ReadonlySet<string> = new Set(['sdh', 'hi', 'cc', 'forced', 'default'])

/** The language of one part of a name, as BCP 47 writes it: `eng` is `en`, `PT_br` is `pt-BR`. */
function languageOf(part: string): LanguageTag | null {
  const said = part.toLowerCase().replaceAll('_', '-')
  const code = said.split('-')[0] ?? ''
  // codes that are none any more, such as `in`, are words by now
  if (code.length === 2 && !SUBTITLED.has(code)) return null
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(said)
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    if (!SUBTITLED.has(canonical.split('-')[0] ?? '') || names.of(canonical) === undefined) return null
    const tag = LanguageTag.safeParse(canonical)
    return tag.success ? tag.data : null
  } catch {
    return null
  }
}

/**
 * The language that a subtitle file's name ends in, as players look for it: `film.fr.srt`, `film.pt-BR.forced.vtt`.
 *
 * @returns null when the name says none
 */
export function languageInName(name: string): LanguageTag | null {
  const parts = name.split('.').slice(1, -1)
  let end = parts.length
  while (end > 0 && MARKS.has(parts[end - 1]?.toLowerCase() ?? '')) end -= 1
  const before = end === 0 ? null : languageOf(parts[end - 1] ?? '')
  return before ?? (parts[end]?.toLowerCase() === 'hi' ? languageOf('hi') : null)
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
