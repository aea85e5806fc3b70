import { AppError } from '@shared/app-error'
import { laneOf, optionsOf } from '@shared/boards/rules'
import type { GiveOdds, Resolve, SealCard } from '@shared/boards/schema'
import { type BoardId, type CardId, ItemId, type MemberId, type ShowId } from '@shared/ids'
import { present } from '@shared/members/rules'
import type * as Y from 'yjs'
import { type Json, type Part, put, putCard, startsOf } from './board-doc'
import type { CardCommands } from './card-commands'
import { formOf, lastOfEach } from './card-view'
import { answeredIn, closingOf, type Ground, stampOfKey } from './closing'
import type { Desk } from './desk'
import { type Secret, seal } from './seals'
import type { CardRow, OddsRow } from './store'

/** Steps by which a member says something. */
const GIVEN: ReadonlySet<string> = new Set(['odds', 'seal'])

const refused = (why: string, place: string) => new AppError('invalid-input', why, { place })

/** Odds, seals and verdicts. */
export function forecastCommands(desk: Desk, { newParts, checkDraft }: CardCommands) {
  const { context, store, docs, step, now, hasBegun, members, showOf, mustRead, afterKey, memberOf } = desk
  const { db } = context
  const newId = () => ItemId.parse(context.newId())

  /** The episode that decides a card: a person's word, else where the pack has its answer. For the core alone. */
  const decidingKey = (showId: ShowId, row: CardRow): string | null => {
    if (row.closesKey !== null) return row.closesKey
    try {
      return desk.keyOf(showId, row.answerOrdinal)
    } catch {
      return null
    }
  }

  /** What opens the seals on a card: the parts that its document gets. */
  const openings = (boardId: BoardId, cardId: CardId): Record<Part, Json> => {
    const at = now()
    const closed = new Set(
      store
        .lists(boardId, cardId)
        .odds.filter(({ commitment, openedAt }) => commitment !== null && openedAt === null)
        .map(({ id }) => id),
    )
    const parts: Record<Part, Json> = {}
    for (const { id, salt, secret } of store.secrets(boardId, cardId))
      if (closed.has(id)) parts[`opening.${id}`] = { salt, secret, at }
    return parts
  }
  const open = (doc: Y.Doc, boardId: BoardId, cardId: CardId): void =>
    putCard(doc, cardId, openings(boardId, cardId))

  /** @throws AppError `prediction-closed` */
  const refuseClosed = (showId: ShowId, row: CardRow): void => {
    const ground = desk.ground(showId, row.boardId)
    const { verdicts } = store.lists(row.boardId, row.id)
    const { at } = closingOf(row, verdicts, ground)
    const ordinal = stampOfKey(row.closesKey, ground)
    if (at === null && (ordinal == null || !hasBegun(showId, ordinal))) return
    throw new AppError('prediction-closed', 'the prediction is closed', {})
  }

  const refuseMisfit = (row: CardRow, odds: readonly number[]): void => {
    if (odds.length !== optionsOf(formOf(row))) throw refused('one number for every option', 'odds')
  }

  /**
   * Opens what is sealed on a card once everybody who is here has locked, which is sealed theirs: open odds could still
   * follow what they see. They are at least two.
   */
  const openIfAllLocked = (boardId: BoardId, cardId: CardId): void => {
    const here = present(members.list())
    const last = lastOfEach(store.lists(boardId, cardId).odds, null)
    if (
      here.length < 2 ||
      here.some(({ id }) => !last.some((entry) => entry.memberId === id && entry.commitment !== null))
    )
      return
    docs.edit(boardId, { by: 'clock' }, (doc) => open(doc, boardId, cardId))
  }

  /** Seals something under an id; the secret stays on this machine, in no document. */
  const sealed = (boardId: BoardId, secret: Secret, showId: ShowId) => {
    const id = newId()
    const { commitment, opening } = seal(secret)
    store.putSecret({ id, docId: boardId, cardId: secret.card, ...opening })
    return { id, value: { commitment, at: now(), after: afterKey(showId) } }
  }

  const give = ({ cardId, memberId, odds }: GiveOdds, hidden: boolean): void => {
    const row = mustRead(cardId)
    const showId = showOf(row.boardId)
    refuseMisfit(row, odds)
    refuseClosed(showId, row)
    const member = memberOf(memberId)
    if (hidden) {
      const { id, value } = sealed(
        row.boardId,
        { card: cardId, member, odds: [...odds], words: null },
        showId,
      )
      step(
        row.boardId,
        'seal',
        (doc) => putCard(doc, cardId, { [`seal.${member}.${id}`]: value }),
        member,
        cardId,
      )
    } else {
      const part = `odds.${member}.${newId()}`
      const value = { odds: [...odds], at: now(), after: afterKey(showId) }
      step(row.boardId, 'odds', (doc) => putCard(doc, cardId, { [part]: value }), member, cardId)
    }
    openIfAllLocked(row.boardId, cardId)
  }

  /** Whether it may be told that a card has closed: a person said with what, or the pack's answer may be read. */
  const tells = (row: CardRow, ground: Ground): boolean =>
    row.closesKey !== null || answeredIn(row, ground) !== null

  /** The cards whose deciding episode has begun, with its key, and whether that is not written down yet. */
  const begunOn = (boardId: BoardId, showId: ShowId, ground: Ground) =>
    store.deciding(boardId).flatMap((row) => {
      const key = decidingKey(showId, row)
      const ordinal = key === null ? undefined : ground.ordinalOf(key)
      if (key === null || ordinal === undefined || !hasBegun(showId, ordinal)) return []
      return [{ row, key, isNew: !ground.startsOf(ordinal).some((at) => at >= row.createdAt) }]
    })

  return {
    giveOdds: (given: GiveOdds): void => db.transaction(() => give(given, false)).immediate(),
    /** Gives odds that nobody can read before everybody has locked, or the deciding episode starts. */
    sealOdds: (given: GiveOdds): void => db.transaction(() => give(given, true)).immediate(),

    /** Writes a prediction whose words and odds are sealed together. */
    sealCard: ({ draft, odds }: SealCard): void =>
      db
        .transaction(() => {
          const showId = showOf(draft.boardId)
          if (store.card(draft.id)) throw refused('a card that is there has been read', 'id')
          if (odds.length !== optionsOf(draft.form)) throw refused('one number for every option', 'odds')
          checkDraft(showId, draft, null)
          const member = memberOf(draft.authorId)
          const { text, details } = draft
          const secret = { card: draft.id, member, odds: [...odds], words: { text, details } }
          const { id, value } = sealed(draft.boardId, secret, showId)
          const parts = newParts(showId, draft)
          step(
            draft.boardId,
            'seal',
            (doc) =>
              putCard(doc, draft.id, {
                ...parts,
                author: member,
                words: id,
                [`seal.${member}.${id}`]: value,
              }),
            member,
          )
        })
        .immediate(),

    /**
     * Decides a card, or opens it again. What was decided before stays in its trace. Seals on it are opened.
     *
     * @throws AppError `invalid-input` for an outcome that the form has not, or an episode that was over before the
     * card was made
     */
    resolve: ({ cardId, outcome, memberId, ordinal, text }: Resolve): void =>
      db
        .transaction(() => {
          const row = mustRead(cardId)
          const { boardId } = row
          const showId = showOf(boardId)
          const ground = desk.ground(showId, boardId)
          if (typeof outcome === 'number' && outcome >= optionsOf(formOf(row)))
            throw refused('no such option', 'outcome')
          const made = stampOfKey(row.afterKey, ground)
          if (ordinal !== null && made != null && ordinal <= made)
            throw refused('decided before it was asked', 'ordinal')
          const member = memberId === null ? null : memberOf(memberId)
          const verdict = {
            outcome: outcome === 'void' ? -1 : outcome,
            episode: desk.keyOf(showId, ordinal),
            after: afterKey(showId),
            at: now(),
            member,
            text,
          }
          const role = outcome === null ? laneOf(row.kind) : 'resolved'
          const lane = desk.laneFor(boardId, role)
          const [place] = lane.id === row.laneId ? [] : desk.placesFor(boardId, lane.id, null, [cardId])
          step(
            boardId,
            'verdict',
            (doc) =>
              putCard(doc, cardId, {
                [`verdict.${newId()}`]: verdict,
                ...(lane.role === role && place ? { lie: [lane.id, place.place] } : {}),
                edited: now(),
              }),
            member,
          )
          if (outcome !== null) docs.edit(boardId, { by: 'clock' }, (doc) => open(doc, boardId, cardId))
        })
        .immediate(),

    /**
     * Notes which deciding episodes have begun, opens what was sealed until then, and lets odds on what is closed be
     * taken back no more. To be called when a person's place in a show has moved. A card of the pack's shows nothing
     * of it before its answer may be read.
     */
    begun(showId: ShowId): void {
      for (const { id, gone } of store.boards(showId)) {
        if (gone || docs.state(id).newer) continue
        const ground = desk.ground(showId, id)
        const cards = begunOn(id, showId, ground)
        const shut = store.shut(id)
        const closed = new Set<string>(cards.flatMap(({ row }) => (tells(row, ground) ? [row.id] : [])))
        docs.settle(id, (name, about) => GIVEN.has(name) && about !== null && closed.has(about))
        const starts = new Set(cards.flatMap(({ key, isNew }) => (isNew ? [key] : [])))
        const opening = cards.filter(({ row }) => closed.has(row.id) && shut.has(row.id))
        const parts = opening.map(({ row }) => [row.id, openings(id, row.id)] as const)
        if (starts.size === 0 && parts.every(([, each]) => Object.keys(each).length === 0)) continue
        const at = now()
        docs.edit(id, { by: 'clock' }, (doc) => {
          for (const key of starts) put(startsOf(doc), `${key}@${at}`, true)
          for (const [card, each] of parts) putCard(doc, card, each)
        })
      }
    },

    /** Opens what only those who have left had not sealed. */
    somebodyLeft(): void {
      for (const { boardId, cardId } of store.allShut())
        if (!docs.state(boardId).newer) openIfAllLocked(boardId, cardId)
    },

    /** The entries of a card's odds that came too late to count. */
    isLate: (entry: OddsRow, closedAt: string | null): boolean => closedAt !== null && entry.at >= closedAt,
    memberOrNull: (id: MemberId | null): MemberId | null => id ?? members.me()?.id ?? null,
  }
}
export type ForecastCommands = ReturnType<typeof forecastCommands>
