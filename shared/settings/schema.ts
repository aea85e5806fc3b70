import { z } from 'zod'
import { ShowId } from '../ids'
import { RECAP_LENGTHS, RECAP_VIEWS } from '../recap/choices'
import { STRICT } from '../veil/rules'
import { VeilChoices } from '../veil/schema'
import { LANGUAGE_CHOICES, THEMES } from './choices'

export const Theme = z.enum(THEMES)
export type Theme = z.infer<typeof Theme>
export const Language = z.enum(LANGUAGE_CHOICES)
export type Language = z.infer<typeof Language>

/** How the recap of each show is read, by the show's id. */
const RecapChoices = z.record(
  ShowId,
  z.strictObject({ view: z.enum(RECAP_VIEWS), length: z.enum(RECAP_LENGTHS) }),
)

/** What a person chose. A value that cannot be read falls back to its default, alone. */
export const Settings = z.strictObject({
  theme: Theme.catch('system').default('system'),
  language: Language.catch('system').default('system'),
  /** The sidebar shows icons only. */
  railed: z.boolean().catch(false).default(false),
  /** The show that was open last. */
  showId: ShowId.nullable().catch(null).default(null),
  /** The first-run screen has been answered. */
  welcomed: z.boolean().catch(false).default(false),
  /** What a veil hides at least. A value that cannot be read veils. */
  veil: VeilChoices.catch(STRICT).default(STRICT),
  recap: RecapChoices.catch({}).default({}),
})
export type Settings = z.infer<typeof Settings>

export const SettingsPatch = z.strictObject({
  theme: Theme.optional(),
  language: Language.optional(),
  railed: z.boolean().optional(),
  showId: ShowId.nullable().optional(),
  welcomed: z.boolean().optional(),
  recap: RecapChoices.optional(),
})
export type SettingsPatch = z.infer<typeof SettingsPatch>

/** What the app is and where it keeps things. */
export const About = z.strictObject({
  version: z.string(),
  electron: z.string(),
  sqlite: z.string(),
  platform: z.string(),
  packaged: z.boolean(),
  dataFolder: z.string(),
  dataFile: z.string(),
  /** Bytes, with the write-ahead log. */
  dataBytes: z.int(),
  schemaVersion: z.int(),
})
export type About = z.infer<typeof About>
