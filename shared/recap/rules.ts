import type { LanguageCode } from '../messages'
import type { Beat } from './recap'

/**
 * Words that are read in a minute when a recap is read to the room. Below the 228 (English) and 195 (French)
 * of silent reading in Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance"
 * (2012), by the same share.
 */
export const WORDS_A_MINUTE: Readonly<Record<LanguageCode, number>> = { en: 175, fr: 150 }

export const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

/** Whole minutes that a number of words takes, at least one. */
export const minutesFor = (words: number, language: LanguageCode): number =>
  Math.max(1, Math.round(words / WORDS_A_MINUTE[language]))

type Weighed = Pick<Beat, 'ordinal'>

/** Where the bits of each beat begin: every episode has 32-bit words of its own, so that a word has one episode. */
function layOut(beats: readonly Weighed[]) {
  const bit: number[] = []
  /** The ordinal of the episode that a word belongs to. */
  const ordinals: number[] = []
  let next = 0
  for (const [at, { ordinal }] of beats.entries()) {
    if (at > 0 && ordinal !== beats[at - 1]?.ordinal) next = Math.ceil(next / 32) * 32
    bit.push(next)
    ordinals[next >>> 5] = ordinal
    next += 1
  }
  return { bit, ordinals, words: ordinals.length }
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * How much of the story rests on each beat: the sum of the episode ordinals of the beat itself and of every
 * later beat that builds on it, directly or through others, each counted once. So a beat weighs more the more
 * was built on it and the more recent that is, and always more than anything that builds on it.
 *
 * A link counts only when it leads from a later place to an earlier one, so links that run in a circle end.
 *
 * @param beats in the order of the story
 * @param buildsOn for each beat the places of those that it builds on
 */
export function weigh(
  beats: readonly Weighed[],
  buildsOn: readonly (readonly number[])[],
): readonly number[] {
  const { bit, ordinals, words } = layOut(beats)
  const sets = beats.map(() => null as Int32Array | null)
  const weights = beats.map(() => 0)
  for (let at = beats.length - 1; at >= 0; at -= 1) {
    const resting = sets[at] ?? null
    const place = bit[at] ?? 0
    const first = place >>> 5
    const own = 1 << (place & 31)
    let sum = ordinals[first] ?? 0
    // on most beats nothing rests but they themselves
    if (resting) {
      resting[first] = (resting[first] ?? 0) | own
      sum = 0
      for (let word = first; word < words; word += 1) sum += ones(resting[word] ?? 0) * (ordinals[word] ?? 0)
    }
    weights[at] = sum
    for (const on of buildsOn[at] ?? []) {
      if (!(on >= 0 && on < at)) continue
      const earlier = sets[on] ?? new Int32Array(words)
      if (!resting) earlier[first] = (earlier[first] ?? 0) | own
      else
        for (let word = first; word < words; word += 1)
          earlier[word] = (earlier[word] ?? 0) | (resting[word] ?? 0)
      sets[on] = earlier
    }
    sets[at] = null
  }
  return weights
}

/**
 * The beats of the one-minute recap. They are taken by weight (`weigh`), the heaviest first and of two alike
 * the earlier, until the next one would not fit into the minute; then they are told in the order of the story.
 * What a beat builds on weighs more than it does, so nothing is told whose ground is missing.
 *
 * It knows open beats only: whatever waits behind the veil, the choice is the same.
 *
 * @param beats the open beats in the order of the story
 * @param buildsOn for each beat the places of those that it builds on
 * @param words how many words there is room for
 * @returns places of beats, ascending
 */
export function heaviest(
  beats: readonly Beat[],
  buildsOn: readonly (readonly number[])[],
  words: number,
): readonly number[] {
  const weights = weigh(beats, buildsOn)
  const ranked = beats.map((_beat, at) => at).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const taken: number[] = []
  let room = words
  for (const at of ranked) {
    room -= wordsIn(beats[at]?.text ?? '')
    if (room < 0) break
    taken.push(at)
  }
  return taken.sort((a, b) => a - b)
}

/** What fits into a minute: where things stand, unless that alone takes half of it, and the heaviest beats. */
export function oneMinute(
  recap: { readonly beats: readonly Beat[]; readonly buildsOn: readonly (readonly number[])[] },
  standing: string | null,
  language: LanguageCode,
): { readonly standing: string | null; readonly beats: readonly number[] } {
  const minute = WORDS_A_MINUTE[language]
  const told = standing !== null && wordsIn(standing) <= minute / 2 ? standing : null
  return {
    standing: told,
    beats: heaviest(recap.beats, recap.buildsOn, minute - (told === null ? 0 : wordsIn(told))),
  }
}

/** Half an hour: the shortest that episodes commonly run, so that no note is moved up too far. */
const USUAL_RUNTIME_MS = 30 * 60_000

interface Placed {
  readonly ordinal: number | null
  readonly atMs: number | null
}

/**
 * The beat beside which a note of an episode stands. Where beats carry their moments, it is the last one that has
 * come by then; where they do not, the note's share of the running time is its share of the beats. A note without
 * a time stands at the end.
 *
 * @param beats the beats of the note's episode in their order, at least one
 * @param runtimeMs how long the episode runs; null when nobody knows, which is taken for half an hour
 * @returns a place in `beats`
 */
export function besideWhich(
  { atMs }: Placed,
  beats: readonly Pick<Beat, 'fromMs'>[],
  runtimeMs: number | null,
): number {
  const last = beats.length - 1
  if (atMs === null) return last
  const timed = beats.findLastIndex(({ fromMs }) => fromMs !== null && fromMs <= atMs)
  if (timed >= 0 || beats.every(({ fromMs }) => fromMs !== null)) return Math.max(0, timed)
  const runs = runtimeMs !== null && runtimeMs > 0 ? runtimeMs : USUAL_RUNTIME_MS
  return Math.max(0, Math.min(last, Math.floor((atMs / runs) * beats.length)))
}

/** After how many days without a viewing a person has been away: a month of weekly episodes has gone by. */
export const LONG_BREAK_DAYS = 30

/** The largest whole unit of a time that has gone by, for "seven months ago". Days, months of 30.44, years. */
export function timeAway(days: number): { readonly unit: 'day' | 'month' | 'year'; readonly count: number } {
  if (days < 60) return { unit: 'day', count: days }
  const months = Math.floor(days / 30.44)
  return months < 24 ? { unit: 'month', count: months } : { unit: 'year', count: Math.floor(months / 12) }
}
