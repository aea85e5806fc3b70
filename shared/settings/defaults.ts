import type { Settings } from './schema'

/** What holds until a person chooses. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  railed: false,
  showId: null,
  welcomed: false,
  recap: {},
  veil: { titles: true, names: true, nextTitle: false, images: true },
}
