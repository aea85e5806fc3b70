/** The places that a menu or a link may ask for. Without zod: the main process looks here before its window is open. */
export const DESKTOP_PLACES = [
  'programme',
  'cast',
  'recap',
  'watch',
  'speculation',
  'notes',
  'settings',
] as const
export type DesktopPlace = (typeof DESKTOP_PLACES)[number]
