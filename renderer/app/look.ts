import { type LanguageCode, resolveLanguage, speak } from '@shared/messages'
import { LANGUAGE_CHOICES, THEMES } from '@shared/settings/choices'
import type { Language, Settings, Theme } from '@shared/settings/schema'

type Chosen = Pick<Settings, 'theme' | 'language' | 'railed' | 'welcomed'>
type Lights = 'papier' | 'salle'

/** What the last window looked like, so that the first frame needs no answer from the library. A copy, never the truth. */
const REMEMBERED = 'entracte.look'
const dark = matchMedia('(prefers-color-scheme: dark)')

export function rememberedLook(): Chosen {
  let kept: Partial<Record<keyof Chosen, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) kept = parsed
  } catch {
    // an unreadable copy is as good as none
  }
  // the main process knows the theme before the page does
  const asked = new URLSearchParams(location.search).get('theme')
  return {
    theme: THEMES.find((theme) => theme === (asked ?? kept.theme)) ?? 'system',
    language: LANGUAGE_CHOICES.find((choice) => choice === kept.language) ?? 'system',
    railed: kept.railed === true,
    welcomed: kept.welcomed === true,
  }
}

/** The theme that is on: a choice, or what the system says. */
export const lightsFor = (theme: Theme): Lights =>
  theme === 'system' ? (dark.matches ? 'salle' : 'papier') : theme

/** The language that is spoken for a choice. */
export const languageFor = (choice: Language): LanguageCode => resolveLanguage(choice, navigator.language)

/** Puts the page into this theme and follows the system while the choice is `system`. @returns the way to stop */
export function showLights(theme: Theme): () => void {
  const draw = () => {
    document.documentElement.dataset.theme = lightsFor(theme)
  }
  draw()
  dark.addEventListener('change', draw)
  return () => dark.removeEventListener('change', draw)
}

/** Makes the page speak this language: messages, `lang`, hyphenation, screen readers. */
export function showLanguage(choice: Language): LanguageCode {
  const code = languageFor(choice)
  speak(code)
  document.documentElement.lang = code
  return code
}

/** Draws the first frame in the look of the last one. */
export function drawFirstLook(): void {
  const { theme, language } = rememberedLook()
  showLights(theme)()
  showLanguage(language)
}

/** Keeps what the next first frame needs; `public/before.js` reads the show from it. */
export function rememberLook({ theme, language, railed, welcomed, showId }: Settings): void {
  localStorage.setItem(REMEMBERED, JSON.stringify({ theme, language, railed, welcomed, showId }))
}
