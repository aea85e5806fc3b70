import { AppError } from '@shared/app-error'
import type { Board, CardDraft, CardKind } from '@shared/boards/schema'
import type { CardId, ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconArrowsMove, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useAsk } from '../../api/ask'
import { client } from '../../api/client'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toasts'
import { LANE_WORDS } from './lane-words'
import { laneViews, moveOnBoard, type Place, placeOf, withoutCard } from './lanes'

const failed = (error: unknown) => {
  const cause = error instanceof AppError ? error : new AppError('internal', String(error))
  toasts.show({ key: 'boards-failed', text: m.boards_failed({ what: errorWords(cause).title }) })
}

/**
 * A show's board and what can be done with it. The screen changes at once; when the disk refuses, it
 * changes back. Every change can be undone from its toast.
 */
export function useBoard(showId: ShowId) {
  const queries = useQueryClient()
  const board = useAsk('boards', 'board', { showId }, { keepLast: true })
  const key = ['boards', 'board', { showId }]

  /** Shows a board at once, and the one before again when the work fails. */
  async function tell(draw: (before: Board) => Board, work: () => Promise<unknown>): Promise<boolean> {
    await queries.cancelQueries({ queryKey: key })
    const before = queries.getQueryData<Board>(key)
    if (before) queries.setQueryData<Board>(key, draw(before))
    try {
      await work()
      return true
    } catch (error) {
      if (before) queries.setQueryData<Board>(key, before)
      failed(error)
      return false
    }
  }

  const put = (id: CardId, place: Place, kind?: CardKind) =>
    tell(
      (before) => moveOnBoard(before, id, place),
      () => client.boards.move({ id, ...place, ...(kind ? { kind } : {}) }),
    )

  return {
    board,
    /** Moves a card, and tells of it when it came into another lane. */
    async move(id: CardId, place: Place): Promise<void> {
      const before = queries.getQueryData<Board>(key)
      const lanes = before ? laneViews(before) : []
      const home = placeOf(lanes, id)
      const kind = lanes.flatMap(({ cards }) => cards).find((card) => card.id === id)?.kind
      if (!(await put(id, place)) || !home) return
      toasts.show({
        key: 'boards-move',
        icon: IconArrowsMove,
        text: m.boards_moved({ lane: LANE_WORDS[place.lane]() }),
        undo: () => void put(id, home, kind),
      })
    },
    /** Writes a new card. Answers whether it is on disk. */
    async add(draft: CardDraft): Promise<boolean> {
      try {
        await client.boards.save(draft)
      } catch (error) {
        failed(error)
        return false
      }
      const takeBack = () => void client.boards.remove({ id: draft.id }).catch(failed)
      toasts.show({ text: m.boards_added(), icon: IconPlus, undo: takeBack })
      return true
    },
    /** Writes a card of the person's own again. Answers whether it is on disk. */
    async change(draft: CardDraft, before: CardDraft): Promise<boolean> {
      try {
        await client.boards.save(draft)
      } catch (error) {
        failed(error)
        return false
      }
      toasts.show({ text: m.boards_changed(), undo: () => void client.boards.save(before).catch(failed) })
      return true
    },
    async remove(id: CardId): Promise<void> {
      const done = await tell(
        (before) => withoutCard(before, id),
        () => client.boards.remove({ id }),
      )
      const bringBack = () => void client.boards.restore({ id }).catch(failed)
      if (done) toasts.show({ text: m.boards_deleted(), icon: IconTrash, undo: bringBack })
    },
  }
}
