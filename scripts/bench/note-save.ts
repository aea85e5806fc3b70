import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EpisodeId, NoteId } from '../../shared/ids'
import { Ms } from '../../shared/time'
import { testCore } from '../../tests/support/core'

/** Notes per round and side. */
const NOTES = 150
const BODY = 'Luc gives the rule before the watch goes missing, so it is a promise, not a joke. '.repeat(4)

const p50 = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

export interface SaveRound {
  readonly ours: number
  readonly baseline: number
  readonly again: number
}

/**
 * Saving a note through the whole core (checks, rules, transaction, reading it back) beside the same row
 * committed with plain SQL on the same file, turn by turn.
 *
 * @returns milliseconds, the median of each side, per round
 */
export async function measureNoteSave(rounds: number): Promise<SaveRound[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'entracte-bench-'))
  const core = testCore({ file: path.join(folder, 'entracte.db'), checkOutput: false })
  try {
    const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 10 })
    const episodeId = EpisodeId.parse(
      core.db.prepare('SELECT id FROM episode WHERE ordinal = 7').pluck().get(),
    )
    const insert = core.db.prepare(`
      INSERT INTO note (id, show_id, episode_id, kind, title, body, tags, at_ms, end_ms, pinned, created_at, updated_at)
      VALUES (@id, @showId, @episodeId, 'note', @title, @body, '["luc"]', @atMs, NULL, 0, @now, @now)
    `)
    const raw = core.db.transaction((row: object) => insert.run(row))
    const viaCore = async (n: number) => {
      const id = NoteId.parse(core.newId())
      const started = performance.now()
      const reply = await core.call('notes.save', {
        id,
        showId,
        episodeId,
        atMs: Ms.parse(n * 1000),
        endMs: null,
        kind: 'note',
        title: `Note ${n}`,
        body: BODY,
        tags: ['luc'],
        pinned: false,
      })
      const took = performance.now() - started
      if (!reply.ok) throw new Error(reply.error.message)
      return took
    }
    const viaSql = (n: number) => {
      const row = {
        id: core.newId(),
        showId,
        episodeId,
        title: `Note ${n}`,
        body: BODY,
        atMs: n * 1000,
        now: '2021-05-04T18:00:00.000Z',
      }
      const started = performance.now()
      raw.immediate(row)
      return performance.now() - started
    }
    const measured: SaveRound[] = []
    for (let round = 0; round < rounds; round += 1) {
      const ours: number[] = []
      const baseline: number[] = []
      const again: number[] = []
      for (let n = 0; n < NOTES; n += 1) {
        baseline.push(viaSql(n))
        ours.push(await viaCore(n))
        again.push(viaSql(n))
      }
      measured.push({ ours: p50(ours), baseline: p50(baseline), again: p50(again) })
    }
    return measured
  } finally {
    core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
