import { AppError } from '@shared/app-error'
import {
  type DropLane,
  type LaneDraft,
  MOST_LANES,
  type MoveLane,
  type NewBoard,
} from '@shared/boards/schema'
import type { BoardId, ShowId } from '@shared/ids'
import { lanesOf, metaOf, put, putCard } from './board-doc'
import { type Desk, mustHaveLane } from './desk'
import { placesAt } from './places'

/** Boards and their lanes: made, named, put in order, taken away. */
export function laneCommands({ context, store, docs, step, begin, showOf, library, now }: Desk) {
  const { db } = context
  const standing = (showId: ShowId) => store.boards(showId).filter(({ gone }) => !gone)

  return {
    create({ showId, boardId, title }: NewBoard): void {
      library.mustHave(showId)
      // saving twice is the same as saving once
      if (store.board(boardId)) return
      begin(showId, title, boardId)
    },

    rename: (boardId: BoardId, title: string): void => {
      showOf(boardId)
      step(boardId, 'board', (doc) => put(metaOf(doc), 'title', title))
    },

    /** @throws AppError `invalid-input` for the last board of a show */
    removeBoard(boardId: BoardId): void {
      const others = standing(showOf(boardId)).filter(({ id }) => id !== boardId)
      if (others.length === 0)
        throw new AppError('invalid-input', 'a show keeps its last board', { place: 'boardId' })
      docs.edit(boardId, { by: 'person', step: 'board' }, (doc) => put(metaOf(doc), 'gone', now()))
    },

    restoreBoard: (boardId: BoardId): void => {
      showOf(boardId)
      docs.edit(boardId, { by: 'person', step: 'board' }, (doc) => put(metaOf(doc), 'gone', null))
    },

    /** Adds a lane at the end, or names one anew. */
    saveLane({ boardId, id, name }: LaneDraft): void {
      showOf(boardId)
      const lanes = store.lanes(boardId)
      const known = lanes.find((lane) => lane.id === id)
      if (name === null && (known?.role ?? null) === null)
        throw new AppError('invalid-input', 'a lane without a role needs a name', { place: 'name' })
      if (!known && lanes.length >= MOST_LANES)
        throw new AppError('invalid-input', 'a board has no more lanes', { place: 'id' })
      const [made] = known ? [] : placesAt(lanes, lanes.length, [id])
      step(boardId, 'lane', (doc) => {
        put(lanesOf(doc), `${id}.name`, name)
        put(lanesOf(doc), `${id}.gone`, null)
        if (made) put(lanesOf(doc), `${id}.place`, made.place)
      })
    },

    moveLane({ boardId, id, before }: MoveLane): void {
      showOf(boardId)
      const lanes = store.lanes(boardId)
      mustHaveLane(lanes, id)
      const others = lanes.filter((lane) => lane.id !== id)
      const at = before === null ? -1 : others.findIndex((lane) => lane.id === before)
      const places = placesAt(others, at < 0 ? others.length : at, [id])
      step(boardId, 'lane', (doc) => {
        for (const { id: lane, place } of places) put(lanesOf(doc), `${lane}.place`, place)
      })
    },

    /** Takes a lane away; its cards go to the end of another one. */
    dropLane({ boardId, id, to }: DropLane): void {
      db.transaction(() => {
        showOf(boardId)
        const lanes = store.lanes(boardId)
        mustHaveLane(lanes, id)
        mustHaveLane(lanes, to)
        if (id === to) throw new AppError('invalid-input', 'cards go to another lane', { place: 'to' })
        const moving = store.order(boardId, id).map((card) => card.id)
        const order = store.order(boardId, to)
        const places = placesAt(order, order.length, moving)
        step(boardId, 'lane', (doc) => {
          for (const { id: card, place } of places) putCard(doc, card, { lie: [to, place] })
          put(lanesOf(doc), `${id}.gone`, true)
        })
      }).immediate()
    },
  }
}
