import { rmSync } from 'node:fs'
import path from 'node:path'
import { migrations } from '../../electron/core/db/migrations/all'
import { CardId, NoteId } from '../../shared/ids'
import { Ms } from '../../shared/time'
import { Reach } from '../../shared/veil/schema'
import { testCore } from '../support/core'

/**
 * Stores a database of the newest version, with something in every table, for the tests of all versions to
 * come. Run once, when a migration is finished: `npm run store-database`.
 */
export async function storeDatabase(): Promise<void> {
  const file = path.join(import.meta.dirname, 'stored', `v${migrations.length}.db`)
  rmSync(file, { force: true })
  const core = testCore({ file })
  const { showId } = await core.client.exchange.start({
    packId: 'emily-in-paris',
    watchedThrough: Reach.parse(10),
  })
  const show = await core.client.library.show({ showId })
  const seventh = show.seasons[0]?.episodes[6]
  if (!seventh) throw new Error('the bundled pack has no seventh episode')
  core.db.prepare("INSERT INTO rating VALUES (?, 8, '2021-05-04T18:00:00.000Z')").run(seventh.id)
  await core.client.notes.save({
    id: NoteId.parse(core.newId()),
    showId,
    episodeId: seventh.id,
    atMs: Ms.parse(761_000),
    endMs: null,
    kind: 'note',
    title: 'Which kind of ending',
    body: 'Élodie said: **a promise**, not a joke.',
    tags: ['luc', 'savoir'],
    pinned: true,
  })
  await core.client.boards.save({
    id: CardId.parse(core.newId()),
    showId,
    kind: 'theory',
    text: 'Luc is the narrator.',
    details: 'He explains the genre before each turn.',
    ordinal: seventh.ordinal,
  })
  await core.client.library.setReading({ showId, reach: Reach.parse(7) })
  await core.client.library.setWatched({ showId, episodeId: seventh.id, watched: true, through: false })
  await core.client.settings.change({ theme: 'salle', welcomed: true })
  core.db.pragma('wal_checkpoint(TRUNCATE)')
  core.db.pragma('journal_mode = DELETE')
  core.db.exec('VACUUM')
  core.close()
}
