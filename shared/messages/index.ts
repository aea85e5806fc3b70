import { m } from './compiled/messages.js'
import { overwriteGetLocale } from './compiled/runtime.js'

export { m }

/** The languages in which every message exists. */
export const LANGUAGES = ['en', 'fr'] as const
export type LanguageCode = (typeof LANGUAGES)[number]

let current: LanguageCode = 'en'
overwriteGetLocale(() => current)

/** The language that messages are in now. */
export const language = (): LanguageCode => current

/** Makes every message from now on speak this language. What is on screen must be drawn again. */
export function speak(code: LanguageCode): void {
  current = code
}

/**
 * The language for a choice and a system.
 *
 * @param choice what the person chose; `system` follows the system
 * @param system the system's language tag, such as `fr-CA`
 */
export function resolveLanguage(choice: 'system' | LanguageCode, system: string): LanguageCode {
  if (choice !== 'system') return choice
  return system.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
