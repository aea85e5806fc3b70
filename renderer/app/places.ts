import { m } from '@shared/messages'
import {
  IconAdjustmentsHorizontal,
  IconCrystalBall,
  IconFeather,
  IconHistory,
  IconLayoutBoard,
  IconMasksTheater,
  IconPlayerPlay,
} from '@tabler/icons-react'

/** The places of the sidebar, in its order. Their numbers are their keys. */
export const PLACES = [
  { place: 'programme', to: '/', name: m.app_nav_programme, icon: IconLayoutBoard, key: '1' },
  { place: 'cast', to: '/cast', name: m.app_nav_cast, icon: IconMasksTheater, key: '2' },
  { place: 'recap', to: '/recap', name: m.app_nav_recap, icon: IconHistory, key: '3' },
  { place: 'watch', to: '/watch', name: m.app_nav_watch, icon: IconPlayerPlay, key: '4' },
  { place: 'speculation', to: '/speculation', name: m.app_nav_speculation, icon: IconCrystalBall, key: '5' },
  { place: 'notes', to: '/notes', name: m.app_nav_notes, icon: IconFeather, key: '6' },
] as const

export const SETTINGS = {
  place: 'settings',
  to: '/settings',
  name: m.app_nav_settings,
  icon: IconAdjustmentsHorizontal,
  key: ',',
} as const

export type Place = (typeof PLACES)[number] | typeof SETTINGS

/** The place that an address belongs to: `/cast/…` is Cast, `/episodes` is part of the Programme. */
export function placeOf(pathname: string): Place['place'] | null {
  if (pathname === '/' || pathname.startsWith('/episodes')) return 'programme'
  return (
    [...PLACES.slice(1), SETTINGS].find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
      ?.place ?? null
  )
}
