import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { SettingsService } from './service'

export const settingsHandlers = (settings: SettingsService): Handlers<typeof coreContract>['settings'] => ({
  read: () => settings.read(),
  change: (patch) => settings.change(patch),
  setVeil: (choices) => settings.setVeil(choices),
  about: () => settings.about(),
})
