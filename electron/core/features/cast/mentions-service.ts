import type { Mentions } from '@shared/cast/mentions-schema'
import type { RoleId } from '@shared/ids'
import type { BoardService } from '../boards/service'
import type { NoteService } from '../notes/service'
import type { CastService } from './service'

interface MentionSources {
  readonly cast: CastService
  readonly notes: NoteService
  readonly boards: BoardService
}

/** Where a role is named: in the person's notes and on the board, as far as either may be read. */
export function mentionService({ cast, notes, boards }: MentionSources) {
  return {
    /** Nothing for a role that may not be named yet. @throws AppError `not-found` */
    mentions(roleId: RoleId): Mentions {
      const role = cast.openRole(roleId)
      if (!role) return { notes: [], cards: [] }
      const names = [...new Set([role.name.name, role.name.shortName])]
      return { notes: notes.naming(role.showId, names), cards: boards.naming(role.showId, names) }
    },
  }
}
export type MentionService = ReturnType<typeof mentionService>
