import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoteId } from '../../../../shared/ids'
import type { NoteDraft } from '../../../../shared/notes/schema'
import { Reach } from '../../../../shared/veil/schema'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { type NoteDesk, noteDesk } from '../../../../tests/support/notes'

let core: TestCore
let desk: NoteDesk
beforeEach(async () => {
  core = testCore()
  desk = await noteDesk(core)
})
afterEach(() => core.close())

/** Lets time pass for what was written: the test's clock goes on by itself, a second a look. */
const wait = (minutes: number) => {
  const back = (column: string) =>
    `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${minutes} minutes')`
  core.db.exec(`UPDATE note SET ${back('created_at')}, ${back('updated_at')}`)
  core.db.exec(`UPDATE note_version SET ${back('written_at')}, ${back('kept_at')}`)
}
const bodies = async (id: NoteId) => {
  const { versions } = await core.client.notes.history({ id })
  const read = versions.map(({ version }) => core.client.notes.version({ id, version }))
  return (await Promise.all(read)).map((version) => (version.veiled ? null : version.body))
}

describe('the history of a note', () => {
  it('is one version for one sitting, and the one before it', async () => {
    const note = desk.draft({ body: 'yesterday' })
    await core.client.notes.save(note)
    wait(60 * 24)
    for (const body of ['t', 'to', 'today']) await core.client.notes.save({ ...note, body })
    expect(await bodies(note.id)).toEqual(['yesterday'])
    wait(6)
    await core.client.notes.save({ ...note, body: 'later' })
    expect(await bodies(note.id)).toEqual(['today', 'yesterday'])
  })

  it('has no version for a pin, and none for saving the same again', async () => {
    const note = desk.draft({ body: 'one' })
    await core.client.notes.save(note)
    wait(10)
    await core.client.notes.save(note)
    await core.client.notes.save({ ...note, pinned: true })
    expect(await bodies(note.id)).toEqual([])
  })

  it('loses no text that stood for more than five minutes', async () => {
    const step = fc.record({
      minutes: fc.integer({ min: 0, max: 12 }),
      body: fc.stringMatching(/^[a-z]{1,4}$/),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const note = desk.draft({ body: 'first' })
        await core.client.notes.save(note)
        const stood: string[] = []
        let body = 'first'
        let since = 0
        for (const { minutes, body: next } of steps) {
          wait(minutes)
          since += minutes
          await core.client.notes.save({ ...note, body: next })
          if (next === body) continue
          // the clock of the test adds a second or two to what has passed
          if (since > 5) stood.push(body)
          body = next
          since = 0
        }
        expect(await bodies(note.id)).toEqual(expect.arrayContaining(stood))
      }),
      { numRuns: 60 },
    )
  })

  it('brings a version back, and what was there is a version then', async () => {
    const note = desk.draft({ title: 'A', body: 'old', tags: ['luc'] })
    await core.client.notes.save(note)
    wait(10)
    await core.client.notes.save({ ...note, title: 'B', body: 'new', tags: [] })
    const [first] = (await core.client.notes.history({ id: note.id })).versions
    const { kept } = await core.client.notes.restoreVersion({ id: note.id, version: first?.version ?? 0 })
    expect(await core.client.notes.read({ id: note.id })).toMatchObject({
      title: 'A',
      body: 'old',
      tags: ['luc'],
    })
    expect(await desk.titles({ search: 'old' })).toEqual(['A'])
    await core.client.notes.restoreVersion({ id: note.id, version: kept ?? 0 })
    expect(await core.client.notes.read({ id: note.id })).toMatchObject({ title: 'B', body: 'new', tags: [] })
  })

  it('is closed while the note waits, and a version that belonged to a later episode waits by itself', async () => {
    const note = desk.draft({ body: 'of the ninth', episodeId: desk.episodeIds[8] ?? null })
    await core.client.notes.save(note)
    wait(10)
    await core.client.notes.save({ ...note, body: 'of the second', episodeId: desk.episodeIds[1] ?? null })
    const [first] = (await core.client.notes.history({ id: note.id })).versions
    const version = { id: note.id, version: first?.version ?? 0 }
    await core.client.library.setReading({ showId: desk.showId, reach: Reach.parse(3) })
    expect(await core.client.notes.history({ id: note.id })).toEqual({ versions: [], veiled: 1 })
    expect(await core.client.notes.version(version)).toEqual({ veiled: true, safeAfter: 9 })
    expect(await core.call('notes.restoreVersion', version)).toMatchObject({ error: { code: 'not-found' } })
    await core.client.library.setReading({ showId: desk.showId, reach: Reach.parse(1) })
    expect(await core.call('notes.history', { id: note.id })).toMatchObject({ error: { code: 'not-found' } })
  })

  it('belongs to its own note', async () => {
    const note = desk.draft({ body: 'a' })
    await core.client.notes.save(note)
    wait(10)
    await core.client.notes.save({ ...note, body: 'b' })
    const [first] = (await core.client.notes.history({ id: note.id })).versions
    const other = await desk.write({ body: 'other' })
    const reply = await core.call('notes.version', { id: other, version: first?.version })
    expect(reply).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('two windows with one note', () => {
  const opened = async (note: NoteDraft) => {
    const read = await core.client.notes.save(note)
    return { ...note, basis: read.veiled ? null : read.updatedAt }
  }

  it('the second is refused, and the first is not written over', async () => {
    const note = await opened(desk.draft({ body: 'both' }))
    await core.client.notes.save({ ...note, body: 'both, and the first' })
    const reply = await core.call('notes.save', { ...note, body: 'both, and the second' })
    expect(reply).toMatchObject({ error: { code: 'note-changed' } })
    expect(await core.client.notes.read({ id: note.id })).toMatchObject({ body: 'both, and the first' })
  })

  it('a save whose answer was lost is the same as one', async () => {
    const note = await opened(desk.draft({ body: 'a' }))
    await core.client.notes.save({ ...note, body: 'b' })
    expect(await core.client.notes.save({ ...note, body: 'b' })).toMatchObject({ body: 'b' })
  })

  it('what one deleted while the other wrote comes back with the words', async () => {
    const note = await opened(desk.draft({ body: 'a' }))
    await core.client.notes.remove({ id: note.id })
    await core.client.notes.save({ ...note, body: 'b' })
    expect(await core.client.notes.read({ id: note.id })).toMatchObject({ body: 'b' })
  })
})
