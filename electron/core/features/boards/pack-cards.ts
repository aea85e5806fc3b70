import { laneOf } from '@shared/boards/rules'
import type { BoardId, CardId, ShowId } from '@shared/ids'
import { cardsOf, type Json, type Part, putCard, putText } from './board-doc'
import { cardOfQuestion, type Desk } from './desk'
import type { Placed } from './places'
import type { CardRow, QuestionRow } from './store'

/** What the pack says of a card. */
const said = ({ key, kind, text, raisedKey, safeKey, safeAfter }: QuestionRow): Record<Part, Json> => ({
  question: key,
  kind,
  title: text,
  episode: raisedKey,
  // a stamp that no episode stands for is kept as one that nobody knows, which veils
  safe: { key: safeKey ?? (safeAfter === null ? null : `#${safeAfter}`) },
})

const differs = (row: CardRow, question: QuestionRow): boolean =>
  row.text !== question.text ||
  row.questionKey !== question.key ||
  row.episodeKey !== question.raisedKey ||
  row.safeSaid !== 1 ||
  row.safeKey !== (question.safeKey ?? (question.safeAfter === null ? null : `#${question.safeAfter}`))

/** Keeps the first board of a show in step with the questions of its pack. */
export function packCards(desk: Desk) {
  const { store, docs, now, mustHave, laneFor, placesFor } = desk

  const addAll = (boardId: BoardId, questions: readonly QuestionRow[]): void => {
    const at = now()
    const placed = new Map<string, Placed & { readonly laneId: string }>()
    for (const kind of ['question', 'theory', 'prediction'] as const) {
      const ids = questions
        .filter((each) => each.kind === kind)
        .map(({ key }) => cardOfQuestion(boardId, key))
      if (ids.length === 0) continue
      const lane = laneFor(boardId, laneOf(kind))
      for (const each of placesFor(boardId, lane.id, null, ids))
        placed.set(each.id, { ...each, laneId: lane.id })
    }
    docs.edit(boardId, { by: 'pack' }, (doc) => {
      // those that had to give way among them
      for (const { id, laneId, place } of placed.values()) putCard(doc, id, { lie: [laneId, place] })
      for (const question of questions)
        putCard(doc, cardOfQuestion(boardId, question.key), {
          ...said(question),
          after: question.raisedKey,
          made: at,
          edited: at,
          gone: null,
        })
    })
  }

  return {
    /**
     * Gives the questions of a show's pack their cards and their words. A card whose question is gone goes with it,
     * unless a person has done something with it: then it is theirs.
     */
    follow(showId: ShowId): void {
      // the oldest board has them, also while it is taken away: else it would come back beside a second set
      const boardId = store.boards(showId)[0]?.id ?? mustHave(showId, null).id
      if (docs.state(boardId).newer) return
      const questions = store.questions(showId)
      const known = new Map<CardId, CardRow>()
      for (const { key } of questions) {
        const id = cardOfQuestion(boardId, key)
        const row = store.card(id)
        if (row) known.set(id, row)
      }
      const fresh = questions.filter(({ key }) => !known.has(cardOfQuestion(boardId, key)))
      if (fresh.length > 0) addAll(boardId, fresh)
      const changed = questions.flatMap((question) => {
        const row = known.get(cardOfQuestion(boardId, question.key))
        const back = row?.goneAt !== null && row !== undefined && wasPacks(boardId, row.id)
        return row && (differs(row, question) || back || movesWith(boardId, row, question))
          ? [{ row, question, back }]
          : []
      })
      const keys = new Set(questions.map(({ key }) => key))
      const lost = store
        .cards(boardId)
        .concat(store.away(boardId))
        .filter(({ questionKey }) => questionKey !== null && !keys.has(questionKey))
      if (changed.length === 0 && lost.length === 0) return
      docs.edit(boardId, { by: 'pack' }, (doc) => {
        for (const { row, question, back } of changed) {
          // a card that has been the person's keeps their words in its text when the pack takes it back
          if (row.questionKey === null && row.goneAt === null && row.text !== question.text)
            putText(doc, row.id, `${row.text}\n\n${store.details(row.id)}`.trim())
          putCard(doc, row.id, said(question))
          if (back) putCard(doc, row.id, { gone: null })
          const lane = movesWith(boardId, row, question)
          const [place] = lane ? placesFor(boardId, lane, null, [row.id]) : []
          if (lane && place) putCard(doc, row.id, { lie: [lane, place.place] })
          // a card in another lane is what that lane says
          else if (row.kind !== question.kind) putCard(doc, row.id, { kind: row.kind })
        }
        for (const row of lost)
          putCard(
            doc,
            row.id,
            isTouched(boardId, row) ? { question: null } : { gone: { at: now(), pack: true } },
          )
      })
    },
  }

  /** Whether it was the pack that took a card away. */
  function wasPacks(boardId: BoardId, id: CardId): boolean {
    const gone = cardsOf(docs.read(boardId)).get(`${id}.gone`)
    return typeof gone === 'object' && gone !== null && 'pack' in gone
  }

  function isTouched(boardId: BoardId, row: CardRow): boolean {
    const { labels, evidence, odds, verdicts } = store.lists(boardId, row.id)
    const rests = labels.length + evidence.length + odds.length + verdicts.length > 0
    return rests || row.updatedAt !== row.createdAt || store.details(row.id) !== ''
  }

  /** The lane that a card follows its question to, when it still lies where its question put it. */
  function movesWith(boardId: BoardId, row: CardRow, question: QuestionRow) {
    if (row.kind === question.kind) return null
    const home = store.lanes(boardId).find(({ id }) => id === row.laneId)
    return home?.role === laneOf(row.kind) ? laneFor(boardId, laneOf(question.kind)).id : null
  }
}
export type PackCards = ReturnType<typeof packCards>
