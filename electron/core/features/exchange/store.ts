import type { Pack } from '@shared/exchange/pack-schema'
import { ShowId } from '@shared/ids'
import type { Database } from '../../db/database'
import type { Value } from './pack-tables'
import type { RowChange } from './pack-writer'

const MaybeShow = ShowId.nullable()
type Row = Readonly<Record<string, Value>>

/** What `pack_header` keeps of a show's pack, besides the state before the person's edits. */
export interface HeaderRow {
  readonly title: string
  readonly about: string
  readonly licence: string
  readonly language: string
  /** Made by the person, not by a pack. */
  readonly own: boolean
}

/** Writes the rows of packs, and lets a show be seen when all of them are there. */
export function exchangeStore(db: Database) {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  const showOf = db.prepare('SELECT id FROM show WHERE pack_id = ? AND ready = 1').pluck()
  const packIdOf = db.prepare('SELECT pack_id FROM show WHERE id = ? AND ready = 1').pluck()
  const ready = db.prepare('UPDATE show SET ready = 1 WHERE id = ?')
  const discard = db.prepare('DELETE FROM show WHERE id = ? AND ready = 0')
  const discardAll = db.prepare('DELETE FROM show WHERE ready = 0')
  const putHeader = db.prepare(`
    INSERT INTO pack_header (show_id, title, about, licence, language, own)
    VALUES (@showId, @title, @about, @licence, @language, @own)
    ON CONFLICT (show_id) DO UPDATE SET
      title = excluded.title, about = excluded.about, licence = excluded.licence, language = excluded.language
  `)
  const isOwn = db.prepare('SELECT own FROM pack_header WHERE show_id = ?').pluck()
  const base = db.prepare('SELECT base FROM pack_header WHERE show_id = ?').pluck()
  const hasBase = db.prepare('SELECT base IS NOT NULL FROM pack_header WHERE show_id = ?').pluck()
  const setBase = db.prepare('UPDATE pack_header SET base = @base WHERE show_id = @showId')
  // far beyond any ordinal and number that a pack may hold
  const park = db.prepare(`
    UPDATE episode SET ordinal = ordinal + 1000000, number = number + 1000000 WHERE show_id = ?
  `)
  const removeCitations = db.prepare(`
    DELETE FROM citation WHERE source_id IN (SELECT id FROM source WHERE show_id = ?)
  `)
  const removeNotes = db.prepare('DELETE FROM note WHERE show_id = ?')
  const forgetSteps = db.prepare('DELETE FROM pack_step WHERE show_id = ?')
  const removeShow = db.prepare('DELETE FROM show WHERE id = ?')

  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  /** Table and column names come from our own code, never from a pack. */
  const insertInto = (table: string, row: Row): void => {
    const columns = Object.keys(row)
    prepared(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    ).run(row)
  }
  const update = (table: string, id: string, row: Row): void => {
    const set = Object.keys(row).map((name) => `${name} = @${name}`)
    prepared(`UPDATE ${table} SET ${set.join(', ')} WHERE id = @id`).run({ ...row, id })
  }

  return {
    /** The show that a pack has become, if it has. */
    showOf: (packId: string): ShowId | null => MaybeShow.parse(showOf.get(packId) ?? null),
    packIdOf: (showId: ShowId): string | null => (packIdOf.get(showId) as string | null | undefined) ?? null,
    update,
    ready: (showId: string): void => void ready.run(showId),
    /** Takes back a show whose rows are not all there. */
    discard: (showId: string): void => void discard.run(showId),
    /** Takes back every show that an interrupted import left behind. Answers how many. */
    discardUnfinished: (): number => discardAll.run().changes,

    putHeader: (showId: ShowId, { own, title, about, licence, language }: HeaderRow): void =>
      void putHeader.run({ showId, title, about, licence, language, own: own ? 1 : 0 }),
    isOwn: (showId: ShowId): boolean => isOwn.get(showId) === 1,
    /** The pack before the person's edits; null when there are none, or nothing came before them. */
    base: (showId: ShowId): Pack | null => {
      const stored = base.get(showId)
      // written by `setBase` from a pack that was checked, perhaps before packs had artwork
      if (typeof stored !== 'string') return null
      const pack = JSON.parse(stored) as Omit<Pack, 'artwork'> & Partial<Pick<Pack, 'artwork'>>
      return { ...pack, artwork: pack.artwork ?? [] }
    },
    hasBase: (showId: ShowId): boolean => hasBase.get(showId) === 1,
    setBase: (showId: ShowId, pack: Pack | null): void =>
      void setBase.run({ showId, base: pack === null ? null : JSON.stringify(pack) }),

    /** Does one step of writing. */
    change(step: RowChange): void {
      if (step.do === 'insert') insertInto(step.table, step.row)
      else if (step.do === 'update') update(step.table, step.id, step.row)
      else if (step.do === 'delete') prepared(`DELETE FROM ${step.table} WHERE id = ?`).run(step.id)
      else if (step.do === 'clear') prepared(`DELETE FROM ${step.table} WHERE ${step.owner} = ?`).run(step.id)
      else park.run(step.showId)
    },

    /** Forgets the steps of editing: after an update they would lead astray. */
    forgetSteps: (showId: ShowId): void => void forgetSteps.run(showId),

    /** Takes a show out of the library, with the notes about it. Whoever calls has asked. */
    removeShow(showId: ShowId): void {
      removeCitations.run(showId)
      removeNotes.run(showId)
      removeShow.run(showId)
    },
  }
}
export type ExchangeStore = ReturnType<typeof exchangeStore>
