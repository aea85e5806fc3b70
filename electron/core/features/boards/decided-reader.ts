import type { BoardId, CardId, ShowId } from '@shared/ids'
import type { Desk } from './desk'
import { grouped } from './grouped'
import { scoresStore } from './scores-store'
import { type Decided, decidedOf } from './settling'
import { sightsOf } from './sights'

/** Boards of which it is kept what was decided. */
const KEPT = 4
/** More cards than this at once, and everything is read anew: one by one they take longer. */
const MOST_TOUCHED = 200
const NONE: readonly never[] = []

interface Kept {
  readonly seq: number
  readonly sight: number
  readonly byCard: ReadonlyMap<CardId, Decided>
  /** In the order of the story. */
  readonly decided: readonly Decided[]
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inStory = (byCard: ReadonlyMap<CardId, Decided>): Decided[] =>
  [...byCard.values()].sort(
    (a, b) => a.place - b.place || order(a.card.at, b.card.at) || order(a.card.id, b.card.id),
  )

/**
 * What was decided on a board, as far as its show has been seen. It is kept, card by card, and only the cards that were
 * touched since are asked again; a new sight, another line or other rows of the show, makes everything be read again.
 */
export function decidedReader(desk: Pick<Desk, 'context' | 'store' | 'ground' | 'touchedSince'>) {
  const { store, context } = desk
  const lists = scoresStore(context.db)
  const sightOf = sightsOf(context.db, ['episode', 'question', 'beat', 'board_start'])
  const kept = new Map<BoardId, Kept>()

  return (showId: ShowId, id: BoardId): readonly Decided[] => {
    const ground = desk.ground(showId, id)
    const sight = sightOf(showId, id, null, ground)
    const seq = store.lastSeq(id)
    const known = kept.get(id)
    // asked in any case, because what is touched is remembered from the first time on
    const since = desk.touchedSince(id, known?.seq ?? seq)
    const touched = known?.sight === sight ? since : null
    if (known && touched?.size === 0) return known.decided

    const whole = (): Map<CardId, Decided> => {
      const rows = lists.decided(id)
      const evidence = grouped(rows.evidence, ({ cardId }) => cardId)
      const odds = grouped(rows.odds, ({ cardId }) => cardId)
      const verdicts = grouped(rows.verdicts, ({ cardId }) => cardId)
      const byCard = new Map<CardId, Decided>()
      for (const row of rows.cards) {
        const on = {
          evidence: evidence.get(row.id) ?? NONE,
          odds: odds.get(row.id) ?? NONE,
          verdicts: verdicts.get(row.id) ?? NONE,
        }
        const decided = decidedOf(row, on, ground)
        if (decided) byCard.set(row.id, decided)
      }
      return byCard
    }
    const anew = (before: ReadonlyMap<CardId, Decided>, cards: ReadonlySet<string>): Map<CardId, Decided> => {
      const byCard = new Map(before)
      for (const card of cards as ReadonlySet<CardId>) {
        const row = store.card(card)
        const here = row !== null && row.boardId === id && row.goneAt === null
        const decided = here ? decidedOf(row, store.lists(id, card), ground) : null
        if (decided) byCard.set(card, decided)
        else byCard.delete(card)
      }
      return byCard
    }

    const few = known && touched && touched.size <= MOST_TOUCHED
    const byCard = few ? anew(known.byCard, touched) : whole()
    const decided = inStory(byCard)
    kept.delete(id)
    // within a transaction that may be taken back nothing is kept
    if (!context.db.inTransaction) kept.set(id, { seq, sight, byCard, decided })
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
    return decided
  }
}
