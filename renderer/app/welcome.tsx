import { WelcomePage } from '../features/welcome/welcome-page'
import { useShortcut } from '../ui/shortcuts'
import { languageFor } from './look'
import { TitleBar } from './title-bar'
import { useLights } from './use-lights'
import { useSettings } from './use-settings'

/** The welcome with the app's lights, language and window buttons around it. */
export function Welcome() {
  const { settings, change } = useSettings()
  const toggleLights = useLights()
  useShortcut('Mod+d', toggleLights)
  return (
    <WelcomePage
      titleBar={<TitleBar bare />}
      language={languageFor(settings.language)}
      onLanguage={(language) => change({ language })}
      onLights={toggleLights}
      onDone={() => change({ welcomed: true })}
    />
  )
}
