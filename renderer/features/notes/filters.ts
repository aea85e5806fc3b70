import type { EpisodeId, ShowId } from '@shared/ids'
import { NoteKind, type NoteOrder, type NotesOf } from '@shared/notes/schema'

export const KINDS = NoteKind.options

/** What the list is narrowed to. */
export interface Filters {
  readonly search: string
  readonly kinds: readonly NoteKind[]
  readonly tags: readonly string[]
  readonly episodeId: EpisodeId | null
  readonly order: NoteOrder
}

export const NO_FILTERS: Filters = { search: '', kinds: KINDS, tags: [], episodeId: null, order: 'episode' }

/** Whether anything is left out by kind, episode or tag. */
export const isNarrowed = ({ kinds, tags, episodeId }: Filters): boolean =>
  kinds.length < KINDS.length || tags.length > 0 || episodeId !== null

/** Without narrowing, in the same order. */
export const widened = ({ order }: Filters): Filters => ({ ...NO_FILTERS, order })

/** What the core is asked, but for the page. All kinds together narrow nothing and are not named. */
export const queryOf = (showId: ShowId, filters: Filters): Omit<NotesOf, 'offset'> => ({
  showId,
  search: filters.search.trim(),
  kinds: filters.kinds.length === KINDS.length ? [] : [...filters.kinds],
  tags: [...filters.tags],
  episodeId: filters.episodeId,
  order: filters.order,
})

/** A list with or without a member, in its own order. */
export const toggled = <T>(list: readonly T[], member: T, on: boolean): T[] =>
  on ? [...list.filter((other) => other !== member), member] : list.filter((other) => other !== member)
