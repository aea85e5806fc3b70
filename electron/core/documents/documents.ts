import { AppError } from '@shared/app-error'
import * as Y from 'yjs'
import { type CoreContext, nowIso } from '../context'
import { documentLog, sumOf } from './document-log'
import { fillGaps } from './mend'

/** Changes that may lie behind a snapshot before a new one is made. */
const LOOSE_CHANGES = 500
/** Documents that are kept open: what was changed last comes first. */
const KEPT_OPEN = 6

/** What becomes of a document outside of it. */
export interface DocumentView {
  /** The newest format that this version of the app can write. */
  readonly format: number
  /** The format that a document says it has. */
  readonly formatOf: (doc: Y.Doc) => number
  /** Names the types of a document that is still empty, so that what comes into them is known by them. */
  readonly prepare: (doc: Y.Doc) => void
  /** Writes into tables what changes made different; everything, when `changes` is null. */
  readonly project: (id: string, doc: Y.Doc, changes: readonly Y.Transaction[] | null) => unknown
  /** Brings back from the tables what a document has lost. Runs within a change of the document. */
  readonly mend: (id: string, doc: Y.Doc) => void
}

interface Opened {
  doc: Y.Doc
  readonly undo: Y.UndoManager
  /** What the change that is being made is called, for its step, and what it is about. */
  step: string
  about: string | null
  seq: number
  loose: number
}

/** Why a document changes. Only a person's own steps can be taken back. */
export type Change =
  | {
      readonly by: 'person'
      readonly step: string
      readonly author?: string | null
      /** What the step is about, for whoever may not have it taken back. */
      readonly about?: string
    }
  | { readonly by: 'pack' | 'clock' | 'merge' | 'mend' }

const OWN = Symbol('own step')
const STEP = 'step'
const ABOUT = 'about'

/**
 * Documents that merge: kept open in memory, appended to a log in SQLite, and projected into tables in the same
 * transaction. The one place that knows how Yjs and SQLite go together.
 */
export function documents(context: CoreContext, view: DocumentView) {
  const { db } = context
  const log = documentLog(db)
  const open = new Map<string, Opened>()

  const missing = () => new AppError('not-found', 'no such document', { what: 'board' })
  const newer = (found: number) =>
    new AppError('board-newer', `the board has format ${found}, this app knows ${view.format}`, {
      found,
      known: view.format,
    })

  const forget = (id: string): void => {
    const opened = open.get(id)
    if (!opened) return
    opened.undo.destroy()
    opened.doc.destroy()
    open.delete(id)
  }

  /** Applies bytes that may be broken. Answers whether they could be read whole. */
  const applied = (doc: Y.Doc, bytes: Uint8Array, sum: number): boolean => {
    if (sumOf(bytes) !== sum) return false
    try {
      Y.applyUpdate(doc, bytes, 'load')
      return true
    } catch {
      return false
    }
  }

  /** Reads a document from its log. What cannot be read is set aside, and mended from the tables. */
  const load = (id: string): Opened => {
    const row = log.read(id)
    if (!row) throw missing()
    if (row.format > view.format) throw newer(row.format)
    const doc = new Y.Doc()
    view.prepare(doc)
    let seq = row.snapshotSeq
    let loose = 0
    let brokenSnapshot = false
    const broken: number[] = []
    doc.transact(() => {
      if (row.snapshot && !applied(doc, row.snapshot, row.snapshotSum ?? -1)) brokenSnapshot = true
      for (const entry of log.after(id, row.snapshotSeq)) {
        if (!applied(doc, entry.u, entry.sum)) broken.push(entry.seq)
        seq = entry.seq
        loose += 1
      }
    }, 'load')
    const found = view.formatOf(doc)
    if (found > view.format) {
      doc.destroy()
      throw newer(found)
    }
    const undo = new Y.UndoManager(doc, { captureTimeout: 0, trackedOrigins: new Set([OWN]) })
    const opened: Opened = { doc, undo, step: '', about: null, seq, loose }
    undo.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(STEP, opened.step)
      stackItem.meta.set(ABOUT, opened.about)
    })
    open.set(id, opened)
    for (const stale of [...open.keys()].slice(0, -KEPT_OPEN)) forget(stale)
    if (brokenSnapshot || broken.length > 0) {
      // all of it or nothing: a document that is not mended would be projected over the tables that can mend it
      const mend = () => {
        for (const each of broken) log.setAside(each)
        if (brokenSnapshot) log.setSnapshotAside(id, nowIso(context))
        fillGaps(doc)
        view.mend(id, doc)
      }
      write(id, opened, { by: 'mend' }, mend, true)
      context.log.warn(`${broken.length + (brokenSnapshot ? 1 : 0)} change(s) of a board were set aside`)
    }
    return opened
  }

  /** The document as its log is: read again when a transaction around a change was taken back. */
  const current = (id: string): Opened => {
    const opened = open.get(id)
    if (!opened) return load(id)
    const last = log.last(id)
    if (last === opened.seq) {
      const format = view.formatOf(opened.doc)
      if (format > view.format) throw newer(format)
      open.delete(id)
      open.set(id, opened)
      return opened
    }
    forget(id)
    if (last === null) throw missing()
    return load(id)
  }

  /** Does something to a document, appends what came of it and projects it. Answers whether anything changed. */
  function write(id: string, opened: Opened, change: Change, edit: () => void, whole = false): boolean {
    const { doc } = opened
    const updates: Uint8Array[] = []
    const seen: Y.Transaction[] = []
    const hear = (update: Uint8Array) => void updates.push(update)
    const end = (transaction: Y.Transaction) => void seen.push(transaction)
    doc.on('update', hear)
    doc.on('afterTransaction', end)
    try {
      return db.transaction(() => {
        edit()
        if (updates.length === 0 && !whole) return false
        for (const u of updates) {
          const origin = change.by === 'person' ? change.step : change.by
          const author = change.by === 'person' ? (change.author ?? null) : null
          const device = String(doc.clientID)
          opened.seq = log.append(id, { origin, author, device, at: nowIso(context), u })
          opened.loose += 1
        }
        log.raiseFormat(id, view.formatOf(doc))
        view.project(id, doc, whole ? null : seen)
        if (opened.loose >= LOOSE_CHANGES) compact(id, opened)
        return true
      })()
    } catch (error) {
      // the document has gone on and the disk has not: it is read again from the log
      forget(id)
      throw error
    } finally {
      doc.off('update', hear)
      doc.off('afterTransaction', end)
    }
  }

  function compact(id: string, opened: Opened): void {
    const { doc } = opened
    log.compact(id, opened.seq, Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc))
    opened.loose = 0
  }

  const aboutOf = ({ meta }: Y.UndoManager['undoStack'][number]): string | null => {
    const about: unknown = meta.get(ABOUT)
    return typeof about === 'string' ? about : null
  }

  const step = (id: string, way: 'undo' | 'redo'): string | null => {
    const opened = current(id)
    const stack = way === 'undo' ? opened.undo.undoStack : opened.undo.redoStack
    const top = stack.at(-1)
    if (!top) return null
    const name = String(top.meta.get(STEP))
    opened.step = name
    opened.about = aboutOf(top)
    write(id, opened, { by: 'person', step: name }, () => void opened.undo[way]())
    return name
  }

  const edit = (id: string, change: Change, make: (doc: Y.Doc) => void): boolean => {
    const opened = current(id)
    opened.step = change.by === 'person' ? change.step : ''
    opened.about = change.by === 'person' ? (change.about ?? null) : null
    const origin = change.by === 'person' ? OWN : change.by
    return write(id, opened, change, () => opened.doc.transact(() => make(opened.doc), origin))
  }

  return {
    /** Begins a document, with what is in it from the start. That cannot be undone. */
    create(id: string, showId: string, make: (doc: Y.Doc) => void): void {
      db.transaction(() => {
        log.create(id, showId, view.format)
        edit(id, { by: 'pack' }, make)
      })()
    },

    /** The document, to look into. It is changed by `edit` only. @throws AppError `not-found`, `board-newer` */
    read: (id: string): Y.Doc => current(id).doc,

    /**
     * Changes a document, in one transaction with its log and its tables; a transaction around it may still take it
     * back. What `make` refuses by throwing leaves no trace.
     *
     * @returns whether anything became different
     * @throws AppError `not-found`, `board-newer`
     */
    edit,

    /** Takes in what another replica has done. Any order, any number of times. */
    merge(id: string, updates: readonly Uint8Array[]): void {
      const opened = current(id)
      const { doc } = opened
      const take = () =>
        doc.transact(() => {
          for (const update of updates) Y.applyUpdate(doc, update, 'merge')
        }, 'merge')
      db.transaction(() => {
        write(id, opened, { by: 'merge' }, take)
        // what builds on something that is not here yet waits, in the log as well
        if (!doc.store.pendingStructs && !doc.store.pendingDs) return
        const waits = { origin: 'merge', author: null, device: null, at: nowIso(context) }
        for (const u of updates) opened.seq = log.append(id, { ...waits, u })
      })()
    },

    /** Takes the person's last step back. Answers its name, or null when there is none. */
    undo: (id: string): string | null => step(id, 'undo'),
    redo: (id: string): string | null => step(id, 'redo'),
    /**
     * Forgets steps: what they did stays done.
     *
     * @param which says it by a step's name and by what it is about
     */
    settle(id: string, which: (step: string, about: string | null) => boolean): void {
      const opened = open.get(id)
      if (!opened) return
      for (const stack of [opened.undo.undoStack, opened.undo.redoStack])
        for (let at = stack.length - 1; at >= 0; at -= 1) {
          const item = stack[at]
          if (item && which(String(item.meta.get(STEP)), aboutOf(item))) stack.splice(at, 1)
        }
    },

    /** The names of the steps that undo and redo would take; nothing for a document that is not open. */
    steps(id: string): { readonly undo: string | null; readonly redo: string | null } {
      const opened = open.get(id)
      if (!opened || log.last(id) !== opened.seq) return { undo: null, redo: null }
      const top = (stack: Y.UndoManager['undoStack']) => {
        const item = stack.at(-1)
        return item ? String(item.meta.get(STEP)) : null
      }
      return { undo: top(opened.undo.undoStack), redo: top(opened.undo.redoStack) }
    },

    /** How many changes were set aside, and whether only a newer version of the app can go on with it. */
    state(id: string): { readonly setAside: number; readonly newer: boolean } {
      return { setAside: log.aside(id), newer: (log.format(id) ?? 1) > view.format }
    },

    /** Puts a snapshot in the place of the log. What can be undone stays so. */
    compact(id: string): void {
      const opened = current(id)
      db.transaction(() => compact(id, opened))()
    },

    /** Makes the tables of a document anew from its log. */
    rebuild(id: string): void {
      forget(id)
      const opened = load(id)
      db.transaction(() => view.project(id, opened.doc, null))()
    },

    /** Lets go of what is in memory, as at the end of a run. */
    forget,
  }
}
export type Documents = ReturnType<typeof documents>
