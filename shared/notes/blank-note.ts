import type { NoteDraft } from './schema'

/**
 * A note that nobody has written anything into yet.
 *
 * @param writing what of it is known already
 */
export const blankNote = (
  id: NoteDraft['id'],
  showId: NoteDraft['showId'],
  writing: Partial<Omit<NoteDraft, 'id' | 'showId'>> = {},
): NoteDraft => ({
  id,
  showId,
  episodeId: null,
  atMs: null,
  endMs: null,
  kind: 'note',
  reaction: null,
  title: '',
  body: '',
  tags: [],
  pinned: false,
  authorId: null,
  basis: null,
  ...writing,
})
