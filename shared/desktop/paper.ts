import { z } from 'zod'
import { BoardId, MemberId, SeasonId, ShowId, TaskId, ThreadId } from '../ids'
import { RECAP_LENGTHS, RECAP_VIEWS } from '../recap/choices'

const kind = z.enum(['pdf', 'png'])

/** The recap as the person reads it. */
export const PrintOfRecap = z.strictObject({
  page: z.literal('recap'),
  showId: ShowId,
  view: z.enum(RECAP_VIEWS),
  length: z.enum(RECAP_LENGTHS),
  hidden: z.array(ThreadId).max(40),
  kind,
})
export type PrintOfRecap = z.infer<typeof PrintOfRecap>

/** Who saw one season coming, on one board; without a board, on the first of the show. */
export const PrintOfSeason = z.strictObject({
  page: z.literal('season'),
  showId: ShowId,
  boardId: BoardId.nullable(),
  seasonId: SeasonId,
  kind,
})
export type PrintOfSeason = z.infer<typeof PrintOfSeason>

/** A board as one member sees it. */
export const PrintOfBoard = z.strictObject({
  page: z.literal('board'),
  showId: ShowId,
  boardId: BoardId.nullable(),
  as: MemberId.nullable(),
  kind,
})
export type PrintOfBoard = z.infer<typeof PrintOfBoard>

/** What is to be printed, as a document or as a picture: one of the pages that the app has for paper. */
export const ToPrint = z.discriminatedUnion('page', [PrintOfRecap, PrintOfSeason, PrintOfBoard])
export type ToPrint = z.infer<typeof ToPrint>

/** Files that are done, of how many. */
export const PrintProgress = z.strictObject({ done: z.int().min(0), of: z.int().min(1) })

/** The most pictures that one page becomes; what is longer belongs into a document. */
export const PICTURES_AT_MOST = 4

export const Printed = z.strictObject({
  /** One document, or one picture after the other; empty when it is too long for pictures. */
  files: z.array(z.instanceof(Uint8Array)).max(PICTURES_AT_MOST),
  tooLong: z.boolean(),
})
export type Printed = z.infer<typeof Printed>

/** A page that was drawn to be printed says so. */
export const PrintDrawn = z.strictObject({
  job: TaskId,
  title: z.string().max(500),
  /** Its height in CSS pixels. */
  height: z.int().min(1).max(10_000_000),
  /** Where it may be cut, in CSS pixels from the top, ascending: between two blocks. */
  breaks: z.array(z.int().min(0)).max(20_000),
})
export type PrintDrawn = z.infer<typeof PrintDrawn>

function choiceOf(wanted: ToPrint): Record<string, string> {
  switch (wanted.page) {
    case 'recap':
      return { view: wanted.view, length: wanted.length, hidden: wanted.hidden.join(' ') }
    case 'season':
      return { boardId: wanted.boardId ?? '', seasonId: wanted.seasonId }
    case 'board':
      return { boardId: wanted.boardId ?? '', as: wanted.as ?? '' }
  }
}

/** The address of the page that is printed, within the app. */
export function printAddress(wanted: ToPrint, job: string): string {
  const { page, showId, kind } = wanted
  const choice = choiceOf(wanted)
  // the router reads the document's own search (`?theme=…`) as a tail of this one: it falls into what nobody reads
  return `/print/${page}?${new URLSearchParams({ job, showId, kind, ...choice, tail: '' })}`
}

/** A piece of a long page: where it begins, and how high it is, in CSS pixels. */
export interface Part {
  readonly top: number
  readonly height: number
}

/**
 * Cuts a long page into pieces, between blocks where that is possible.
 *
 * @param most the greatest height of a piece
 * @returns the pieces from top to bottom, without gaps and without overlap
 */
export function cut(height: number, breaks: readonly number[], most: number): Part[] {
  const parts: Part[] = []
  let top = 0
  while (height - top > most) {
    const at = breaks.findLast((place) => place > top && place <= top + most) ?? top + most
    parts.push({ top, height: at - top })
    top = at
  }
  return [...parts, { top, height: height - top }]
}
