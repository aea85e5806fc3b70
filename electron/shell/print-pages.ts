import { AppError } from '@shared/app-error'
import {
  cut,
  type Part,
  PICTURES_AT_MOST,
  type PrintDrawn,
  type Printed,
  printAddress,
  type ToPrint,
} from '@shared/desktop/paper'
import type { TaskContext } from '@shared/ipc'
import { freshId } from '@shared/uuid'
import { app, BrowserWindow, type WebContents } from 'electron'
import { APP_ORIGIN } from './origin'
import { PAGE_PREFERENCES } from './page-preferences'
import { footOf, headOf, paperFor } from './print-paper'

/** The longest that a page may take until it is drawn; a long one takes about two seconds. */
const PATIENCE_MS = 30_000
/** Between two requests to paint, in ms. */
const ASK_MS = 50
/** Device pixels. A picture is drawn at twice its size (`ui/paper.module.css`), so that it is sharp. */
const PICTURE_WIDTH = 1520
/** Device pixels; below the 16,384 that a graphics card takes. */
const PICTURE_HEIGHT = 14_000

/** Paper. */
const WHITE = '#FFFFFF'

const failed = (why: string): AppError => new AppError('print-failed', why)

/** Waits for something that may never come. */
function within<T>(wanted: Promise<T>, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(failed(`${what} took too long`)), PATIENCE_MS)
    wanted.then(resolve, reject).finally(() => clearTimeout(limit))
  })
}

/** A window that nobody sees, walled in like the one that everybody sees. */
const hiddenWindow = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    width: PICTURE_WIDTH,
    height: 1200,
    useContentSize: true,
    frame: false,
    enableLargerThanScreen: true,
    webPreferences: { ...PAGE_PREFERENCES, offscreen: true },
  })

async function asDocument(contents: WebContents, { title }: PrintDrawn): Promise<Uint8Array<ArrayBuffer>> {
  const document = await contents.printToPDF({
    pageSize: paperFor(app.getLocaleCountryCode()),
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: headOf(title),
    footerTemplate: footOf(),
    margins: { top: 0.9, bottom: 0.9, left: 0.9, right: 0.9 },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  return new Uint8Array(document)
}

/** Resolves when the page has been painted in its new size. It is asked to until it has: a paint may be on its way. */
const painted = (contents: WebContents, height: number): Promise<void> =>
  new Promise((resolve) => {
    const ask = setInterval(() => contents.invalidate(), ASK_MS)
    const look = (_event: unknown, _dirty: unknown, image: Electron.NativeImage) => {
      if (image.getSize().height !== height) return
      clearInterval(ask)
      contents.off('paint', look)
      resolve()
    }
    contents.on('paint', look)
    contents.once('destroyed', () => clearInterval(ask))
  })

async function asPicture(window: BrowserWindow, { top, height }: Part): Promise<Uint8Array<ArrayBuffer>> {
  const contents = window.webContents
  window.setContentSize(PICTURE_WIDTH, height)
  await contents.executeJavaScript(
    `new Promise((drawn) => {
      document.querySelector('[data-print]').scrollTop = ${top}
      requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))
    })`,
  )
  await within(painted(contents, height), 'a picture')
  const image = await contents.capturePage()
  if (image.isEmpty()) throw failed('a picture came out empty')
  return new Uint8Array(image.toPNG())
}

/**
 * Prints a page: loads the one that the app has for paper in a window of its own, which the core answers as it answers any other page,
 * and takes it as a document or as pictures.
 */
export function pagePrinter(devServer: string | undefined) {
  const waiting = new Map<string, (drawn: PrintDrawn) => void>()

  const pictures = async (
    window: BrowserWindow,
    { height, breaks }: PrintDrawn,
    progress: TaskContext<{ done: number; of: number }>['progress'],
  ): Promise<Printed> => {
    const parts = cut(height, breaks, PICTURE_HEIGHT)
    if (parts.length > PICTURES_AT_MOST) return { files: [], tooLong: true }
    const files: Uint8Array<ArrayBuffer>[] = []
    for (const part of parts) {
      progress({ done: files.length, of: parts.length })
      files.push(await asPicture(window, part))
    }
    return { files, tooLong: false }
  }

  return {
    /** @throws AppError `print-failed` */
    async print(wanted: ToPrint, { progress }: TaskContext<{ done: number; of: number }>): Promise<Printed> {
      const job = freshId()
      const window = hiddenWindow()
      try {
        const { webContents } = window
        const drawn = new Promise<PrintDrawn>((resolve, reject) => {
          waiting.set(job, resolve)
          webContents.once('render-process-gone', () => reject(failed('the page ended')))
          window.once('closed', () => reject(failed('the window was closed')))
        })
        progress({ done: 0, of: 1 })
        const loaded = webContents.loadURL(
          `${devServer ?? `${APP_ORIGIN}/index.html`}?theme=papier#${printAddress(wanted, job)}`,
        )
        await within(loaded, 'the page')
        const page = await within(drawn, 'drawing')
        if (wanted.kind === 'png') return await pictures(window, page, progress)
        // the ground of a window shows through what has none, and follows the theme
        window.setBackgroundColor(WHITE)
        return { files: [await asDocument(webContents, page)], tooLong: false }
      } catch (error) {
        throw error instanceof AppError
          ? error
          : failed(error instanceof Error ? error.message : String(error))
      } finally {
        waiting.delete(job)
        if (!window.isDestroyed()) window.destroy()
      }
    },
    /** A page says that it has been drawn. */
    drawn: (page: PrintDrawn): void => waiting.get(page.job)?.(page),
  }
}
