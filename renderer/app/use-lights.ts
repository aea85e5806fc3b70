import { useCallback } from 'react'
import { lightsFor } from './look'
import { useSettings } from './use-settings'

/** Turns the house lights up or down: the keys' way of choosing a theme. */
export function useLights(): () => void {
  const { settings, change } = useSettings()
  const lights = lightsFor(settings.theme)
  return useCallback(() => {
    change({ theme: lights === 'salle' ? 'papier' : 'salle' })
  }, [lights, change])
}
