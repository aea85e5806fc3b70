import { z } from 'zod'
import { IsoTime } from '../time'
import { MediaName, PlayerKind, PlayerState } from './schema'

/** Why a player cannot be followed. */
export const PlayerTrouble = z.enum([
  /** Nothing listens there. */
  'nobody',
  /** It wants another password or key. */
  'refused',
  /** What listens there is something else. */
  'stranger',
  /** It takes longer than can be waited for. */
  'slow',
  /** The address cannot be one. */
  'address',
  /** This system has no such thing. */
  'elsewhere',
])
export type PlayerTrouble = z.infer<typeof PlayerTrouble>

export const PlayerAddressText = z.string().max(500)
const Words = z.string().max(200)

/** A player as a person set it up. Its secret stays in the core; only whether there is one is told. */
export const PlayerSetup = z.strictObject({
  kind: PlayerKind,
  /** It is looked for all the time, and may take the clock when it plays an episode. */
  enabled: z.boolean(),
  /** Empty for where it usually is. */
  address: PlayerAddressText,
  /** Where it usually is, to show in an empty field. */
  usualAddress: z.string(),
  user: Words,
  hasSecret: z.boolean(),
  /** Whether this system can have it. */
  possible: z.boolean(),
  /** How it stands, null while nobody looks for it. */
  standing: z
    .strictObject({
      state: PlayerState,
      since: IsoTime,
      name: z.string(),
      file: MediaName.nullable(),
      trouble: PlayerTrouble.nullable(),
    })
    .nullable(),
})
export type PlayerSetup = z.infer<typeof PlayerSetup>

/** How to reach a player. A null secret is the one that is kept. */
const Reach = { kind: PlayerKind, address: PlayerAddressText, user: Words, secret: Words.nullable() }

export const SavePlayer = z.strictObject({ ...Reach, enabled: z.boolean() })
export type SavePlayer = z.infer<typeof SavePlayer>

export const TestPlayer = z.strictObject(Reach)
export type TestPlayer = z.infer<typeof TestPlayer>

/** What came of a test. */
export const PlayerTest = z.discriminatedUnion('works', [
  z.strictObject({
    works: z.literal(true),
    name: z.string(),
    state: z.enum(['playing', 'paused', 'idle']),
    file: MediaName.nullable(),
    /** How long the first answer took. */
    tookMs: z.int().min(0),
  }),
  z.strictObject({
    works: z.literal(false),
    trouble: PlayerTrouble,
    /** Where it was looked for. */
    address: z.string(),
  }),
])
export type PlayerTest = z.infer<typeof PlayerTest>
