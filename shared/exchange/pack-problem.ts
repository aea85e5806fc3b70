/** What can be wrong with a pack that has the right shape. `docs/pack-format.md` explains each one. */
export const PACK_RULES = [
  'duplicate-key',
  'duplicate-reference',
  'duplicate-number',
  'duplicate-ordinal',
  'missing-ordinal',
  'unknown-thread',
  'unknown-role',
  'unknown-person',
  'unknown-source',
  'unknown-beat',
  'unknown-episode',
  'episode-beyond-end',
  'stamp-beyond-end',
  'stamp-too-early',
  'moment-without-episode',
  'role-too-early',
  'builds-on-later',
  'ends-before-start',
  'names-later-role',
  'picture-without-place',
  'relation-to-itself',
] as const
export type PackRule = (typeof PACK_RULES)[number]

export interface PackProblem {
  /** Where in the file: `seasons[0].episodes[3].beats[1].safeAfter`. */
  path: string
  rule: PackRule
  /** For whoever makes the pack, in English. It holds places and ordinals and no word of the pack. */
  text: string
}
