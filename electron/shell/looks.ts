import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LastLook } from '@shared/desktop/schema'
import { app } from 'electron'
import { dress, keepLook, LOOK_FILE, type LookGround, localDay, takeLook } from './last-look'
import { APP_ORIGIN } from './origin'

/** The one address that is answered with a look. */
const ASKS = /^[^#]*[?&]look=last(&|#|$)/

export interface LooksOptions {
  readonly dataFolder: string
  readonly dataFile: string
  /** The folder with the built pages. */
  readonly pages: string
  /** False while developing: pages come from elsewhere, and change. */
  readonly kept: boolean
  /** There is no look after all: what was held back for it may begin. With one, the page's first question does that. */
  readonly onNone: () => void
  readonly report: (error: unknown) => void
}

/**
 * The look of the first page, from one run to the next: taken at the start, shown once, and kept again when the window
 * goes and the library is closed.
 */
export function keptLooks({ dataFolder, dataFile, pages, kept, onNone, report }: LooksOptions) {
  const file = path.join(dataFolder, LOOK_FILE)
  let taken = kept ? takeLook(file, dataFile) : null
  let page: string | null = null
  let next: { readonly look: LastLook; readonly ground: LookGround } | null = null

  const shell = (): string => readFileSync(path.join(pages, 'index.html'), 'utf8')
  const groundOf = (built: string, size: readonly number[]): LookGround => ({
    shell: built,
    day: localDay(Date.now()),
    locale: app.getLocale(),
    size,
  })

  return {
    kept,
    /** There may be one to show, so that everything else can wait. */
    expected: taken !== null,
    /** Takes the look for a window of this size, once. @returns whether there is one */
    take(size: readonly number[], theme: 'papier' | 'salle'): boolean {
      const built = taken ? shell() : ''
      const look = taken?.(groundOf(built, size)) ?? null
      taken = null
      page = look && dress(built, look, theme)
      if (page === null) onNone()
      return page !== null
    },
    /** The first page for the address that asks for its look, once. */
    dressed(url: string): string | null {
      if (page === null || !url.startsWith(`${APP_ORIGIN}/index.html`) || !ASKS.test(url)) return null
      const answer = page
      page = null
      return answer
    },
    /** Holds a look until the library is closed; null for none. */
    keep(look: LastLook | null, size: readonly number[]): void {
      next = look && { look, ground: groundOf(shell(), size) }
    },
    /** Something has changed: what was held is old. */
    forget(): void {
      next = null
    },
    /** Writes down what is held. The library has been closed. */
    write(): void {
      if (!next) return
      try {
        keepLook(file, dataFile, next.ground, next.look)
      } catch (error) {
        report(error)
      }
    },
  }
}
export type Looks = ReturnType<typeof keptLooks>
