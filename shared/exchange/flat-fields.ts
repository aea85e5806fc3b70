/** The kinds of item that a pack holds, parents before what hangs on them. `pack` and `show` are one item each. */
export const KINDS = [
  'pack',
  'show',
  'source',
  'thread',
  'person',
  'role',
  'fact',
  'season',
  'episode',
  'beat',
  'relationship',
  'circle',
  'order',
  'bulletin',
  'audience',
  'tracker',
  'reading',
  'question',
  'artwork',
] as const
export type Kind = (typeof KINDS)[number]

/** One item of a pack by itself. `key` is unique among its kind; `parent` is the key of what it hangs on. */
export interface Item {
  readonly key: string
  readonly [field: string]: unknown
}

/** What an item of a kind hangs on, and goes with. */
export const PARENTS: Partial<Record<Kind, Kind>> = {
  fact: 'role',
  episode: 'season',
  beat: 'episode',
  reading: 'tracker',
}

type Path = readonly string[]
const LIST = '[]'

/** Where items name an episode of the show: a stamp, or the episode that something tells of. */
const PLACES: Partial<Record<Kind, readonly Path[]>> = {
  thread: [['safeAfter']],
  role: [['safeAfter'], ['firstEpisode'], ['seenIn', LIST]],
  fact: [['safeAfter'], ['episode']],
  season: [['safeAfter']],
  beat: [['safeAfter']],
  relationship: [['safeAfter'], ['since'], ['until']],
  circle: [['safeAfter'], ['members', LIST, 'safeAfter']],
  bulletin: [['safeAfter']],
  audience: [['safeAfter']],
  tracker: [['safeAfter']],
  reading: [['safeAfter'], ['episode']],
  question: [['safeAfter'], ['raised'], ['answer', 'safeAfter'], ['answer', 'episode']],
  artwork: [['safeAfter']],
}

interface ReferenceField {
  readonly path: Path
  readonly to: Kind
  /** Whether the item can be without it: then it becomes null, else what holds it goes as well. */
  readonly optional?: true
}

const SOURCES: ReferenceField = { path: ['sources', LIST], to: 'source' }

/** Where items name other items by their keys. */
const REFERENCES: Partial<Record<Kind, readonly ReferenceField[]>> = {
  show: [SOURCES],
  role: [{ path: ['person'], to: 'person', optional: true }, SOURCES],
  fact: [{ path: ['parent'], to: 'role' }, SOURCES],
  episode: [{ path: ['parent'], to: 'season' }, SOURCES],
  beat: [
    { path: ['parent'], to: 'episode' },
    { path: ['threads', LIST], to: 'thread' },
    { path: ['roles', LIST], to: 'role' },
    { path: ['buildsOn', LIST], to: 'beat' },
    SOURCES,
  ],
  relationship: [{ path: ['from'], to: 'role' }, { path: ['to'], to: 'role' }, SOURCES],
  circle: [{ path: ['members', LIST, 'role'], to: 'role' }],
  order: [{ path: ['episodes', LIST], to: 'episode' }],
  bulletin: [SOURCES],
  audience: [SOURCES],
  tracker: [SOURCES],
  reading: [{ path: ['parent'], to: 'tracker' }, SOURCES],
  question: [SOURCES, { path: ['answer', 'sources', LIST], to: 'source' }],
  artwork: [
    { path: ['episode'], to: 'episode' },
    { path: ['role'], to: 'role' },
  ],
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A copy of a value with what lies at a path changed. Nothing (null) stays nothing. What `change` answers with
 * undefined takes the entry of the list that holds it along, or the whole value when no list does.
 */
function mapAt(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  if (value === null || value === undefined) return value
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (step === LIST) {
    if (!Array.isArray(value)) return value
    return value.map((entry) => mapAt(entry, rest, change)).filter((entry) => entry !== undefined)
  }
  if (!isObject(value) || value[step] === undefined) return value
  const changed = mapAt(value[step], rest, change)
  if (changed === value[step]) return value
  return changed === undefined ? undefined : { ...value, [step]: changed }
}

/**
 * An item with every place of the story that it names changed: stamps, and the episodes that it tells of.
 *
 * @param change takes a place, and whether it stands in a list that can be without it
 */
export function mapPlaces(
  kind: Kind,
  item: Item,
  change: (place: unknown, listed: boolean) => unknown,
): Item {
  return (PLACES[kind] ?? []).reduce<Item>(
    (mapped, path) => (mapAt(mapped, path, (place) => change(place, path.at(-1) === LIST)) ?? mapped) as Item,
    item,
  )
}

/** An item without what is no longer there; null when it cannot be without it. */
export function withoutMissing(
  kind: Kind,
  item: Item,
  has: (kind: Kind, key: string) => boolean,
): Item | null {
  let kept: unknown = item
  for (const { path, to, optional } of REFERENCES[kind] ?? []) {
    kept = mapAt(kept, path, (key) => (has(to, String(key)) ? key : optional ? null : undefined))
    if (kept === undefined) return null
  }
  return kept as Item
}

export interface Reference {
  readonly kind: Kind
  readonly key: string
}

/** Everything that an item names by its key, in no order. */
export function referencesOf(kind: Kind, item: Item): Reference[] {
  const found: Reference[] = []
  for (const { path, to } of REFERENCES[kind] ?? []) {
    mapAt(item, path, (key) => {
      found.push({ kind: to, key: String(key) })
      return key
    })
  }
  return found
}
