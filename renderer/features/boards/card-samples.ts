import type { Board, Card } from '@shared/boards/schema'
import { BoardId, CardId, LaneId, MemberId } from '@shared/ids'
import { IsoTime } from '@shared/time'
import { EpisodeOrdinal } from '@shared/veil/schema'
import type { OpenCard } from './lanes/lanes'

/* Cards and a board for tests. */

const uuid = (kind: string, n: number) => `0190a000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`
export const cardId = (n: number) => CardId.parse(uuid('0', n))
export const laneId = (n: number) => LaneId.parse(uuid('1', n))
export const memberId = (n: number) => MemberId.parse(uuid('2', n))
export const AT = IsoTime.parse('2021-05-03T21:14:00.000Z')

export const sampleCard = (n: number, over: Partial<OpenCard> = {}): OpenCard => ({
  veiled: false,
  id: cardId(n),
  kind: 'question',
  text: `Card ${n}`,
  excerpt: '',
  origin: 'mine',
  authorId: null,
  labels: [],
  parentId: null,
  form: { is: 'yes-no' },
  ordinal: null,
  safeAfter: null,
  closes: null,
  closedAt: null,
  odds: { given: 0, blind: false, standing: [], sealed: [], crowd: null },
  wordsSealed: null,
  answer: null,
  verdict: null,
  createdAt: AT,
  updatedAt: AT,
  evidence: [],
  ...over,
})

export const sampleVeil = (after: number): Card => ({ veiled: true, safeAfter: EpisodeOrdinal.parse(after) })

const ROLES = ['questions', 'theories', 'predictions', 'resolved', null] as const

/** A board with the four lanes and one of the person's own, which hold what is given. */
export const sampleBoard = (...lanes: readonly (readonly Card[])[]): Board => ({
  id: BoardId.parse(uuid('3', 1)),
  version: '',
  title: null,
  lanes: ROLES.map((role, at) => ({
    id: laneId(at + 1),
    role,
    name: role === null ? 'Someday' : null,
    cards: [...(lanes[at] ?? [])],
  })),
  undo: null,
  redo: null,
  setAside: 0,
  newer: false,
})
