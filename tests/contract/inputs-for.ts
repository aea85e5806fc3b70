import type { z } from 'zod'
import type { TestCore } from '../support/core'

/** What zod keeps about a schema, as far as it is needed here. */
interface Definition {
  readonly type: string
  readonly shape?: Record<string, z.ZodType>
  readonly entries?: Record<string, string>
  readonly values?: readonly unknown[]
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly in?: z.ZodType
  readonly format?: string
}
const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition

const TABLES_WITH_IDS = ['show', 'season', 'episode', 'role', 'thread', 'beat', 'note', 'question', 'member']

/** Values for the names that mean something in the library that is open; everything else goes by its type. */
function pools(core: TestCore): Record<string, () => unknown[]> {
  const ids = (table: string) => core.db.prepare(`SELECT id FROM ${table}`).pluck().all()
  const cards = () => core.db.prepare('SELECT card_id FROM board_card').pluck().all()
  const lanes = () => core.db.prepare('SELECT lane_id FROM board_lane').pluck().all()
  return {
    showId: () => ids('show'),
    roleId: () => ids('role'),
    episodeId: () => ids('episode'),
    seasonId: () => ids('season'),
    orderId: () => ids('episode_order'),
    noteId: () => ids('note'),
    noteIds: () => [[], ids('note')],
    memberId: () => ids('member'),
    authorId: () => [undefined, ...ids('member')],
    authorIds: () => [[], ids('member')],
    basis: () => [undefined],
    count: () => [1, 100],
    colour: () => [1, 2],
    version: () => core.db.prepare('SELECT seq FROM note_version').pluck().all(),
    trackerId: () => ids('tracker'),
    readingId: () => ids('reading'),
    subtitleId: () => ids('subtitle'),
    words: () => ['', 'CANARY', 'line'],
    language: () => ['fr'],
    pictureId: () => ids('artwork'),
    boardId: () => core.db.prepare('SELECT doc_id FROM board').pluck().all(),
    laneId: () => core.db.prepare('SELECT lane_id FROM board_lane').pluck().all(),
    cardId: cards,
    ids: () => [...cards().map((id) => [id]), ids('note')],
    parentId: () => [undefined],
    as: () => [null, ...ids('member')],
    to: () => core.db.prepare('SELECT lane_id FROM board_lane').pluck().all(),
    evidenceId: () => core.db.prepare('SELECT evidence_id FROM card_evidence').pluck().all(),
    odds: () => [[70, 30]],
    outcome: () => [null, 0, 1, 'void'],
    form: () => [undefined],
    evidence: () => [
      undefined,
      { id: core.newId(), stance: 'for', ground: { is: 'moment', ordinal: 1, atMs: 0 } },
    ],
    labels: () => [undefined],
    id: () => [...TABLES_WITH_IDS.flatMap(ids), ...cards().slice(0, 2), ...lanes()],
    search: () => ['', 'CANARY', 'note'],
    tags: () => [[]],
    tag: () => ['CANARY', 'canary5mx'],
    packId: () => ['emily-in-paris'],
    // where players are looked for: a port that nobody listens on
    address: () => ['', 'http://127.0.0.1:9'],
  }
}

/** Takes at most so many of a list, evenly from all of it. */
function thinned<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list]
  return Array.from({ length: most }, (_value, index) => list[Math.floor((index * list.length) / most)] as T)
}

/**
 * Inputs that a schema allows: ids of the open library for names that mean one, and for the rest every choice of
 * an enum, both booleans, present and absent. It throws for what it has never met, so that a method of a new kind
 * cannot pass unasked.
 *
 * @param most at most so many, evenly thinned
 * @param more values for names that only the test knows: an update that waits, the bytes of a pack
 */
export function inputsFor(
  core: TestCore,
  schema: z.ZodType,
  most: number,
  more: Readonly<Record<string, readonly unknown[]>> = {},
): unknown[] {
  const known: Record<string, () => unknown[]> = {
    ...pools(core),
    ...Object.fromEntries(Object.entries(more).map(([name, values]) => [name, () => [...values]])),
  }

  const valuesOf = (part: z.ZodType, name: string): unknown[] => {
    const def = definitionOf(part)
    // a list called `kinds` and a nullable `episodeId` are found by their names first
    if (Object.hasOwn(known, name)) {
      const values = known[name]?.() ?? []
      return def.type === 'nullable' ? [null, ...values] : values
    }
    switch (def.type) {
      case 'object':
        return objectsOf(def.shape ?? {})
      case 'enum':
        return Object.values(def.entries ?? {})
      case 'literal':
        return [...(def.values ?? [])]
      case 'boolean':
        return [true, false]
      case 'nullable':
        return [null, ...valuesOf(inner(def), name)]
      case 'optional':
      case 'default':
        return [undefined, ...valuesOf(inner(def), name)]
      case 'array':
        return [[], ...valuesOf(def.element as z.ZodType, '').map((value) => [value])]
      case 'union':
        return (def.options ?? []).flatMap((option) => valuesOf(option, name))
      case 'number':
      case 'int':
        return [0, 1, 2]
      case 'string':
        if (def.format === 'uuid') return known.id?.() ?? []
        return ['', 'CANARY', '2021-05-03']
      case 'void':
        return [undefined]
      case 'custom':
        return [new TextEncoder().encode('{}')]
      case 'pipe':
        return valuesOf(def.in as z.ZodType, name)
      case 'record':
        return [{}]
      case 'null':
        return [null]
      case 'any':
      case 'unknown':
        return [null, 'CANARY', {}]
      default:
        throw new Error(
          `the canary walk does not know what to put into "${name}" (${def.type}): teach inputsFor`,
        )
    }
  }
  const inner = (def: Definition): z.ZodType => {
    if (!def.innerType) throw new Error('a wrapped schema without its inner one')
    return def.innerType
  }
  const objectsOf = (shape: Record<string, z.ZodType>): unknown[] =>
    Object.entries(shape).reduce<Record<string, unknown>[]>(
      (inputs, [name, part]) =>
        thinned(
          inputs.flatMap((input) => valuesOf(part, name).map((value) => ({ ...input, [name]: value }))),
          most,
        ),
      [{}],
    )
  return thinned(valuesOf(schema, ''), most)
}
