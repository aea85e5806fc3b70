import { rmSync } from 'node:fs'
import path from 'node:path'
import { migrations } from '../../electron/core/db/migrations/all'
import { CardId, ItemId, NoteId } from '../../shared/ids'
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
  const { id: boardId } = await core.client.boards.board({ showId, boardId: null, as: null })
  const cardId = CardId.parse(core.newId())
  await core.client.boards.save({
    id: cardId,
    boardId,
    kind: 'prediction',
    text: 'Luc is the narrator.',
    details: 'He explains the genre before each turn.',
    labels: ['luc'],
    ordinal: seventh.ordinal,
    evidence: [
      {
        id: ItemId.parse(core.newId()),
        stance: 'for',
        ground: { is: 'moment', ordinal: seventh.ordinal, atMs: Ms.parse(761_000) },
      },
    ],
  })
  await core.client.boards.giveOdds({ cardId, memberId: null, odds: [22, 78] })
  await core.client.boards.sealOdds({ cardId, memberId: null, odds: [31, 69] })
  const closed = { cardId, outcome: 'void' as const, memberId: null, ordinal: null, text: 'Nobody can tell.' }
  await core.client.boards.resolve(closed)
  await core.client.library.setReading({ showId, reach: Reach.parse(7) })
  await core.client.library.setWatched({ showId, episodeId: seventh.id, watched: true, through: false })
  await core.client.settings.change({ theme: 'salle', welcomed: true })
  core.db.pragma('wal_checkpoint(TRUNCATE)')
  core.db.pragma('journal_mode = DELETE')
  core.db.exec('VACUUM')
  core.close()
}
