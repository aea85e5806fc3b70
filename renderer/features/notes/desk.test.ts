import { NoteId, ShowId } from '@shared/ids'
import { blankNote } from '@shared/notes/blank-note'
import type { NoteDraft } from '@shared/notes/schema'
import { LONGEST_BODY } from '@shared/notes/schema'
import { IsoTime } from '@shared/time'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDesk, type Saved } from './desk'

const id = NoteId.parse('0190a000-0000-7000-8000-000000000001')
const showId = ShowId.parse('0190a000-0000-7000-8000-000000000002')
const blank = () => blankNote(id, showId)
const EARLIER = '2021-05-03T21:13:00.000Z'
const AT = '2021-05-03T21:14:00.000Z'
const LATER = '2021-05-03T21:15:00.000Z'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A disk that answers when it is told to. */
function slowDisk() {
  const written: NoteDraft[] = []
  const waiting: { ok: () => void; fail: (why?: string) => void }[] = []
  const save = (draft: NoteDraft) =>
    new Promise<Saved>((resolve, reject) => {
      waiting.push({
        ok: () => {
          written.push(draft)
          resolve({ savedAt: AT, basis: IsoTime.parse(AT) })
        },
        fail: (why = 'disk full') => reject(new Error(why)),
      })
    })
  const settle = async (how: 'ok' | 'fail') => {
    waiting.shift()?.[how]()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { save, written, waiting, settle }
}

describe('the desk', () => {
  it('saves 400 ms after the last key, once', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.begin(blank())
    desk.change(id, { body: 'a' })
    await vi.advanceTimersByTimeAsync(399)
    desk.change(id, { body: 'ab' })
    await vi.advanceTimersByTimeAsync(399)
    expect(disk.waiting).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    await disk.settle('ok')
    expect(disk.written.map((draft) => draft.body)).toEqual(['ab'])
    expect(desk.sheet(id)).toMatchObject({ state: 'saved', savedAt: AT })
  })

  it('does not save a new note into which nothing was typed', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.begin(blank())
    desk.change(id, { pinned: true })
    await vi.advanceTimersByTimeAsync(1000)
    await desk.flushAll()
    expect(disk.waiting).toHaveLength(0)
    expect(desk.unsaved()).toEqual([])
  })

  it('saves again what was typed while a save was under way, and never two at a time', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.begin(blank())
    desk.change(id, { body: 'first' })
    void desk.flush(id)
    desk.change(id, { body: 'first and second' })
    void desk.flush(id)
    expect(disk.waiting).toHaveLength(1)
    await disk.settle('ok')
    expect(disk.waiting).toHaveLength(1)
    await disk.settle('ok')
    expect(disk.written.map((draft) => draft.body)).toEqual(['first', 'first and second'])
    expect(desk.sheet(id)?.state).toBe('saved')
  })

  it('keeps the text when a save fails, says so, and tries again', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.begin(blank())
    desk.change(id, { body: 'kept' })
    await vi.advanceTimersByTimeAsync(400)
    await disk.settle('fail')
    expect(desk.sheet(id)).toMatchObject({ state: 'failed', draft: { body: 'kept' } })
    expect(desk.unsaved()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(4000)
    await disk.settle('ok')
    expect(disk.written.map((draft) => draft.body)).toEqual(['kept'])
    expect(desk.sheet(id)).toMatchObject({ state: 'saved', failure: null })
  })

  it('does not let an older answer from disk cover what is being typed', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.adopt({ ...blank(), body: 'old' }, AT)
    desk.change(id, { body: 'old and new' })
    desk.adopt({ ...blank(), body: 'old' }, AT)
    expect(desk.sheet(id)?.draft.body).toBe('old and new')
  })

  it('takes over what changed on disk while nothing was being typed', () => {
    const desk = createDesk(slowDisk())
    desk.adopt({ ...blank(), body: 'old' }, AT)
    desk.adopt({ ...blank(), body: 'from elsewhere' }, LATER)
    expect(desk.sheet(id)?.draft.body).toBe('from elsewhere')
  })

  it('passes over an answer that was asked for before the last save', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.adopt({ ...blank(), body: 'old' }, EARLIER)
    desk.change(id, { body: 'new' })
    void desk.flush(id)
    await disk.settle('ok')
    desk.adopt({ ...blank(), body: 'old' }, EARLIER)
    expect(desk.sheet(id)?.draft.body).toBe('new')
  })

  it('does not save a change that was taken back before the pause was over', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.adopt({ ...blank(), body: 'same' }, AT)
    desk.change(id, { body: 'other' })
    desk.change(id, { body: 'same' })
    await vi.advanceTimersByTimeAsync(400)
    expect(disk.waiting).toHaveLength(0)
    expect(desk.sheet(id)?.state).toBe('saved')
  })

  it('drops the end of a range with its beginning, which could not be saved', () => {
    const desk = createDesk(slowDisk())
    desk.adopt({ ...blank(), body: 'x' }, AT)
    desk.change(id, { atMs: null, endMs: null })
    expect(desk.sheet(id)?.draft.endMs).toBeNull()
  })

  it('bases each save on what the last one left', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.begin(blank())
    desk.change(id, { body: 'one' })
    await vi.advanceTimersByTimeAsync(400)
    await disk.settle('ok')
    desk.change(id, { body: 'two' })
    await vi.advanceTimersByTimeAsync(400)
    await disk.settle('ok')
    expect(disk.written.map(({ basis }) => basis)).toEqual([null, AT])
  })

  it('goes on with a note of its own where somebody else has written into this one', async () => {
    const disk = slowDisk()
    const own = NoteId.parse('0190a000-0000-7000-8000-000000000009')
    const parted: string[] = []
    const desk = createDesk({
      save: disk.save,
      isMoved: (failure) => failure instanceof Error && failure.message === 'moved',
      newId: () => own,
      onParted: (from, to) => parted.push(from, to),
    })
    desk.adopt({ ...blank(), body: 'ours' }, EARLIER)
    desk.change(id, { body: 'mine' })
    await vi.advanceTimersByTimeAsync(400)
    disk.waiting.shift()?.fail('moved')
    await vi.advanceTimersByTimeAsync(0)
    await disk.settle('ok')
    expect(parted).toEqual([id, own])
    expect(disk.written).toMatchObject([{ id: own, body: 'mine', basis: null }])
    expect(desk.sheet(id)).toBeUndefined()
    expect(desk.sheet(own)?.state).toBe('saved')
  })

  it('keeps a text that is too long, does not try to save it, and saves it once it is shorter', async () => {
    const disk = slowDisk()
    const desk = createDesk(disk)
    desk.begin(blank())
    desk.change(id, { body: 'x'.repeat(LONGEST_BODY + 1) })
    await vi.advanceTimersByTimeAsync(10_000)
    await desk.flush(id)
    expect(disk.waiting).toHaveLength(0)
    expect(desk.sheet(id)).toMatchObject({ state: 'too-long' })
    expect(desk.sheet(id)?.draft.body).toHaveLength(LONGEST_BODY + 1)
    desk.change(id, { body: 'x'.repeat(LONGEST_BODY) })
    await vi.advanceTimersByTimeAsync(400)
    await disk.settle('ok')
    expect(desk.sheet(id)?.state).toBe('saved')
  })
})
