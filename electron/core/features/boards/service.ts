import { AppError } from '@shared/app-error'
import { kindIn, laneOf, placeCard } from '@shared/boards/rules'
import {
  type Answer,
  type Board,
  type BoardPeek,
  type Card,
  type CardDraft,
  Lane,
  type MoveCard,
} from '@shared/boards/schema'
import { namesAny } from '@shared/cast/rules'
import type { CardId, ShowId } from '@shared/ids'
import { behindVeil, redact } from '@shared/veil/rules'
import type { Horizon, Peeked } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from '../library/service'
import { boardStore, type CardRow } from './store'

/** The speculation board of a show: the pack's questions and the person's own cards, in four lanes. */
export function boardService(context: CoreContext, library: LibraryService) {
  const { db } = context
  const store = boardStore(db)

  const answerOf = (row: CardRow, horizon: Horizon | null): Answer | null => {
    const { answer_ordinal: ordinal, answer_outcome: outcome, answer_text: text } = row
    if (ordinal === null || outcome === null || text === null) return null
    return redact(row.answer_safe_after ?? ordinal, horizon, () => ({ ordinal, outcome, text }))
  }

  const toCard = (row: CardRow, horizon: Horizon | null): Card =>
    redact(row.safe_after, horizon, () => {
      const answer = answerOf(row, horizon)
      return {
        id: row.id,
        kind: row.kind,
        text: row.text,
        details: row.details,
        origin: row.from_pack ? ('pack' as const) : ('mine' as const),
        ordinal: row.ordinal,
        // where an answer waits is itself a hint: nothing is said before it may be read
        answer: answer?.veiled === false ? answer : null,
        safeAfter: row.safe_after,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      }
    })

  const mustRead = (id: CardId): CardRow => {
    const row = store.read(id)
    if (!row) throw new AppError('not-found', 'no such card', { what: 'card' })
    return row
  }

  return {
    board(showId: ShowId): Board {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const rows = store.cards(showId)
      return {
        lanes: Lane.options.map((lane) => {
          const cards = rows.filter((row) => row.lane === lane).map((row) => toCard(row, horizon))
          return {
            lane,
            cards: [...cards.filter(({ veiled }) => !veiled), ...cards.filter(({ veiled }) => veiled)],
          }
        }),
      }
    },

    /** Writes a card of the person's own, new or changed. A pack's card keeps its words. */
    save(draft: CardDraft): Card {
      return db
        .transaction(() => {
          library.mustHave(draft.showId)
          const now = nowIso(context)
          // the author's word, or else the episode that the card belongs to
          const safeAfter = draft.safeAfter === undefined ? draft.ordinal : draft.safeAfter
          const found = store.read(draft.id)
          if (found?.from_pack) {
            throw new AppError('invalid-input', 'a card that came with a pack keeps its words', {
              place: 'id',
            })
          }
          if (found && found.show_id !== draft.showId) {
            throw new AppError('invalid-input', 'a card cannot move to another show', { place: 'showId' })
          }
          if (!found) store.insert({ ...draft, safeAfter, lane: laneOf(draft.kind), now })
          else {
            const lane = found.lane === 'resolved' ? 'resolved' : laneOf(draft.kind)
            store.update({ ...draft, safeAfter, lane, now })
            if (lane !== found.lane) store.order(placeCard(store.lane(draft.showId, lane), draft.id, null))
          }
          return toCard(mustRead(draft.id), library.horizonOf(draft.showId))
        })
        .immediate()
    },

    /** The readable cards that say one of the names, word by word, in the order of the board; 50 at most. */
    naming(showId: ShowId, names: readonly string[]) {
      const horizon = library.horizonOf(showId)
      const isNamed = namesAny(names)
      return store
        .cards(showId)
        .map((row) => toCard(row, horizon))
        .filter((card) => !card.veiled)
        .filter(({ text, details }) => isNamed(`${text} ${details}`))
        .slice(0, 50)
        .map(({ id, kind, text }) => ({ id, kind, text }))
    },

    /** What a veiled card says, for one look. */
    peek({ showId, lane, nth }: BoardPeek): Peeked {
      library.mustHave(showId)
      const rows = store.cards(showId).filter((row) => row.lane === lane)
      const card = behindVeil(rows, ({ safe_after }) => safe_after, library.horizonOf(showId), nth)
      if (!card) throw new AppError('not-found', 'no such veil', { what: 'veil' })
      return { heading: null, text: card.text }
    },

    move({ id, lane, before, kind }: MoveCard): void {
      db.transaction(() => {
        const card = mustRead(id)
        store.place(id, lane, kindIn(lane, kind ?? card.kind), nowIso(context))
        store.order(placeCard(store.lane(card.show_id, lane), id, before))
      }).immediate()
    },

    remove(id: CardId): void {
      if (!store.remove(id, nowIso(context)))
        throw new AppError('not-found', 'no such card', { what: 'card' })
    },

    restore(id: CardId): void {
      if (!store.restore(id)) throw new AppError('not-found', 'no such card', { what: 'card' })
    },
  }
}
export type BoardService = ReturnType<typeof boardService>
