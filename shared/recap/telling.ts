import type { RoleName } from '../cast/schema'
import type { ThreadId } from '../ids'
import type { LanguageCode } from '../messages'
import type { Pin } from '../notes/schema'
import type { SafeAfter } from '../veil/schema'
import type { RecapLength, RecapView } from './choices'
import type { Beat, Recap } from './recap'
import { besideWhich, oneMinute, wordsIn } from './rules'

/** An episode as far as a recap is concerned. */
export interface RecapPlace {
  readonly ordinal: number
  readonly runtimeMs: number | null
  /** It has been reached, and was not passed over. */
  readonly open: boolean
}

/** How a person wants it told. */
export interface TellingOf {
  readonly view: RecapView
  readonly length: RecapLength
  /** Storylines that are left out; a beat is left out when all of its storylines are. */
  readonly hidden: ReadonlySet<ThreadId>
  readonly language: LanguageCode
}

export interface ToldBeat {
  readonly beat: Beat
  /** The person's own notes that belong beside it. */
  readonly pins: readonly Pin[]
}

export type SectionOf =
  | { readonly view: 'episode'; readonly ordinal: number }
  | { readonly view: 'character'; readonly role: RoleName }
  | { readonly view: 'storyline'; readonly id: ThreadId; readonly name: string }

export interface Section {
  readonly of: SectionOf
  readonly beats: readonly ToldBeat[]
  /** Notes of an episode that has no beat to stand beside. */
  readonly pins: readonly Pin[]
  /** Beats of the episode that wait, each with its stamp. Only the episodes tell of them. */
  readonly veils: readonly SafeAfter[]
}

export interface Telling {
  readonly standing: string | null
  readonly sections: readonly Section[]
  /** Notes on the show as a whole. */
  readonly loose: readonly Pin[]
  readonly beats: number
  /** How many different notes are woven in. */
  readonly pins: number
  /** Words of the recap itself; notes are not counted. */
  readonly words: number
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Places of beats that are not left out with their storylines, ascending. */
function visible({ beats, threads }: Recap, hidden: ReadonlySet<ThreadId>): number[] {
  const all = beats.map((_beat, at) => at)
  if (hidden.size === 0) return all
  const threaded = new Set(threads.flatMap((thread) => thread.beats))
  const shown = new Set(threads.filter(({ id }) => !hidden.has(id)).flatMap((thread) => thread.beats))
  return all.filter((at) => !threaded.has(at) || shown.has(at))
}

/** The same choice of beats, which point at one another by their new places. */
function narrowed(recap: Recap, places: readonly number[]): Pick<Recap, 'beats' | 'buildsOn'> {
  const moved = new Map(places.map((at, place) => [at, place]))
  return {
    beats: places.flatMap((at) => recap.beats[at] ?? []),
    buildsOn: places.map((at) => (recap.buildsOn[at] ?? []).flatMap((on) => moved.get(on) ?? [])),
  }
}

/** Beside which beat each note stands, by the place of the beat. */
function anchors(recap: Recap, told: readonly number[], pins: readonly Pin[], places: readonly RecapPlace[]) {
  const runtimes = new Map(places.map(({ ordinal, runtimeMs }) => [ordinal, runtimeMs]))
  const ofEpisode = groupBy(told, (at) => Number(recap.beats[at]?.ordinal))
  const anchored = new Map<number, Pin[]>()
  const alone: Pin[] = []
  for (const pin of pins) {
    const candidates = ofEpisode.get(pin.ordinal ?? -1)
    if (!candidates) {
      alone.push(pin)
      continue
    }
    const beats = candidates.flatMap((at) => recap.beats[at] ?? [])
    const at = candidates[besideWhich(pin, beats, runtimes.get(pin.ordinal ?? -1) ?? null)]
    if (at !== undefined) anchored.set(at, [...(anchored.get(at) ?? []), pin])
  }
  return { anchored, alone }
}

/**
 * Tells a recap: in which sections, with which beats, and where a person's notes are woven in. Notes on episodes
 * past the reach are left out, because the recap ends there. An episode that is on is told as far as it has run.
 *
 * @param pins pinned notes in the order of the story
 * @param places every episode that is known, in the order of the story
 */
export function tell(
  recap: Recap,
  pins: readonly Pin[],
  places: readonly RecapPlace[],
  { view, length, hidden, language }: TellingOf,
): Telling {
  const seen = visible(recap, hidden)
  const written = recap.standing && !recap.standing.veiled ? recap.standing.text : null
  const minute = length === 'minute' ? oneMinute(narrowed(recap, seen), written, language) : null
  const standing = minute ? minute.standing : written
  const told = minute ? minute.beats.flatMap((at) => seen[at] ?? []) : seen

  const begun = new Set(seen.map((at) => Number(recap.beats[at]?.ordinal)))
  const isTold = ({ ordinal, open }: RecapPlace) => open || begun.has(ordinal)
  const open = new Set<number>(places.filter(isTold).map(({ ordinal }) => ordinal))
  const within = pins.filter(({ ordinal }) => ordinal !== null && open.has(ordinal))
  const { anchored, alone } = anchors(recap, told, within, places)
  const toldBeats = (beats: readonly number[]): ToldBeat[] =>
    beats.flatMap((at) => {
      const beat = recap.beats[at]
      return beat ? [{ beat, pins: anchored.get(at) ?? [] }] : []
    })

  const chosen = new Set(told)
  const of = (beats: readonly number[]) => toldBeats(beats.filter((at) => chosen.has(at)))
  const sections: Section[] = []
  if (view === 'episode') {
    const byEpisode = groupBy(told, (at) => Number(recap.beats[at]?.ordinal))
    const aloneIn = groupBy(alone, ({ ordinal }) => Number(ordinal))
    const veilsIn = groupBy(recap.veils, ({ ordinal }) => Number(ordinal))
    for (const { ordinal } of places.filter(isTold)) {
      const full = length === 'full' && hidden.size === 0
      const section = {
        of: { view, ordinal },
        beats: toldBeats(byEpisode.get(ordinal) ?? []),
        pins: length === 'full' ? (aloneIn.get(ordinal) ?? []) : [],
        veils: full ? (veilsIn.get(ordinal) ?? []).map(({ safeAfter }) => safeAfter) : [],
      }
      // what was shortened or narrowed has no empty episodes
      if (full || section.beats.length > 0 || section.pins.length > 0) sections.push(section)
    }
  } else if (view === 'character') {
    for (const { role, beats } of recap.roles)
      sections.push({ of: { view, role }, beats: of(beats), pins: [], veils: [] })
  } else {
    for (const { id, name, beats } of recap.threads)
      if (!hidden.has(id)) sections.push({ of: { view, id, name }, beats: of(beats), pins: [], veils: [] })
  }
  const kept = view === 'episode' ? sections : sections.filter(({ beats }) => beats.length > 0)
  const loose = length === 'full' ? pins.filter(({ ordinal }) => ordinal === null) : []
  const woven = new Set(
    kept.flatMap((section) => [...section.pins, ...section.beats.flatMap((beat) => beat.pins)]),
  )
  return {
    standing,
    sections: kept,
    loose,
    beats: told.length,
    pins: woven.size + loose.length,
    words: told.reduce((sum, at) => sum + wordsIn(recap.beats[at]?.text ?? ''), wordsIn(standing ?? '')),
  }
}
