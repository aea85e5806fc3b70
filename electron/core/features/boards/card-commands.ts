import { AppError } from '@shared/app-error'
import { type EvidenceDraft, MOST_EVIDENCE } from '@shared/boards/evidence-schema'
import { kindIn, laneOf } from '@shared/boards/rules'
import {
  type AddEvidence,
  type CardDraft,
  type DropEvidence,
  type LabelCards,
  MOST_LABELS,
  type MoveCards,
  type StepWords,
} from '@shared/boards/schema'
import type { BoardId, CardId, ShowId } from '@shared/ids'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import { type Json, type Part, putCard, putText } from './board-doc'
import { type Desk, mustHaveLane } from './desk'
import type { CardRow } from './store'

const refused = (why: string, place: string) => new AppError('invalid-input', why, { place })

/** What a person does to cards: each one step that can be taken back. */
export function cardCommands(desk: Desk) {
  const { context, store, step, now, showOf, mustRead, keyOf, laneFor, placesFor, afterKey } = desk
  const { db } = context

  /** Cards of one board. @throws AppError `not-found`, `invalid-input` */
  const together = (ids: readonly CardId[]): { boardId: BoardId; rows: CardRow[] } => {
    const rows = [...new Set(ids)].map(mustRead)
    const [first] = rows
    if (!first || rows.some(({ boardId }) => boardId !== first.boardId))
      throw refused('cards of one board at a time', 'ids')
    return { boardId: first.boardId, rows }
  }

  /** Evidence as the document keeps it. @throws AppError `not-found`, when what it names is not there */
  const grounds = (showId: ShowId, { stance, ground }: EvidenceDraft): Json => {
    const base = { stance, is: ground.is, note: null, beat: null, episode: null, atMs: null, text: null }
    if (ground.is === 'note') {
      const note = store.note(ground.noteId, showId)
      if (!note) throw new AppError('not-found', 'no such note', { what: 'note' })
      return { ...base, note: ground.noteId, episode: note.episodeKey, atMs: note.atMs }
    }
    if (ground.is === 'beat') {
      const beat = store.beat(ground.beatId, showId)
      if (!beat) throw new AppError('not-found', 'no such beat', { what: 'beat' })
      return { ...base, beat: beat.beatKey, episode: beat.episodeKey, atMs: beat.fromMs }
    }
    const text = ground.is === 'moment' ? null : ground.text
    return { ...base, episode: keyOf(showId, ground.ordinal), atMs: ground.atMs, text }
  }

  /** A deciding episode lies ahead. @throws AppError `invalid-input` */
  const refuseSeen = (showId: ShowId, closes: EpisodeOrdinal | null): void => {
    if (closes !== null && desk.hasBegun(showId, closes))
      throw refused('the deciding episode has begun', 'closes')
  }

  /** The parts that a draft gives a card, besides its words. */
  const partsOf = (showId: ShowId, draft: CardDraft): Record<Part, Json> => ({
    form: draft.form.is === 'yes-no' ? null : draft.form,
    author: draft.authorId,
    parent: draft.parentId,
    episode: keyOf(showId, draft.ordinal),
    closes: keyOf(showId, draft.closes),
    safe: draft.safeAfter === undefined ? null : { key: keyOf(showId, draft.safeAfter) },
    edited: now(),
  })

  const labelParts = (draft: CardDraft, known: readonly string[]): Record<Part, Json> => {
    const parts: Record<Part, Json> = {}
    for (const label of known) if (!draft.labels.includes(label)) parts[`label.${label}`] = false
    for (const label of draft.labels) parts[`label.${label}`] = true
    return parts
  }

  /** Everything that a new card is made of; its words apart. */
  const newParts = (showId: ShowId, draft: CardDraft): Record<Part, Json> => {
    const lanes = desk.lanes(draft.boardId)
    const lane =
      draft.laneId === null ? laneFor(draft.boardId, laneOf(draft.kind)) : mustHaveLane(lanes, draft.laneId)
    const [place] = placesFor(draft.boardId, lane.id, null, [draft.id])
    const made = partsOf(showId, draft)
    const parts: Record<Part, Json> = {
      ...made,
      ...labelParts(draft, []),
      kind: draft.kind,
      lie: [lane.id, place?.place ?? ''],
      after: afterKey(showId),
      made: made.edited ?? now(),
    }
    for (const each of draft.evidence) parts[`evidence.${each.id}`] = grounds(showId, each)
    return parts
  }

  const checkDraft = (showId: ShowId, draft: CardDraft, known: CardRow | null): void => {
    if (draft.authorId !== null) desk.memberOf(draft.authorId)
    if (draft.parentId === draft.id) throw refused('a card grows under another one', 'parentId')
    // a question that is gone since is no reason to refuse what grew under it
    const isNew = draft.parentId !== null && draft.parentId !== known?.parentId
    if (isNew && mustRead(draft.parentId as CardId).boardId !== draft.boardId)
      throw refused('a card grows under one of its own board', 'parentId')
    const closes = keyOf(showId, draft.closes)
    if (closes !== null && closes !== known?.closesKey) refuseSeen(showId, draft.closes)
  }

  const create = (showId: ShowId, draft: CardDraft): void => {
    const parts = newParts(showId, draft)
    step(
      draft.boardId,
      'card',
      (doc) => {
        putCard(doc, draft.id, { ...parts, title: draft.text, gone: null, away: null })
        putText(doc, draft.id, draft.details)
      },
      draft.authorId,
    )
  }

  const change = (showId: ShowId, draft: CardDraft, known: CardRow): void => {
    if (known.boardId !== draft.boardId) throw refused('a card stays on its board', 'boardId')
    if (known.questionKey !== null && (draft.text !== known.text || draft.kind !== known.kind))
      throw refused('a card that came with a pack keeps its words', 'text')
    if (known.wordsSeal !== null && (draft.text !== known.text || draft.details !== store.details(known.id)))
      throw refused('sealed words stay as they are', 'text')
    const { labels, odds } = store.lists(known.boardId, known.id)
    if (odds.length > 0 && JSON.stringify(draft.form) !== (known.form ?? '{"is":"yes-no"}'))
      throw refused('odds were given on this form', 'form')
    const lane = draft.kind === known.kind ? null : laneFor(known.boardId, laneOf(draft.kind))
    const home = store.lanes(known.boardId).find(({ id }) => id === known.laneId)
    const moves = lane !== null && home?.role !== 'resolved' && home?.role !== null
    const [place] = moves && lane ? placesFor(known.boardId, lane.id, null, [known.id]) : []
    const own = partsOf(showId, draft)
    if (known.questionKey !== null) {
      delete own.safe
      delete own.episode
    }
    step(known.boardId, 'card', (doc) => {
      putCard(doc, known.id, {
        ...own,
        ...labelParts(
          draft,
          labels.map(({ label }) => label),
        ),
        kind: draft.kind,
        ...(known.questionKey === null && known.text !== draft.text ? { title: draft.text } : {}),
        ...(moves && lane && place ? { lie: [lane.id, place.place] } : {}),
      })
      putText(doc, known.id, draft.details)
      for (const each of draft.evidence)
        putCard(doc, known.id, { [`evidence.${each.id}`]: grounds(showId, each) })
    })
  }

  const eachOf = (ids: readonly CardId[], name: StepWords, partsFor: (row: CardRow) => Record<Part, Json>) =>
    db
      .transaction(() => {
        const { boardId, rows } = together(ids)
        step(boardId, name, (doc) => {
          for (const row of rows) putCard(doc, row.id, { ...partsFor(row), edited: now() })
        })
      })
      .immediate()

  return {
    newParts,
    checkDraft,

    /** Writes a card, new or changed. Saving the same draft twice is the same as once. */
    save: (draft: CardDraft): void =>
      db
        .transaction(() => {
          const showId = showOf(draft.boardId)
          const found = store.card(draft.id)
          const known = found && found.goneAt === null ? found : null
          checkDraft(showId, draft, known)
          if (known) change(showId, draft, known)
          else create(showId, draft)
        })
        .immediate(),

    /** Puts cards beside each other into a lane, in the order given. The first lanes say what a card in them is. */
    move: ({ ids, laneId, before }: MoveCards): void =>
      db
        .transaction(() => {
          const { boardId, rows } = together(ids)
          const lane = mustHaveLane(store.lanes(boardId), laneId)
          if (before !== null && ids.includes(before)) throw refused('not before itself', 'before')
          const places = placesFor(
            boardId,
            laneId,
            before,
            rows.map(({ id }) => id),
          )
          const kinds = new Map(rows.map(({ id, kind }) => [id as string, kindIn(lane.role, kind)]))
          step(boardId, 'move', (doc) => {
            for (const { id, place } of places) {
              const kind = kinds.get(id)
              putCard(doc, id, { lie: [laneId, place], ...(kind ? { kind, edited: now() } : {}) })
            }
          })
        })
        .immediate(),

    label: ({ ids, label, on }: LabelCards): void =>
      eachOf(ids, 'card', ({ id, boardId }) => {
        const { labels } = store.lists(boardId, id)
        if (on && labels.length >= MOST_LABELS && labels.every((each) => each.label !== label))
          throw refused('a card has no more labels', 'label')
        return { [`label.${label}`]: on }
      }),
    putAway: (ids: readonly CardId[]): void => eachOf(ids, 'archive', () => ({ away: now() })),
    bringBack: (ids: readonly CardId[]): void => eachOf(ids, 'archive', () => ({ away: null })),
    remove: (ids: readonly CardId[]): void => eachOf(ids, 'remove', () => ({ gone: { at: now() } })),

    addEvidence: ({ cardId, evidence }: AddEvidence): void =>
      db
        .transaction(() => {
          const row = mustRead(cardId)
          if (store.lists(row.boardId, cardId).evidence.length >= MOST_EVIDENCE)
            throw refused('a card rests on no more', 'evidence')
          const ground = grounds(showOf(row.boardId), evidence)
          step(row.boardId, 'evidence', (doc) =>
            putCard(doc, cardId, { [`evidence.${evidence.id}`]: ground, edited: now() }),
          )
        })
        .immediate(),

    dropEvidence: ({ cardId, evidenceId }: DropEvidence): void =>
      db
        .transaction(() => {
          const row = mustRead(cardId)
          const { evidence } = store.lists(row.boardId, cardId)
          if (!evidence.some(({ id }) => id === evidenceId))
            throw new AppError('not-found', 'no such evidence', { what: 'evidence' })
          step(row.boardId, 'evidence', (doc) =>
            putCard(doc, cardId, { [`evidence.${evidenceId}`]: null, edited: now() }),
          )
        })
        .immediate(),
  }
}
export type CardCommands = ReturnType<typeof cardCommands>
