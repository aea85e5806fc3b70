import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { client } from '../api/client'
import { CurrentShowProvider } from '../api/current-show'
import { LOCALES } from '../ui/formats'
import { rememberLook, showLanguage, showLights } from './look'
import { queries } from './queries'
import { router } from './router'
import { useSettings } from './use-settings'

/** The page in the person's theme and language. A new language draws everything again. */
function Looking() {
  const { settings, known } = useSettings()
  const { theme, language } = settings
  const spoken = showLanguage(language)
  useEffect(() => showLights(theme), [theme])
  useEffect(() => {
    if (known) rememberLook(settings)
  }, [known, settings])
  useEffect(() => {
    // native controls, and the ground of the next window
    if (known) client.desktop.showTheme({ theme }).catch(() => undefined)
  }, [known, theme])
  useEffect(() => {
    // menus and system dialogs speak the same
    client.desktop.speak({ language: spoken }).catch(() => undefined)
  }, [spoken])
  return (
    <I18nProvider locale={LOCALES[spoken]} key={spoken}>
      <CurrentShowProvider>
        <RouterProvider router={router} />
      </CurrentShowProvider>
    </I18nProvider>
  )
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Looking />
    </QueryClientProvider>
  )
}
