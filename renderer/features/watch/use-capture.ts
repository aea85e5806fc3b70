import { AppError } from '@shared/app-error'
import { type EpisodeId, NoteId, type ShowId } from '@shared/ids'
import type { Draft, NoteKind, Reaction } from '@shared/notes/schema'
import type { Ms } from '@shared/time'
import { freshId } from '@shared/uuid'
import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '../../api/client'
import { sayRefusal } from '../../ui/say-refusal'
import { captured } from './capture-rules'

const PLACE = 'capture'
/** A pause in typing after which the draft goes to disk, in ms: well within the second that is promised. */
const PAUSE_MS = 300
/** Who calls the overlay in the middle of a word writes on within this time, in ms. */
const GOING_ON_MS = 2000

export interface Here {
  readonly showId: ShowId
  readonly episodeId: EpisodeId
}

/** A note that has just been acknowledged. */
export interface Kept {
  readonly id: NoteId
  readonly atMs: number | null
  readonly kind: NoteKind
  readonly reaction: Reaction | null
  /** It lies past the reading line: it is kept, and shown when the line gets there. */
  readonly veiled: boolean
}

interface CaptureOptions {
  /** The episode that is on. */
  readonly here: Here
  readonly positionNow: () => Ms
  readonly onKept: (kept: Kept) => void
}

interface Line {
  readonly text: string
  /** The note that the line will become; made at its first key, with the time of it. */
  readonly draft: Omit<Draft, 'body' | 'place'> | null
}
const EMPTY: Line = { text: '', draft: null }

const say = (error: unknown) => {
  if (error instanceof AppError) sayRefusal(error)
}

/**
 * The line in which a thought is caught: its time is that of its first key. What is typed is on disk after a pause,
 * and the line is empty only when the core has said that the note is kept. The line of the main window and that of
 * the overlay are one: who comes back to a window finds what was typed in the other.
 */
export function useCapture({ here, positionNow, onKept }: CaptureOptions) {
  const [line, setLine] = useState<Line>(EMPTY)
  const latest = useRef(line)
  latest.current = line
  /** What the core has of the line. */
  const stored = useRef('')
  const storedAs = useRef<NoteId | null>(null)
  /** The other window with this line, told when the draft on disk is another. */
  const peers = useRef<BroadcastChannel | null>(null)
  /** When the first key of the line fell, by the page's own clock. */
  const begunAt = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const put = useCallback((next: Line) => {
    latest.current = next
    setLine(next)
  }, [])

  const store = useCallback(async () => {
    clearTimeout(timer.current)
    const { text, draft } = latest.current
    if (text === stored.current) return
    stored.current = text
    try {
      const before = storedAs.current
      storedAs.current = draft?.noteId ?? null
      if (draft !== null) await client.notes.keepDraft({ ...draft, place: PLACE, body: text })
      else if (before !== null) await client.notes.dropDraft({ place: PLACE, noteId: before })
      peers.current?.postMessage(null)
    } catch (error) {
      stored.current = '\u0000'
      say(error)
    }
  }, [])

  const fetchDraft = useCallback(async () => {
    if (latest.current.text !== stored.current) return
    const found = await client.notes.draft({ place: PLACE }).catch(() => null)
    if (latest.current.text !== stored.current) return
    const { place: _place, body = '', ...draft } = found ?? { place: PLACE }
    stored.current = body
    storedAs.current = 'noteId' in draft ? draft.noteId : null
    put('noteId' in draft ? { text: body, draft } : EMPTY)
  }, [put])

  /** The other window has put its line on disk. Who has just gone on typing here was typing there a moment ago. */
  const hearPeer = useCallback(async () => {
    const goingOn = storedAs.current === null && performance.now() - begunAt.current < GOING_ON_MS
    if (latest.current.text === '' || !goingOn) return fetchDraft()
    const found = await client.notes.draft({ place: PLACE }).catch(() => null)
    if (!found || found.noteId === latest.current.draft?.noteId || storedAs.current !== null) return
    const { place: _place, body, ...draft } = found
    stored.current = body
    storedAs.current = draft.noteId
    put({ text: `${body}${latest.current.text}`, draft })
    await store()
  }, [fetchDraft, put, store])

  useEffect(() => {
    void fetchDraft()
    const channel = new BroadcastChannel('entracte.capture')
    channel.onmessage = () => void hearPeer()
    peers.current = channel
    const leave = () => void store()
    window.addEventListener('focus', fetchDraft)
    window.addEventListener('blur', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('focus', fetchDraft)
      window.removeEventListener('blur', leave)
      window.removeEventListener('pagehide', leave)
      void store().finally(() => channel.close())
    }
  }, [fetchDraft, hearPeer, store])

  const type = (text: string) => {
    if (latest.current.draft === null) begunAt.current = performance.now()
    const draft =
      text.trim() === ''
        ? null
        : (latest.current.draft ?? { ...here, noteId: NoteId.parse(freshId()), atMs: positionNow() })
    put({ text, draft })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void store(), PAUSE_MS)
  }

  const keep = async (wanted: {
    readonly id: NoteId
    readonly place: Here
    readonly atMs: Ms | null
    readonly endMs?: Ms
    readonly kind: NoteKind
    readonly reaction?: Reaction
    readonly body?: string
    readonly tags?: readonly string[]
  }): Promise<boolean> => {
    const { id, place, atMs, endMs = null, kind, reaction = null, body = '', tags = [] } = wanted
    try {
      const note = await client.notes.save({
        ...place,
        id,
        atMs,
        endMs,
        kind,
        reaction,
        title: '',
        body,
        tags: [...tags],
        pinned: false,
      })
      onKept({ id, atMs, kind, reaction, veiled: note.veiled })
      return true
    } catch (error) {
      say(error)
      return false
    }
  }

  return {
    text: line.text,
    /** When the first key of the line fell; null while it is empty. */
    atMs: line.draft?.atMs ?? null,
    type,
    /** Saves the line; an empty one marks the moment, to be written later. */
    async save(): Promise<void> {
      const { text, draft } = latest.current
      if (draft === null || draft.episodeId === null) {
        await keep({ id: NoteId.parse(freshId()), place: here, atMs: positionNow(), kind: 'note' })
        return
      }
      // the line is free at once for the next thought; what was in it stays on disk until the note is
      put(EMPTY)
      const { noteId, showId, episodeId, atMs } = draft
      const kept = await keep({ id: noteId, place: { showId, episodeId }, atMs, ...captured(text) })
      if (!kept) put({ text: [text, latest.current.text].filter(Boolean).join(' '), draft })
      await store()
    },
    /** Keeps a feeling, with the moment of the key. */
    react: (reaction: Reaction) =>
      keep({ id: NoteId.parse(freshId()), place: here, atMs: positionNow(), kind: 'reaction', reaction }),
    /** Keeps a line of the dialogue, with its own times. */
    quote: (cue: { readonly text: string; readonly fromMs: Ms; readonly toMs: Ms }) =>
      keep({
        id: NoteId.parse(freshId()),
        place: here,
        atMs: cue.fromMs,
        ...(cue.toMs > cue.fromMs ? { endMs: cue.toMs } : {}),
        kind: 'quote',
        body: cue.text
          .split('\n')
          .map((words) => `> ${words}`)
          .join('\n'),
      }),
    /** Puts what was typed on disk now. */
    store,
  }
}
export type Capture = ReturnType<typeof useCapture>
