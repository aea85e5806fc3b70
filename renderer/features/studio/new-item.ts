import type { PackKind } from '@shared/exchange/schema'
import type { Outline } from '@shared/studio/schema'

export type Fields = Readonly<Record<string, unknown>>

interface NewItem {
  readonly outline: Outline
  /** What it hangs on, if anything. */
  readonly parent: string | null
  /** The key of the source that is cited at first; null when there is none. */
  readonly source: string | null
  /** The episode that was written about last. */
  readonly ordinal: number | null
}

/** A new item's fields before anything is typed: safe choices, and the stamp of the episode that it tells of. */
export function blankItem(kind: PackKind, { outline, parent, source, ordinal }: NewItem): Fields {
  const sources = source === null ? [] : [source]
  const first = outline.episodes[0]
  const known = outline.episodes.find((each) => each.key === parent || each.ordinal === ordinal) ?? first
  const at = known?.ordinal ?? null
  const season = outline.seasons.find(({ key }) => key === parent) ?? outline.seasons.at(-1)
  const next = Math.max(
    0,
    ...outline.episodes.filter((each) => each.season === season?.number).map(({ number }) => number),
  )
  const moment = { safeAfter: at, safeFromMs: null }
  const blanks: Partial<Record<PackKind, Fields>> = {
    source: { title: '', url: null, date: null },
    thread: { name: '', safeAfter: null },
    person: { name: '' },
    role: {
      name: '',
      shortName: '',
      person: null,
      group: 'recurring',
      tone: 'nuit',
      work: null,
      firstEpisode: at,
      seenIn: [],
      ...moment,
      sources,
    },
    fact: { parent, text: '', episode: at, ...moment, sources },
    season: { number: Math.max(0, ...outline.seasons.map(({ number }) => number)) + 1, safeAfter: null },
    episode: {
      parent: season?.key ?? null,
      number: next + 1,
      special: false,
      title: '',
      airDate: null,
      runtimeMinutes: null,
      writers: [],
      directors: [],
      standing: null,
      sources,
    },
    beat: { parent: known?.key ?? null, text: '', ...moment, threads: [], roles: [], buildsOn: [], sources },
    relationship: {
      from: null,
      to: null,
      kind: 'friends',
      label: '',
      labelBack: null,
      text: null,
      since: at,
      until: null,
      ...moment,
      sources,
    },
    circle: { name: '', safeAfter: null, members: [] },
    order: { name: '', episodes: outline.episodes.map(({ key }) => key) },
    bulletin: {
      headline: '',
      text: '',
      kind: 'story',
      date: null,
      season: null,
      stage: null,
      by: null,
      safeAfter: null,
      sources,
    },
    audience: { value: 0, unit: 'people', windowDays: null, text: '', safeAfter: null, sources },
    tracker: { name: '', handle: null, unit: '', safeAfter: at, sources },
    reading: {
      parent,
      episode: at,
      point: '',
      value: null,
      words: null,
      disputed: false,
      note: null,
      ...moment,
      sources,
    },
    question: { kind: 'question', text: '', raised: at, safeAfter: at, answer: null, sources },
    artwork: { kind: 'poster', episode: null, role: null, file: '', alt: '', credit: '', ...moment },
  }
  return blanks[kind] ?? {}
}

const EPISODE_FIELDS: Partial<Record<PackKind, string>> = {
  fact: 'episode',
  reading: 'episode',
  relationship: 'since',
  question: 'raised',
  role: 'firstEpisode',
  beat: 'parent',
  artwork: 'episode',
}

/**
 * A new item after one of its fields changed. Its stamp goes with the episode that it tells of, and a short name
 * with the name, until somebody sets them apart.
 */
export function withField(
  kind: PackKind,
  old: Fields,
  field: string,
  value: unknown,
  outline: Outline,
): Fields {
  const changed: Record<string, unknown> = { ...old, [field]: value }
  const ordinalOf = (place: unknown): unknown =>
    typeof place === 'string' ? (outline.episodes.find(({ key }) => key === place)?.ordinal ?? null) : place
  if (EPISODE_FIELDS[kind] === field && old.safeAfter === ordinalOf(old[field]))
    changed.safeAfter = ordinalOf(value)
  if (kind === 'role' && field === 'name') {
    const short = (name: unknown) => String(name).trim().split(/\s+/)[0] ?? ''
    if (old.shortName === short(old.name)) changed.shortName = short(value)
  }
  if (kind === 'artwork' && field === 'kind') {
    const still =
      value === 'still'
        ? (outline.episodes.find(({ ordinal }) => ordinal === old.safeAfter) ?? outline.episodes[0])
        : null
    Object.assign(changed, { episode: still?.key ?? null, role: null, safeFromMs: null })
    if (still) changed.safeAfter = still.ordinal
  }
  return changed
}
