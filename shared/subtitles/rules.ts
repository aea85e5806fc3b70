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

/**
 * Whether words say enough to look for a line that was just heard, so that nobody reads ahead by guessing: two
 * words, or one of five letters.
 */
export function saysEnough(words: string): boolean {
  const found = words.match(/[\p{L}\p{N}']+/gu) ?? []
  return found.length >= 2 ? found.join('').length >= 4 : (found[0]?.length ?? 0) >= 5
}
