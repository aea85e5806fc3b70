import type { EpisodeId, MemberId, RoleId, ShowId } from '@shared/ids'
import { NoteKind, type NoteOrder, type NotesOf } from '@shared/notes/schema'

export const KINDS = NoteKind.options

/** What the list is narrowed to. */
export interface Filters {
  readonly search: string
  readonly kinds: readonly NoteKind[]
  readonly tags: readonly string[]
  readonly episodeId: EpisodeId | null
  readonly roleId: RoleId | null
  readonly pinned: boolean
  /** Moments that were marked and say nothing yet. */
  readonly toWrite: boolean
  readonly authorIds: readonly MemberId[]
  readonly order: NoteOrder
}

export const NO_FILTERS: Filters = {
  search: '',
  kinds: KINDS,
  tags: [],
  episodeId: null,
  roleId: null,
  pinned: false,
  toWrite: false,
  authorIds: [],
  order: 'episode',
}

/** Whether anything is left out by other means than the search. */
export const isNarrowed = (filters: Filters): boolean =>
  filters.kinds.length < KINDS.length ||
  filters.tags.length > 0 ||
  filters.authorIds.length > 0 ||
  filters.episodeId !== null ||
  filters.roleId !== null ||
  filters.pinned ||
  filters.toWrite

/** Without narrowing, in the same order. */
export const widened = ({ order }: Filters): Filters => ({ ...NO_FILTERS, order })

export type NoteQuery = Omit<NotesOf, 'offset' | 'thorough'>

/** What the core is asked, but for the page. All kinds together narrow nothing and are not named. */
export const queryOf = (showId: ShowId, filters: Filters): NoteQuery => ({
  showId,
  search: filters.search.trim(),
  kinds: filters.kinds.length === KINDS.length ? [] : [...filters.kinds],
  tags: [...filters.tags],
  episodeId: filters.episodeId,
  roleId: filters.roleId,
  pinned: filters.pinned,
  toWrite: filters.toWrite,
  authorIds: [...filters.authorIds],
  order: filters.order,
})

/** A list with or without a member, in its own order. */
export const toggled = <T>(list: readonly T[], member: T, on: boolean): T[] =>
  on ? [...list.filter((other) => other !== member), member] : list.filter((other) => other !== member)
