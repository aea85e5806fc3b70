import type { Item, Kind } from './flat-fields'
import { PACK_FORMAT_VERSION, type Pack } from './pack-schema'

type Season = Pack['seasons'][number]
type Episode = Season['episodes'][number]
type Role = Pack['roles'][number]
type Tracker = Pack['trackers'][number]
type Source = Pack['sources'][string]
type Under<T> = T & { readonly parent: string }

/** Every item of a pack by itself, in lists by kind: what editing, comparing and merging work on. */
export interface Flat {
  readonly pack: readonly (Pack['pack'] & { readonly key: string })[]
  readonly show: readonly (Pack['show'] & { readonly key: string })[]
  readonly source: readonly {
    readonly key: string
    readonly title: string
    readonly url: string | null
    readonly date: Source['date'] | null
  }[]
  readonly thread: Pack['threads']
  readonly person: Pack['people']
  readonly role: readonly Omit<Role, 'facts'>[]
  readonly fact: readonly Under<Role['facts'][number]>[]
  /** By number. A season's key is made of its number: `s1`. */
  readonly season: readonly (Omit<Season, 'episodes'> & { readonly key: string })[]
  /** In the order of the story, over all seasons. */
  readonly episode: readonly Under<Omit<Episode, 'beats'>>[]
  readonly beat: readonly Under<Episode['beats'][number]>[]
  readonly relationship: Pack['relationships']
  readonly circle: Pack['circles']
  readonly order: Pack['orders']
  readonly bulletin: Pack['bulletins']
  readonly audience: Pack['audience']
  readonly tracker: readonly Omit<Tracker, 'readings'>[]
  readonly reading: readonly Under<Tracker['readings'][number]>[]
  readonly question: Pack['questions']
  readonly artwork: Pack['artwork']
}

/** The same lists for code that treats all kinds alike. */
export type Lists = Readonly<Record<Kind, readonly Item[]>>

export const seasonKey = (number: number): string => `s${number}`

/** Takes a pack apart. A source that an item names twice is named once. */
export function flatten(pack: Pack): Flat {
  const seasons = pack.seasons.toSorted((a, b) => a.number - b.number)
  const episodes = seasons
    .flatMap((season) => season.episodes.map((episode) => ({ ...episode, parent: seasonKey(season.number) })))
    .sort((a, b) => a.ordinal - b.ordinal)
  const cited = <T extends { sources: string[] }>(item: T): T => ({
    ...item,
    sources: [...new Set(item.sources)],
  })
  return {
    pack: [{ key: 'pack', ...pack.pack }],
    show: [cited({ key: 'show', ...pack.show })],
    source: Object.entries(pack.sources).map(([key, { title, url, date }]) => ({
      key,
      title,
      url: url ?? null,
      date: date ?? null,
    })),
    thread: pack.threads,
    person: pack.people,
    role: pack.roles.map(({ facts: _facts, ...role }) =>
      cited({ ...role, seenIn: [...new Set(role.seenIn)].sort((a, b) => a - b) }),
    ),
    fact: pack.roles.flatMap(({ key, facts }) => facts.map((fact) => cited({ ...fact, parent: key }))),
    season: seasons.map(({ episodes: _episodes, ...season }) => ({
      key: seasonKey(season.number),
      ...season,
    })),
    episode: episodes.map(({ beats: _beats, ...episode }) => cited(episode)),
    beat: episodes.flatMap(({ key, beats }) => beats.map((beat) => cited({ ...beat, parent: key }))),
    relationship: pack.relationships.map(cited),
    circle: pack.circles,
    order: pack.orders,
    bulletin: pack.bulletins.map(cited),
    audience: pack.audience.map(cited),
    tracker: pack.trackers.map(({ readings: _readings, ...tracker }) => cited(tracker)),
    reading: pack.trackers.flatMap(({ key, readings }) =>
      readings.map((reading) => cited({ ...reading, parent: key })),
    ),
    question: pack.questions.map((question) => ({
      ...cited(question),
      answer: question.answer ? cited(question.answer) : null,
    })),
    artwork: pack.artwork,
  }
}

function grouped<T extends { readonly parent: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(item.parent)
    if (group) group.push(item)
    else groups.set(item.parent, [item])
  }
  return groups
}

const alone = <T extends { readonly parent: string }>({ parent: _parent, ...item }: T): Omit<T, 'parent'> =>
  item

/** Puts a pack together again. @throws RangeError when it has no header: every show has one */
export function unflatten(flat: Flat): Pack {
  const [header] = flat.pack
  const [show] = flat.show
  if (!header || !show) throw new RangeError('a pack without a header')
  const facts = grouped(flat.fact)
  const episodes = grouped(flat.episode)
  const beats = grouped(flat.beat)
  const readings = grouped(flat.reading)
  const { key: _packKey, ...packHeader } = header
  const { key: _showKey, ...packShow } = show
  return {
    format: 'entracte-pack',
    formatVersion: PACK_FORMAT_VERSION,
    pack: packHeader,
    sources: Object.fromEntries(
      flat.source.map(({ key, title, url, date }) => [
        key,
        { title, ...(url === null ? {} : { url }), ...(date == null ? {} : { date }) },
      ]),
    ),
    show: packShow,
    threads: [...flat.thread],
    people: [...flat.person],
    roles: flat.role.map((role) => ({ ...role, facts: (facts.get(role.key) ?? []).map(alone) })),
    seasons: flat.season.map(({ key, ...season }) => ({
      ...season,
      episodes: (episodes.get(key) ?? []).map((episode) => ({
        ...alone(episode),
        beats: (beats.get(episode.key) ?? []).map(alone),
      })),
    })),
    relationships: [...flat.relationship],
    circles: [...flat.circle],
    orders: [...flat.order],
    bulletins: [...flat.bulletin],
    audience: [...flat.audience],
    trackers: flat.tracker.map((tracker) => ({
      ...tracker,
      readings: (readings.get(tracker.key) ?? []).map(alone),
    })),
    questions: [...flat.question],
    artwork: [...flat.artwork],
  }
}

/**
 * A pack in the one form in which equal packs are equal: seasons by number, episodes in the order of the story,
 * no reference twice.
 */
export const canonical = (pack: Pack): Pack => unflatten(flatten(pack))

/** The lists for code that treats all kinds alike. */
export const asLists = (flat: Flat): Lists => flat as unknown as Lists

/** The way back: the lists of `asLists`, or changed ones that kept every item's fields. */
export const asFlat = (lists: Lists): Flat => lists as unknown as Flat
