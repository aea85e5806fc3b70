import { language } from '@shared/messages'

/** Languages that subtitles often are in; a file may name any other. */
export const LANGUAGES: readonly string[] = [
  'de',
  'en',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'sv',
  'tr',
  'zh',
]

/** A language's name in the language of the screen. */
export function languageName(tag: string): string {
  const names = new Intl.DisplayNames(language(), { type: 'language' })
  const name = names.of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(language()) + name.slice(1)
}
