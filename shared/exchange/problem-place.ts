import type { Kind } from './flat-fields'
import { seasonKey } from './flat-pack'
import type { Pack } from './pack-schema'

/** The item that a place in a pack file lies in, and the field of it. */
export interface ProblemPlace {
  readonly kind: Kind
  readonly key: string
  readonly field: string
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  threads: 'thread',
  people: 'person',
  roles: 'role',
  facts: 'fact',
  seasons: 'season',
  episodes: 'episode',
  beats: 'beat',
  relationships: 'relationship',
  circles: 'circle',
  orders: 'order',
  bulletins: 'bulletin',
  audience: 'audience',
  trackers: 'tracker',
  readings: 'reading',
  questions: 'question',
  artwork: 'artwork',
}

/** Steps of a place: `seasons[0].episodes[3].title` is `seasons`, 0, `episodes`, 3, `title`. */
const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  )

/**
 * Finds the item of a place that a problem names. The show itself stands for places that lie in no item.
 *
 * @param path a place as `checkPack` and the schema write it
 */
export function placeInPack(pack: Pack, path: string): ProblemPlace {
  const steps = stepsOf(path)
  if (steps[0] === 'pack') return { kind: 'pack', key: 'pack', field: String(steps[1] ?? '') }
  if (steps[0] === 'sources')
    return { kind: 'source', key: String(steps[1] ?? ''), field: String(steps[2] ?? '') }
  let value: unknown = pack
  let place: ProblemPlace = { kind: 'show', key: 'show', field: String(steps[1] ?? '') }
  for (const [at, step] of steps.entries()) {
    if (typeof value !== 'object' || value === null) break
    value = (value as Record<string | number, unknown>)[step]
    const kind = KIND_OF[String(steps[at - 1])]
    if (typeof step !== 'number' || !kind || typeof value !== 'object' || value === null) continue
    // within an order `episodes` are keys, within a pack they are items
    const { key, number } = value as { key?: string; number?: number }
    if (key === undefined && kind !== 'season') continue
    place = { kind, key: key ?? seasonKey(Number(number)), field: String(steps[at + 1] ?? '') }
  }
  return place
}
