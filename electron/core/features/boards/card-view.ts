import type { Chip } from '@shared/boards/evidence-schema'
import type { Form, Odds, OddsOnCard, Sealed, Standing } from '@shared/boards/odds-schema'
import { meanOdds } from '@shared/boards/rules'
import { type Answer, MOST_LABELS, type Verdict } from '@shared/boards/schema'
import type { MemberId } from '@shared/ids'
import type { IsoTime } from '@shared/time'
import { isSafe, redact } from '@shared/veil/rules'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import {
  closingOf,
  episodeOfStamp,
  type Ground,
  readableVerdicts,
  stampOfCard,
  stampOfEvidence,
  stampOfKey,
  stampOfVerdict,
} from './closing'
import { fingerprintOf } from './seals'
import type { CardRow, EvidenceRow, OddsRow, VerdictRow } from './store'

const YES_NO: Form = { is: 'yes-no' }

/** Stored JSON of a form and of odds was checked when it was projected. */
export const formOf = ({ form }: CardRow): Form => (form === null ? YES_NO : (JSON.parse(form) as Form))
/** Odds on yes or no are one of a hundred and one texts, and a board has thousands: those are looked up. */
const YES_NO_ODDS = new Map(
  Array.from({ length: 101 }, (_value, yes): [string, readonly [number, number]] => [
    JSON.stringify([yes, 100 - yes]),
    [yes, 100 - yes],
  ]),
)
/** A fresh list each time. */
export function oddsOf(json: string): Odds {
  const known = YES_NO_ODDS.get(json)
  return known ? [known[0], known[1]] : (JSON.parse(json) as Odds)
}

export interface OnCard {
  readonly labels: readonly string[]
  readonly evidence: readonly EvidenceRow[]
  readonly odds: readonly OddsRow[]
  readonly verdicts: readonly VerdictRow[]
}

/** Odds that may be told: given when no more had been seen than may be read now. Nothing tells of the others. */
export const tellable = (odds: readonly OddsRow[], ground: Ground): readonly OddsRow[] =>
  // a board is thousands of these: no new list where nothing is left out
  odds.every((entry) => mayBeTold(entry, ground)) ? odds : odds.filter((entry) => mayBeTold(entry, ground))

const mayBeTold = ({ afterKey }: OddsRow, ground: Ground): boolean =>
  isSafe(stampOfKey(afterKey, ground), ground.horizon)

/** The last entry of every member before a moment, in the order in which the members first came. */
export function lastOfEach(odds: readonly OddsRow[], before: IsoTime | null): OddsRow[] {
  const last: OddsRow[] = []
  for (const entry of odds) {
    if (before !== null && entry.at >= before) continue
    const at = last.findIndex(({ memberId }) => memberId === entry.memberId)
    if (at < 0) last.push(entry)
    else last[at] = entry
  }
  return last
}

const NO_ODDS: OddsOnCard = { given: 0, blind: false, standing: [], sealed: [], crowd: null }

/** What a member is told about the odds on a card. */
function oddsFor(entries: readonly OddsRow[], closedAt: IsoTime | null, as: MemberId | null): OddsOnCard {
  if (entries.length === 0) return NO_ODDS
  const last = lastOfEach(entries, closedAt)
  const standing: Standing[] = []
  const sealed: Sealed[] = []
  let [own, others] = [false, false]
  for (const { memberId, odds, at, commitment, openedAt } of last) {
    if (memberId === as) own = true
    else if (odds !== null) others = true
    if (odds !== null) standing.push({ memberId, odds: oddsOf(odds), at })
    else if (commitment !== null && openedAt === null)
      sealed.push({ memberId, fingerprint: fingerprintOf(commitment), at })
  }
  const given = last.length
  const blind = closedAt === null && others && !own
  if (blind) return { given, blind, standing: [], sealed, crowd: null }
  return { given, blind, standing, sealed, crowd: meanOdds(standing.map(({ odds }) => odds)) }
}

export const chipOf = (row: EvidenceRow, ground: Ground): Chip =>
  redact(stampOfEvidence(row, ground), ground.horizon, () => ({
    id: row.id,
    stance: row.stance,
    is: row.kind,
    ordinal: stampOfKey(row.episodeKey, ground) ?? null,
    atMs: row.atMs,
    gone: isGone(row),
  }))

/** Whether the note or the beat that it was taken from is there no more. */
export const isGone = (row: EvidenceRow): boolean =>
  (row.kind === 'note' && row.noteThere === 0) || (row.kind === 'beat' && row.beatText === null)

export const verdictOf = (row: VerdictRow, ground: Ground): Verdict =>
  redact(stampOfVerdict(row, ground), ground.horizon, () => ({
    id: row.id,
    outcome: row.outcome === -1 ? ('void' as const) : row.outcome,
    ordinal: stampOfKey(row.episodeKey, ground) ?? null,
    at: row.at,
    memberId: row.memberId,
    text: row.text,
  }))

function answerOf(row: CardRow, { horizon }: Ground): Answer | null {
  const { answerOrdinal: ordinal, answerOutcome: outcome, answerText: text } = row
  if (ordinal === null || outcome === null || text === null) return null
  const answer = redact(row.answerSafeAfter ?? ordinal, horizon, () => ({ ordinal, outcome, text }))
  // where an answer waits is itself a hint: nothing is said before it may be read
  return answer.veiled ? null : answer
}

/** The episode with which a card closes, unless it belongs to a season that may not be known. */
const told = (ordinal: EpisodeOrdinal | null, { horizon }: Ground): EpisodeOrdinal | null =>
  ordinal !== null && horizon !== null && ordinal <= horizon.told ? ordinal : null

/** What the board and the card's own page both show of a card that may be read. A fresh object, to be added to. */
export function faceOf(row: CardRow, on: OnCard, ground: Ground, as: MemberId | null) {
  const closing = closingOf(row, on.verdicts, ground)
  const verdict = readableVerdicts(on.verdicts, ground).at(-1) ?? null
  const words = row.wordsSeal === null ? null : on.odds.find(({ id }) => id === row.wordsSeal)
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    origin: row.questionKey === null ? ('mine' as const) : ('pack' as const),
    authorId: row.authorId,
    labels: on.labels.slice(0, MOST_LABELS),
    parentId: row.parentId,
    form: formOf(row),
    ordinal: stampOfKey(row.episodeKey, ground) ?? null,
    safeAfter: episodeOfStamp(stampOfCard(row, on.evidence, ground)),
    closes: told(closing.ordinal, ground),
    closedAt: closing.at,
    odds: oddsFor(tellable(on.odds, ground), closing.at, as),
    wordsSealed:
      words?.commitment == null
        ? null
        : {
            fingerprint: fingerprintOf(words.commitment),
            at: words.at,
            matches: words.matches === null ? null : words.matches === 1,
          },
    answer: answerOf(row, ground),
    verdict: verdict === null || verdict.outcome === null ? null : verdictOf(verdict, ground),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}
