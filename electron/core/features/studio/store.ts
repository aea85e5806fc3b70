import type { Patch } from '@shared/exchange/patch'
import type { ShowId } from '@shared/ids'
import type { Database } from '../../db/database'

/** Steps that are kept for taking back, per show. */
const KEPT_STEPS = 300

export interface StepRow {
  readonly seq: number
  readonly patch: Patch
  readonly madeAt: string
}

interface Stored {
  readonly seq: number
  readonly patch: string
  readonly made_at: string
}

/** The steps of editing a show, so that they can be taken back after a restart too. */
export function studioStore(db: Database) {
  const add = db.prepare('INSERT INTO pack_step (show_id, patch, made_at) VALUES (@showId, @patch, @now)')
  const replace = db.prepare('UPDATE pack_step SET patch = @patch, made_at = @now WHERE seq = @seq')
  const dropUndone = db.prepare('DELETE FROM pack_step WHERE show_id = ? AND undone = 1')
  const trim = db.prepare(`
    DELETE FROM pack_step
    WHERE show_id = @showId AND seq <= (
      SELECT seq FROM pack_step WHERE show_id = @showId ORDER BY seq DESC LIMIT 1 OFFSET @kept
    )
  `)
  const last = db.prepare<[string], Stored>(`
    SELECT seq, patch, made_at FROM pack_step WHERE show_id = ? AND undone = 0 ORDER BY seq DESC LIMIT 1
  `)
  const next = db.prepare<[string], Stored>(`
    SELECT seq, patch, made_at FROM pack_step WHERE show_id = ? AND undone = 1 ORDER BY seq LIMIT 1
  `)
  const mark = db.prepare('UPDATE pack_step SET undone = @undone WHERE seq = @seq')
  const any = db.prepare('SELECT 1 FROM pack_step WHERE show_id = ? AND undone = ? LIMIT 1').pluck()

  const toStep = (row: Stored | undefined): StepRow | null =>
    // written by `add` from a patch of ours
    row ? { seq: row.seq, patch: JSON.parse(row.patch) as Patch, madeAt: row.made_at } : null

  return {
    add(showId: ShowId, patch: Patch, now: string): void {
      dropUndone.run(showId)
      add.run({ showId, patch: JSON.stringify(patch), now })
      trim.run({ showId, kept: KEPT_STEPS })
    },
    replace: (seq: number, patch: Patch, now: string): void =>
      void replace.run({ seq, patch: JSON.stringify(patch), now }),
    /** The step that would be taken back. */
    last: (showId: ShowId): StepRow | null => toStep(last.get(showId)),
    /** The step that was taken back last. */
    next: (showId: ShowId): StepRow | null => toStep(next.get(showId)),
    mark: (seq: number, undone: boolean): void => void mark.run({ seq, undone: undone ? 1 : 0 }),
    canUndo: (showId: ShowId): boolean => any.get(showId, 0) === 1,
    canRedo: (showId: ShowId): boolean => any.get(showId, 1) === 1,
  }
}
export type StudioStore = ReturnType<typeof studioStore>
