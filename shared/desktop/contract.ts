import { z } from 'zod'
import { ErrorEnvelope } from '../errors'
import { ItemId, ShowId } from '../ids'
import { command, event, query, task } from '../ipc'
import { Ms } from '../time'
import { PrintDrawn, Printed, PrintProgress, ToPrint } from './paper'
import { DESKTOP_PLACES } from './places'
import { FileToSave, LastLook, OverlayState, SavedFile, ShortcutState } from './schema'

const nothing = z.void()
const done = z.void()

/**
 * Everything that the shell answers itself, because it needs Electron. A file of its own, so that the main
 * process holds these schemas and not those of the core.
 */
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
    /** Draws a page of the app on paper, or as pictures; nothing is written yet. */
    print: task(ToPrint, PrintProgress, Printed, []),
    /** A page on its way to paper has been drawn. */
    printDrawn: command(PrintDrawn, done, []),
    /**
     * The strip over the film: `call` gives it the keys, `rest` gives them back, `show` only shows it, `main` goes to
     * the app's own window.
     */
    overlay: command(z.strictObject({ action: z.enum(['call', 'show', 'rest', 'hide', 'main']) }), done, []),
    overlayState: query(nothing, OverlayState),
    /** What became of the keys that work from anywhere. */
    shortcuts: query(nothing, z.array(ShortcutState)),
    /** Shows the data file in the system's file manager. */
    revealData: command(nothing, done, []),
    /** How the first page looks, for the first frame of the next start; null when something else stands in its place. */
    keepLook: command(z.strictObject({ look: LastLook.nullable() }), done, []),
    /** Tells the window frame and native controls which theme is on. */
    showTheme: command(z.strictObject({ theme: z.enum(['papier', 'salle', 'system']) }), done, []),
    /** Tells menus and system dialogs which language the page speaks. */
    speak: command(z.strictObject({ language: z.enum(['en', 'fr']) }), done, []),
    /** The system's two-letter language, for "as the system". */
    locale: query(nothing, z.string()),
    /** Starts the core again, after a database could not be opened. Answers whether it runs now. */
    retryCore: command(nothing, z.boolean(), ['library', 'cast', 'recap', 'notes', 'boards', 'settings']),

    overlayChanged: event(OverlayState),
    /** A moment was marked by a key from anywhere. */
    marked: event(z.strictObject({ atMs: Ms })),
    /** What a key from anywhere asked for was refused. */
    keyRefused: event(ErrorEnvelope),
    windowChanged: event(z.strictObject({ maximised: z.boolean(), fullScreen: z.boolean() })),
    /** The core stopped and was started again; `running` is false when that failed too. */
    coreRestarted: event(z.strictObject({ running: z.boolean() })),
    /** A pack file was opened from outside and became a show. */
    packOpened: event(z.strictObject({ showId: ShowId, title: z.string() })),
    /** A pack file was opened from outside that is a version of a show. What it would change waits in the core. */
    packUpdate: event(z.strictObject({ name: z.string(), updateId: ItemId })),
    packRefused: event(z.strictObject({ name: z.string(), error: ErrorEnvelope })),
    /** A menu or a link asks for a place in the app. */
    goTo: event(
      z.strictObject({
        place: z.enum(DESKTOP_PLACES),
        /** The note that a link names; whoever opens it looks whether it is one. */
        note: z.string().max(36).optional(),
      }),
    ),
  },
} as const
