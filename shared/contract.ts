import { z } from 'zod'
import { Board, BoardPeek, Card, CardDraft, MoveCard, OfCard } from './boards/schema'
import { Cast, CastPeek, OfRole, RolePage } from './cast/schema'
import { FileToSave, SavedFile } from './desktop/schema'
import { ErrorEnvelope } from './errors'
import { BundledPack, PackApplied, PackFile, PackProgress, StartWithPack } from './exchange/schema'
import { ShowId, TaskId } from './ids'
import { command, event, query, task } from './ipc'
import {
  ChooseOrder,
  LibraryPeek,
  OfChange,
  OfShow,
  Press,
  Reading,
  SetReading,
  SetRunning,
  SetWatched,
  ShowPage,
  ShowSummary,
  WatchedChange,
} from './library/schema'
import { Note, NoteDraft, NoteFacets, NotePage, NotesOf, OfNote } from './notes/schema'
import { RecapPeek } from './recap/peek'
import { Recap } from './recap/schema'
import { About, Settings, SettingsPatch } from './settings/schema'
import { Peeked, VeilChoices } from './veil/schema'

const nothing = z.void()
const done = z.void()

/** Everything that the core answers. */
export const coreContract = {
  library: {
    shows: query(nothing, z.array(ShowSummary).max(100)),
    show: query(OfShow, ShowPage),
    press: query(OfShow, Press),
    setWatched: command(SetWatched, WatchedChange, ['library', 'cast', 'recap', 'notes', 'boards']),
    setReading: command(SetReading, Reading, ['library', 'cast', 'recap', 'notes', 'boards']),
    /** Says what is on now: facts of that episode that carry a time open as it runs. */
    setRunning: command(SetRunning, Reading, ['library', 'cast', 'recap', 'notes', 'boards']),
    /** Chooses an order to watch in. */
    chooseOrder: command(ChooseOrder, done, ['library', 'recap']),
    /** Lifts one veil for one look; nothing is kept. So do the other `peek`s. */
    peek: command(LibraryPeek, Peeked, []),
    undoWatched: command(OfChange, Reading, ['library', 'cast', 'recap', 'notes', 'boards']),
  },
  cast: {
    roles: query(OfShow, Cast),
    role: query(OfRole, RolePage),
    peek: command(CastPeek, Peeked, []),
  },
  recap: {
    previously: query(OfShow, Recap),
    peek: command(RecapPeek, Peeked, []),
  },
  notes: {
    list: query(NotesOf, NotePage),
    facets: query(OfShow, NoteFacets),
    read: query(OfNote, Note),
    save: command(NoteDraft, Note, ['notes']),
    remove: command(OfNote, done, ['notes']),
    restore: command(OfNote, done, ['notes']),
    peek: command(OfNote, Peeked, []),
  },
  boards: {
    board: query(OfShow, Board),
    save: command(CardDraft, Card, ['boards']),
    move: command(MoveCard, done, ['boards']),
    remove: command(OfCard, done, ['boards']),
    restore: command(OfCard, done, ['boards']),
    peek: command(BoardPeek, Peeked, []),
  },
  settings: {
    read: query(nothing, Settings),
    change: command(SettingsPatch, Settings, ['settings']),
    /** Says what a veil hides at least. */
    setVeil: command(VeilChoices, Settings, ['settings', 'library', 'cast', 'recap', 'notes', 'boards']),
    about: query(nothing, About),
  },
  exchange: {
    bundled: query(nothing, z.array(BundledPack)),
    start: command(StartWithPack, PackApplied, ['library', 'cast', 'recap', 'notes', 'boards', 'settings']),
    importPack: task(PackFile, PackProgress, PackApplied, [
      'library',
      'cast',
      'recap',
      'notes',
      'boards',
      'settings',
    ]),
  },
  tasks: {
    /** Answers whether there was anything to cancel. */
    cancel: command(z.strictObject({ taskId: TaskId }), z.boolean(), []),
  },
} as const

/** Everything that the shell answers itself, because it needs Electron. */
export const desktopContract = {
  desktop: {
    /** The page hears events from now on: what was opened at the start is told now. */
    listening: command(nothing, done, []),
    window: command(z.strictObject({ action: z.enum(['minimise', 'toggle-maximise', 'close']) }), done, []),
    windowState: query(
      nothing,
      z.strictObject({
        maximised: z.boolean(),
        fullScreen: z.boolean(),
        platform: z.enum(['mac', 'windows', 'linux']),
      }),
    ),
    /** Opens a web page in the person's browser, after they have confirmed it. Only https. */
    openLink: command(z.strictObject({ url: z.string().max(2000) }), z.boolean(), []),
    /** Asks where a file shall go and writes it there, whole or not at all. */
    saveFile: command(FileToSave, SavedFile, []),
    /** Shows the data file in the system's file manager. */
    revealData: command(nothing, done, []),
    /** Tells the window frame and native controls which theme is on. */
    showTheme: command(z.strictObject({ theme: z.enum(['papier', 'salle', 'system']) }), done, []),
    /** Tells menus and system dialogs which language the page speaks. */
    speak: command(z.strictObject({ language: z.enum(['en', 'fr']) }), done, []),
    /** The system's two-letter language, for "as the system". */
    locale: query(nothing, z.string()),
    /** Starts the core again, after a database could not be opened. Answers whether it runs now. */
    retryCore: command(nothing, z.boolean(), ['library', 'cast', 'recap', 'notes', 'boards', 'settings']),

    windowChanged: event(z.strictObject({ maximised: z.boolean(), fullScreen: z.boolean() })),
    /** The core stopped and was started again; `running` is false when that failed too. */
    coreRestarted: event(z.strictObject({ running: z.boolean() })),
    /** A pack file was opened from outside and became a show. */
    packOpened: event(z.strictObject({ showId: ShowId, title: z.string() })),
    packRefused: event(z.strictObject({ name: z.string(), error: ErrorEnvelope })),
    /** A menu or a link asks for a place in the app. */
    goTo: event(
      z.strictObject({ place: z.enum(['programme', 'cast', 'recap', 'speculation', 'notes', 'settings']) }),
    ),
  },
} as const

/** The corridor: every call, task and event, one line each. */
export const contract = { ...coreContract, ...desktopContract } as const
export type AppContract = typeof contract
