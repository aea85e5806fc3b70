import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { NoteService } from './service'

export const noteHandlers = (notes: NoteService): Handlers<typeof coreContract>['notes'] => ({
  list: (wanted) => notes.list(wanted),
  facets: ({ showId }) => notes.facets(showId),
  pinned: (wanted) => notes.pinned(wanted),
  read: ({ id }) => notes.read(id),
  draft: ({ place }) => notes.draft(place),
  keepDraft: (draft) => notes.keepDraft(draft),
  dropDraft: (wanted) => notes.dropDraft(wanted),
  save: (draft) => notes.save(draft),
  remove: ({ id }) => notes.remove(id),
  peek: ({ id }) => notes.peek(id),
  restore: ({ id }) => notes.restore(id),
  ids: (wanted) => notes.ids(wanted),
  tagMany: (wanted) => notes.many.tag(wanted),
  pinMany: (wanted) => notes.many.pin(wanted),
  removeMany: (wanted) => notes.many.remove(wanted),
  restoreMany: (wanted) => notes.many.restore(wanted),
  trash: ({ showId }) => notes.many.trash(showId),
  emptyTrash: ({ showId }) => notes.many.empty(showId),
  history: ({ id }) => notes.history.history(id),
  version: (wanted) => notes.history.version(wanted),
  restoreVersion: (wanted) => notes.history.restore(wanted),
})
