import type { SafeAfter } from '../veil/schema'
import type { Pack } from './pack-schema'

type Beat = Pack['seasons'][number]['episodes'][number]['beats'][number]
export type Role = Pack['roles'][number]

/** Something with a place in the file. */
export interface At<T> {
  path: string
  value: T
}

/** A beat with its place in the story: `order` grows with every beat, in the order of the ordinals. */
export interface PlacedBeat extends At<Beat> {
  ordinal: number
  order: number
}

/** Every item of a list with its place in the file. */
export function at<T>(path: string, list: readonly T[]): At<T>[] {
  return list.map((value, index) => ({ path: `${path}[${index}]`, value }))
}

/** All episodes, in the order of the file. */
export function episodesOf(pack: Pack) {
  return at('seasons', pack.seasons).flatMap(({ path, value }) => at(`${path}.episodes`, value.episodes))
}

/** All beats, in the order in which the show tells them. */
export function beatsOf(pack: Pack): PlacedBeat[] {
  return episodesOf(pack)
    .toSorted((a, b) => a.value.ordinal - b.value.ordinal)
    .flatMap(({ path, value }) =>
      at(`${path}.beats`, value.beats).map((beat) => ({ ...beat, ordinal: value.ordinal })),
    )
    .map((beat, order) => ({ ...beat, order }))
}

/** What is known about the roles. */
export function factsOf(pack: Pack) {
  return at('roles', pack.roles).flatMap(({ path, value }) => at(`${path}.facts`, value.facts))
}

/** The values of all trackers. */
export function readingsOf(pack: Pack) {
  return at('trackers', pack.trackers).flatMap(({ path, value }) => at(`${path}.readings`, value.readings))
}

/** The answers that the pack knows. */
export function answersOf(pack: Pack) {
  return at('questions', pack.questions).flatMap(({ path, value }) =>
    value.answer ? [{ path: `${path}.answer`, value: value.answer }] : [],
  )
}

/** The members of all circles. */
export function membersOf(pack: Pack) {
  return at('circles', pack.circles).flatMap(({ path, value }) => at(`${path}.members`, value.members))
}

/** All pictures, each with the episode that it must not open before; null for none, or one that is not there. */
export function picturesOf(pack: Pack) {
  const ordinals = new Map(episodesOf(pack).map(({ value }) => [value.key, value.ordinal]))
  return at('artwork', pack.artwork).map((placed) => ({
    ...placed,
    ordinal: ordinals.get(placed.value.episode ?? '') ?? null,
  }))
}

/** What decides when an item opens; a moment of its episode where it has one. */
interface Opening {
  safeAfter: SafeAfter
  safeFromMs?: number | null
}

/** Whether one item opens only after another: a moment comes before the end of its episode. */
export function opensAfter(later: Opening, earlier: Opening): boolean {
  const [a, b] = [later.safeAfter ?? 0, earlier.safeAfter ?? 0]
  if (a !== b || a === 0) return a > b
  return (later.safeFromMs ?? Number.POSITIVE_INFINITY) > (earlier.safeFromMs ?? Number.POSITIVE_INFINITY)
}
