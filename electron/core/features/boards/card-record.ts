import { type Ground, Stance } from '@shared/boards/evidence-schema'
import { Form, Odds } from '@shared/boards/odds-schema'
import { laneOf, optionsOf } from '@shared/boards/rules'
import { CardKind, LaneRole } from '@shared/boards/schema'
import { plain } from '@shared/notes/plain'
import type * as Y from 'yjs'
import { z } from 'zod'
import { lanesOf, type Part, partsById, readText } from './board-doc'
import { unseal } from './seals'

/** A lane as its document says it is. */
export interface LaneRecord {
  readonly id: string
  readonly role: LaneRole | null
  readonly name: string | null
  readonly place: string
}

export interface EvidenceRecord {
  readonly id: string
  readonly stance: Stance
  readonly kind: Ground['is']
  readonly noteId: string | null
  readonly beatKey: string | null
  readonly episodeKey: string | null
  readonly atMs: number | null
  readonly text: string | null
}

export interface OddsRecord {
  readonly id: string
  readonly memberId: string
  readonly at: string
  readonly afterKey: string | null
  /** JSON; null while they are sealed, and for a seal that does not open. */
  readonly odds: string | null
  readonly commitment: string | null
  readonly openedAt: string | null
  readonly matches: 0 | 1 | null
}

export interface VerdictRecord {
  readonly id: string
  /** The index of an option, -1 for void, null for opened again. */
  readonly outcome: number | null
  readonly episodeKey: string | null
  readonly afterKey: string | null
  readonly at: string
  readonly memberId: string | null
  readonly text: string
}

/** A card as its document says it is: what the tables hold of it. */
export interface CardRecord {
  readonly id: string
  readonly laneId: string
  readonly place: string
  readonly kind: CardKind
  readonly text: string
  readonly details: string
  readonly excerpt: string
  /** JSON; null for yes or no. */
  readonly form: string | null
  readonly authorId: string | null
  readonly questionKey: string | null
  readonly parentId: string | null
  readonly episodeKey: string | null
  readonly safeSaid: 0 | 1
  readonly safeKey: string | null
  readonly closesKey: string | null
  readonly afterKey: string | null
  readonly wordsSeal: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly archivedAt: string | null
  readonly goneAt: string | null
  readonly labels: readonly string[]
  readonly evidence: readonly EvidenceRecord[]
  readonly odds: readonly OddsRecord[]
  readonly verdicts: readonly VerdictRecord[]
}

const EXCERPT = 200
/** The beginning of time, for what came without a time. */
const NO_TIME = '1970-01-01T00:00:00.000Z'
/** Sorts behind every place. */
const NO_PLACE = '~'

const words = (value: unknown, most = 300): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, most) : null
const time = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) ? value : null

const Key = z.string().min(1).max(200).nullable()
export const StoredEvidence = z.object({
  stance: Stance,
  is: z.enum(['note', 'quote', 'line', 'beat', 'moment']),
  note: Key.default(null),
  beat: Key.default(null),
  episode: Key.default(null),
  atMs: z.int().min(0).max(86_400_000).nullable().default(null),
  text: z.string().max(2000).nullable().default(null),
})
export const StoredOdds = z.object({ odds: Odds, at: z.string(), after: Key.default(null) })
export const StoredSeal = z.object({
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  after: Key.default(null),
})
export const StoredVerdict = z.object({
  outcome: z.int().min(-1).max(100).nullable(),
  episode: Key.default(null),
  after: Key.default(null),
  at: z.string(),
  member: Key.default(null),
  text: z.string().max(2000).default(''),
})

/** The lanes that stand, in order. A document always has one: where there is none, a nameless one is meant. */
export function laneRecords(doc: Y.Doc): LaneRecord[] {
  const lanes: LaneRecord[] = []
  for (const [id, parts] of partsById(lanesOf(doc))) {
    const gone = parts.get('gone')
    if ((gone !== undefined && gone !== null) || !parts.has('place')) continue
    const role = LaneRole.safeParse(parts.get('role'))
    lanes.push({
      id,
      role: role.success ? role.data : null,
      name: words(parts.get('name'), 80),
      place: words(parts.get('place'), 500) ?? NO_PLACE,
    })
  }
  const order = (a: LaneRecord, b: LaneRecord) =>
    a.place === b.place ? (a.id < b.id ? -1 : 1) : a.place < b.place ? -1 : 1
  return lanes.sort(order)
}

const outcomeFits = (outcome: number | null, options: number): boolean =>
  outcome === null || (outcome >= -1 && outcome < options)

/**
 * A card from its parts. What a newer or a foreign program wrote and nobody here can read is passed over, part by
 * part; a card is never lost for it: without a lane that stands it lies in the lane of its kind, or in the first.
 *
 * @param parts every part of the card's
 * @param lanes the lanes that stand, in order; at least one
 * @returns null for an id under which nobody has ever written a card
 */
export function cardRecord(
  doc: Y.Doc,
  id: string,
  parts: ReadonlyMap<Part, unknown>,
  lanes: readonly LaneRecord[],
): CardRecord | null {
  const createdAt = time(parts.get('made'))
  const title = words(parts.get('title'))
  const wordsSeal = words(parts.get('words'), 36)
  if (createdAt === null && title === null && wordsSeal === null) return null

  const readKind = CardKind.safeParse(parts.get('kind'))
  const kind = readKind.success ? readKind.data : 'theory'
  const where = parts.get('lie')
  const [wanted, place] = Array.isArray(where) ? where : []
  const lane =
    lanes.find((each) => each.id === wanted) ?? lanes.find(({ role }) => role === laneOf(kind)) ?? lanes[0]
  const form = Form.safeParse(parts.get('form') ?? { is: 'yes-no' })
  const options = optionsOf(form.success ? form.data : { is: 'yes-no' })

  const labels: string[] = []
  const evidence: EvidenceRecord[] = []
  const odds: OddsRecord[] = []
  const verdicts: VerdictRecord[] = []
  let hidden: { text: string; details: string } | null = null
  for (const [part, value] of parts) {
    const dot = part.indexOf('.')
    if (dot < 0 || value === null || value === undefined) continue
    const [family, rest] = [part.slice(0, dot), part.slice(dot + 1)]
    if (family === 'label') {
      if (value === true) labels.push(rest)
    } else if (family === 'evidence') {
      const read = StoredEvidence.safeParse(value)
      if (!read.success) continue
      const { stance, is, note, beat, episode, atMs, text } = read.data
      evidence.push({
        id: rest,
        stance,
        kind: is,
        noteId: note,
        beatKey: beat,
        episodeKey: episode,
        atMs,
        text,
      })
    } else if (family === 'odds') {
      const read = StoredOdds.safeParse(value)
      if (!read.success || read.data.odds.length !== options || time(read.data.at) === null) continue
      const { at, after } = read.data
      const [memberId = '', entry = ''] = splitMember(rest)
      const plain = { commitment: null, openedAt: null, matches: null }
      odds.push({ id: entry, memberId, at, afterKey: after, odds: JSON.stringify(read.data.odds), ...plain })
    } else if (family === 'seal') {
      const read = StoredSeal.safeParse(value)
      if (!read.success || time(read.data.at) === null) continue
      const { at, after, commitment } = read.data
      const [memberId = '', entry = ''] = splitMember(rest)
      const opening = parts.get(`opening.${entry}`)
      const openedAt = opening ? (time((opening as { at?: unknown }).at) ?? NO_TIME) : null
      const secret = opening ? unseal(commitment, id, memberId, opening) : null
      const fits = secret !== null && secret.odds.length === options
      if (entry === wordsSeal && secret?.words) hidden = secret.words
      odds.push({
        id: entry,
        memberId,
        at,
        afterKey: after,
        odds: fits ? JSON.stringify(secret.odds) : null,
        commitment,
        openedAt,
        matches: openedAt === null ? null : fits ? 1 : 0,
      })
    } else if (family === 'verdict') {
      const read = StoredVerdict.safeParse(value)
      if (!read.success || time(read.data.at) === null || !outcomeFits(read.data.outcome, options)) continue
      const { outcome, episode, after, at, member, text } = read.data
      verdicts.push({ id: rest, outcome, episodeKey: episode, afterKey: after, at, memberId: member, text })
    }
  }
  // what was sealed says what it said
  const details = hidden ? hidden.details : readText(doc, id)
  const safe = parts.get('safe')
  const said = typeof safe === 'object' && safe !== null && 'key' in safe
  return {
    id,
    laneId: lane?.id ?? '',
    place: words(place, 500) ?? NO_PLACE,
    kind,
    text: hidden?.text ?? title ?? '',
    details,
    excerpt: plain(details).slice(0, EXCERPT),
    form: form.success && form.data.is !== 'yes-no' ? JSON.stringify(form.data) : null,
    authorId: words(parts.get('author'), 36),
    questionKey: words(parts.get('question'), 200),
    parentId: words(parts.get('parent'), 36),
    episodeKey: words(parts.get('episode'), 200),
    safeSaid: said ? 1 : 0,
    safeKey: said ? words((safe as { key: unknown }).key, 200) : null,
    closesKey: words(parts.get('closes'), 200),
    afterKey: words(parts.get('after'), 200),
    wordsSeal,
    createdAt: createdAt ?? NO_TIME,
    updatedAt: time(parts.get('edited')) ?? createdAt ?? NO_TIME,
    archivedAt: time(parts.get('away')),
    goneAt: time((parts.get('gone') as { at?: unknown } | null | undefined)?.at),
    labels: labels.sort(),
    evidence: evidence.sort(byId),
    odds: odds.sort(byId),
    verdicts: verdicts.sort(byId),
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** `<memberId>.<id>`: two ids of 36 characters. */
const splitMember = (rest: string): readonly [string?, string?] =>
  rest.length === 73 ? [rest.slice(0, 36), rest.slice(37)] : []
