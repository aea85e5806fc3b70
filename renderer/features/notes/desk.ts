import type { NoteId } from '@shared/ids'
import { LONGEST_BODY, type NoteDraft } from '@shared/notes/schema'
import type { IsoTime } from '@shared/time'
import { isBlank, sameDraft, type Writing, withWriting } from './draft'

/** How long after the last key a note is saved. */
const PAUSE_MS = 400
/** When a save that failed is tried again. */
const RETRY_MS = 4000

/** `too-long`: it holds more than a note can, stays here, and is not saved. */
export type SheetState = 'new' | 'saved' | 'waiting' | 'saving' | 'failed' | 'too-long'

/** One note that is being written, and how far it is from disk. */
export interface Sheet {
  readonly draft: NoteDraft
  readonly state: SheetState
  /** When what the draft says now was on disk; null while it never was. */
  readonly savedAt: string | null
  /** Why the last save failed. */
  readonly failure: unknown
}

interface Held extends Sheet {
  readonly onDisk: NoteDraft | null
}

export interface Saved {
  /** When the note was on disk. */
  readonly savedAt: string
  /** What the next save is based on; null when that is not told, for a note behind the line. */
  readonly basis: IsoTime | null
}

export interface DeskOptions {
  /** Answers when the note is on disk. */
  readonly save: (draft: NoteDraft) => Promise<Saved>
  /** Whether a save failed because somebody else has written into the note. */
  readonly isMoved?: (failure: unknown) => boolean
  readonly newId?: () => NoteId
  /** What was written here goes on under an id of its own, because the note has moved on elsewhere. */
  readonly onParted?: (from: NoteId, to: NoteId) => void
}

const isTooLong = (draft: NoteDraft): boolean => draft.body.length > LONGEST_BODY

export interface Desk {
  sheet(id: string): Sheet | undefined
  /** Lays out a note that is not on disk. It is not saved before something was typed. */
  begin(draft: NoteDraft): void
  /** Lays out a note as it is on disk. What was typed and not saved, or saved later, stays on top. */
  adopt(draft: NoteDraft, savedAt: string): void
  change(id: string, writing: Partial<Writing>): void
  /** Saves at once what waits. Resolves when it is on disk or has failed. */
  flush(id: string): Promise<void>
  flushAll(): Promise<void>
  /** Takes a note from the desk; what waits in it is dropped. */
  discard(id: string): void
  /** Drafts that are not on disk yet. */
  unsaved(): NoteDraft[]
  subscribe(listener: () => void): () => void
}

/**
 * Where notes lie while they are written. It lives outside of the screen, so that leaving a page loses
 * nothing, and it saves one note at a time: the latest text of this window always wins. Where another window has
 * written into the same note, both texts are kept: the one from here becomes a note of its own.
 */
export function createDesk({ save, isMoved = () => false, newId, onParted }: DeskOptions): Desk {
  const sheets = new Map<string, Held>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const running = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()

  const put = (sheet: Held) => {
    sheets.set(sheet.draft.id, sheet)
    for (const listener of listeners) listener()
  }
  const stateOf = (draft: NoteDraft, done: boolean): SheetState =>
    isTooLong(draft) ? 'too-long' : done ? 'saved' : 'waiting'
  const stopTimer = (id: string) => {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }
  const saveLater = (id: string, ms: number) => {
    stopTimer(id)
    timers.set(
      id,
      setTimeout(() => void flush(id), ms),
    )
  }
  const needsSaving = (sheet: Held | undefined): sheet is Held =>
    sheet !== undefined &&
    !isTooLong(sheet.draft) &&
    !(sheet.onDisk === null && isBlank(sheet.draft)) &&
    (sheet.onDisk === null || !sameDraft(sheet.onDisk, sheet.draft))

  /** Takes what was written here out of a note that has moved on, and goes on with it as a note of its own. */
  function part(sheet: Held, to: NoteId): Promise<void> {
    const from = sheet.draft.id
    sheets.delete(from)
    stopTimer(from)
    put({
      ...sheet,
      draft: { ...sheet.draft, id: to, basis: null },
      onDisk: null,
      savedAt: null,
      state: 'waiting',
    })
    onParted?.(from, to)
    return flush(to)
  }

  async function write(id: string): Promise<void> {
    let sheet = sheets.get(id)
    while (needsSaving(sheet)) {
      const draft = sheet.draft
      put({ ...sheet, state: 'saving' })
      try {
        const { savedAt, basis } = await save(draft)
        const now = sheets.get(id)
        if (!now) return
        const done = sameDraft(now.draft, draft)
        const based = { ...now.draft, basis }
        put({ ...now, draft: based, onDisk: draft, savedAt, failure: null, state: stateOf(based, done) })
      } catch (failure) {
        const now = sheets.get(id)
        if (!now) return
        if (newId && isMoved(failure)) return part(now, newId())
        put({ ...now, failure, state: 'failed' })
        saveLater(id, RETRY_MS)
        return
      }
      sheet = sheets.get(id)
    }
    const idle = sheets.get(id)
    if (idle?.state === 'waiting') put({ ...idle, state: idle.onDisk ? 'saved' : 'new' })
  }

  function flush(id: string): Promise<void> {
    stopTimer(id)
    const before = running.get(id)
    if (before) return before
    const work = write(id).finally(() => running.delete(id))
    running.set(id, work)
    return work
  }

  return {
    sheet: (id) => sheets.get(id),
    begin: (draft) => put({ draft, state: 'new', savedAt: null, failure: null, onDisk: null }),
    adopt(draft, savedAt) {
      const held = sheets.get(draft.id)
      // what was typed and taken back again is nothing that has to stay
      const stays: boolean =
        held !== undefined && (held.state === 'saving' || isTooLong(held.draft) || needsSaving(held))
      if (stays) return
      // an answer that was asked for before the last save arrives after it
      if (held?.savedAt && savedAt <= held.savedAt) return
      put({ draft, state: 'saved', savedAt, failure: null, onDisk: draft })
    },
    change(id, writing) {
      const held = sheets.get(id)
      if (!held) return
      const draft = withWriting(held.draft, writing)
      const state = isTooLong(draft) ? 'too-long' : held.state === 'failed' ? 'failed' : 'waiting'
      put({ ...held, draft, state })
      if (state !== 'too-long') saveLater(id, PAUSE_MS)
      else stopTimer(id)
    },
    flush,
    async flushAll() {
      await Promise.all([...sheets.keys()].map(flush))
    },
    discard(id) {
      stopTimer(id)
      sheets.delete(id)
      for (const listener of listeners) listener()
    },
    unsaved: () => [...sheets.values()].filter(needsSaving).map((sheet) => sheet.draft),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
