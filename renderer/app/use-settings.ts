import { DEFAULT_SETTINGS } from '@shared/settings/defaults'
import type { Settings, SettingsPatch } from '@shared/settings/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useAsk, useTell } from '../api/ask'
import { rememberedLook } from './look'

/** The settings after a change; what the patch leaves out stays. */
function withPatch(old: Settings, patch: SettingsPatch): Settings {
  const { theme = old.theme, language = old.language, railed = old.railed } = patch
  const { showId = old.showId, welcomed = old.welcomed } = patch
  return { ...old, theme, language, railed, showId, welcomed }
}

/** What the person chose; until the library answers, what the last window looked like. */
export function useSettings() {
  const queries = useQueryClient()
  const asked = useAsk('settings', 'read', undefined)
  const { mutate } = useTell('settings', 'change')
  const first = useMemo((): Settings => ({ ...DEFAULT_SETTINGS, ...rememberedLook() }), [])
  const change = useCallback(
    (patch: SettingsPatch) => {
      // shown at once; the broadcast brings what was really kept
      queries.setQueryData<Settings>(['settings', 'read', undefined], (old) =>
        old ? withPatch(old, patch) : old,
      )
      mutate(patch)
    },
    [queries, mutate],
  )
  return { settings: asked.data ?? first, known: asked.data !== undefined, error: asked.error, change }
}
