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
  dropDraft: ({ place }) => notes.dropDraft(place),
  save: (draft) => notes.save(draft),
  remove: ({ id }) => notes.remove(id),
  peek: ({ id }) => notes.peek(id),
  restore: ({ id }) => notes.restore(id),
})
