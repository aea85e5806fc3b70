import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { ScoresService } from './scores-service'
import type { BoardService } from './service'

export const boardHandlers = (
  boards: BoardService,
  scores: ScoresService,
): Handlers<typeof coreContract>['boards'] => ({
  list: ({ showId }) => boards.list(showId),
  board: (of) => boards.board(of),
  since: (of) => boards.since(of),
  card: (of) => boards.card(of),
  questions: ({ showId }) => boards.questions(showId),
  moments: (of) => boards.moments(of),
  archive: ({ boardId }) => boards.archive(boardId),
  create: (board) => boards.create(board),
  rename: ({ boardId, title }) => boards.rename(boardId, title),
  removeBoard: ({ boardId }) => boards.removeBoard(boardId),
  restoreBoard: ({ boardId }) => boards.restoreBoard(boardId),
  saveLane: (lane) => boards.saveLane(lane),
  moveLane: (move) => boards.moveLane(move),
  dropLane: (drop) => boards.dropLane(drop),
  save: (draft) => boards.save(draft),
  sealCard: (sealed) => boards.sealCard(sealed),
  move: (move) => boards.move(move),
  label: (label) => boards.label(label),
  putAway: ({ ids }) => boards.putAway(ids),
  bringBack: ({ ids }) => boards.bringBack(ids),
  remove: ({ ids }) => boards.remove(ids),
  addEvidence: (evidence) => boards.addEvidence(evidence),
  dropEvidence: (evidence) => boards.dropEvidence(evidence),
  giveOdds: (odds) => boards.giveOdds(odds),
  sealOdds: (odds) => boards.sealOdds(odds),
  resolve: (verdict) => boards.resolve(verdict),
  undo: ({ boardId }) => boards.undo(boardId),
  redo: ({ boardId }) => boards.redo(boardId),
  peek: (veil) => boards.peek(veil),
  scores: (of) => scores.scores(of),
  record: (of) => scores.record(of),
  resolved: (of) => scores.resolved(of),
  season: (of) => scores.season(of),
})
