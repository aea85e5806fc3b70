import type { IsoTime } from '@shared/time'
import { isSafe } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon, SafeAfter, Stamp } from '@shared/veil/schema'
import type { CardRow, EvidenceRow, VerdictRow } from './store'

/** What a reader of a board knows about its show. */
export interface Ground {
  readonly horizon: Horizon | null
  /** The place of an episode by its pack key; undefined for one that this library does not know. */
  readonly ordinalOf: (key: string) => EpisodeOrdinal | undefined
  /** When an episode began on somebody's clock: every time, in order. */
  readonly startsOf: (ordinal: EpisodeOrdinal) => readonly IsoTime[]
}

/** The stamp that a key means: null for no key, undefined for an episode that nobody here knows, which veils. */
export const stampOfKey = (key: string | null, { ordinalOf }: Ground): SafeAfter | undefined =>
  key === null ? null : ordinalOf(key)

/** When an evidence may be read: a beat by its own stamp, everything else by its moment. */
export function stampOfEvidence(row: EvidenceRow, ground: Ground): SafeAfter | undefined | Stamp {
  const of = stampOfKey(row.episodeKey, ground)
  if (row.beatText !== null) return { after: row.beatSafeAfter, fromMs: row.beatSafeFromMs, of }
  return { after: of, fromMs: row.atMs }
}

const parts = (stamp: SafeAfter | undefined | Stamp): Stamp =>
  typeof stamp === 'object' && stamp !== null ? stamp : { after: stamp, fromMs: null }

/** The later of two stamps. What nobody knows is later than everything. */
export function later(
  one: SafeAfter | undefined | Stamp,
  other: SafeAfter | undefined | Stamp,
): SafeAfter | undefined | Stamp {
  const [a, b] = [parts(one), parts(other)]
  if (a.after === undefined || b.after === null) return one
  if (b.after === undefined || a.after === null) return other
  if (a.after !== b.after) return a.after > b.after ? one : other
  // the end of an episode is later than any moment in it
  return (a.fromMs ?? Number.POSITIVE_INFINITY) >= (b.fromMs ?? Number.POSITIVE_INFINITY) ? one : other
}

/** The episode of a stamp; null both for none and for one that nobody knows. */
export const episodeOfStamp = (stamp: SafeAfter | undefined | Stamp): SafeAfter => parts(stamp).after ?? null

/**
 * When a card may be read: as its author says; else after its own episode and the latest of what it rests on. Where
 * something of that is still closed (a special that was passed over), the latest of what is closed.
 */
export function stampOfCard(
  row: CardRow,
  evidence: readonly EvidenceRow[],
  ground: Ground,
): SafeAfter | undefined | Stamp {
  if (row.safeSaid === 1) {
    const after = stampOfKey(row.safeKey, ground)
    // what a pack asks about a special is nothing for those who passed it over; what a person says of a card holds
    return row.questionKey === null ? after : { after, fromMs: null, of: stampOfKey(row.episodeKey, ground) }
  }
  let latest: SafeAfter | undefined | Stamp = stampOfKey(row.episodeKey, ground)
  let closed: SafeAfter | undefined | Stamp = isSafe(latest, ground.horizon) ? null : latest
  for (const each of evidence) {
    const stamp = stampOfEvidence(each, ground)
    latest = later(latest, stamp)
    if (!isSafe(stamp, ground.horizon)) closed = later(closed, stamp)
  }
  return closed === null ? latest : closed
}

/** A verdict is safe after the episode that decided it and the last one seen when it was given. */
export const stampOfVerdict = ({ episodeKey, afterKey }: VerdictRow, ground: Ground) =>
  later(stampOfKey(episodeKey, ground), stampOfKey(afterKey, ground))

/**
 * The verdicts that may be read, as if nothing had happened since: one from further on does not even say that it is
 * there.
 */
export const readableVerdicts = (verdicts: readonly VerdictRow[], ground: Ground): readonly VerdictRow[] =>
  verdicts.length === 0
    ? verdicts
    : verdicts.filter((verdict) => isSafe(stampOfVerdict(verdict, ground), ground.horizon))

export interface Closing {
  /** The episode that decides, as far as it may be told; null for none. */
  readonly ordinal: EpisodeOrdinal | null
  /** Odds from this moment on do not count; null while they do. */
  readonly at: IsoTime | null
}

/** The episode with the pack's answer, once that answer may be read; null before, and where there is none. */
export const answeredIn = (row: CardRow, { horizon }: Ground): EpisodeOrdinal | null =>
  row.answerOrdinal !== null && isSafe(row.answerSafeAfter ?? row.answerOrdinal, horizon)
    ? row.answerOrdinal
    : null

/**
 * With what a prediction closes, and when it did: the first time after it was made that its deciding episode began.
 * The deciding episode is the one that a person named, or else the one that the pack says has the answer, as soon as
 * that answer may be read. A verdict closes it as well.
 */
export function closingOf(row: CardRow, verdicts: readonly VerdictRow[], ground: Ground): Closing {
  const named = stampOfKey(row.closesKey, ground) ?? null
  const ordinal = named ?? answeredIn(row, ground)
  const started =
    ordinal === null ? null : (ground.startsOf(ordinal).find((at) => at >= row.createdAt) ?? null)
  const verdict = readableVerdicts(verdicts, ground).at(-1)
  const decided = verdict && verdict.outcome !== null ? verdict.at : null
  const at =
    started !== null && decided !== null ? (started < decided ? started : decided) : (started ?? decided)
  return { ordinal: named, at }
}
