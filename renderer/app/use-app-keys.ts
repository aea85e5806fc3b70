import { useNavigate } from '@tanstack/react-router'
import { useBroadcast } from '../api/broadcasts'
import { useShortcut } from '../ui/shortcuts'
import { PLACES, SETTINGS } from './places'
import { useLights } from './use-lights'
import { useReadingLine } from './use-reading-line'
import { useSettings } from './use-settings'

/** The keys that work on every page, and the places that a menu or a link may ask for. */
export function useAppKeys(): void {
  const navigate = useNavigate()
  const { settings, change } = useSettings()
  const { step } = useReadingLine()
  const toggleLights = useLights()
  const inFields = { inFields: true }

  useShortcut(
    PLACES.map(({ key }) => `Mod+${key}`),
    (event) => {
      const digit = /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key
      const place = PLACES.find(({ key }) => key === digit)
      if (place) void navigate({ to: place.to })
    },
    inFields,
  )
  useShortcut('Mod+,', () => void navigate({ to: SETTINGS.to }), inFields)
  useShortcut('Mod+d', toggleLights, { inFields: true, inLayers: true })
  useShortcut('Mod+\\', () => change({ railed: !settings.railed }), inFields)
  useShortcut('[', () => step(-1))
  useShortcut(']', () => step(1))

  useBroadcast('desktop.goTo', ({ place, note }) => {
    const to = [...PLACES, SETTINGS].find((known) => known.place === place)?.to
    if (note !== undefined) void navigate({ to: '/notes', search: { note } })
    else if (to) void navigate({ to })
  })
}
