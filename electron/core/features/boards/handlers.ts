import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { BoardService } from './service'

export const boardHandlers = (boards: BoardService): Handlers<typeof coreContract>['boards'] => ({
  board: ({ showId }) => boards.board(showId),
  save: (draft) => boards.save(draft),
  move: (move) => boards.move(move),
  remove: ({ id }) => boards.remove(id),
  peek: (veil) => boards.peek(veil),
  restore: ({ id }) => boards.restore(id),
})
