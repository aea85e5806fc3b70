import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { LastLook } from '@shared/desktop/schema'

/** Where the look is kept in the data folder, between two runs and no longer. */
export const LOOK_FILE = 'last-look.json'

/** What a look depends on besides the library: when any of it differs, the page would be drawn otherwise. */
export interface LookGround {
  /** The built `index.html`: it names every script and style by a hash. */
  readonly shell: string
  /** The day as the machine counts it: dates are told from it ("in 12 days"). */
  readonly day: string
  /** The system's language. */
  readonly locale: string
  /** Of the page, in CSS pixels. */
  readonly size: readonly number[]
}

/**
 * Which state of a library file this is: its size and the moment of its last write. Null when it was not closed
 * well, or cannot be read.
 */
export function libraryMark(dataFile: string): string | null {
  const wal = statSync(`${dataFile}-wal`, { throwIfNoEntry: false })
  if (wal && wal.size > 0) return null
  const file = statSync(dataFile, { throwIfNoEntry: false })
  return file ? `${file.size}:${file.mtimeMs}` : null
}

/** Year, month, day and the offset to UTC of a moment, where this machine is. @param at ms since the epoch */
export function localDay(at: number): string {
  const date = new Date(at)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getTimezoneOffset()].join('/')
}

interface Kept {
  readonly ground: string
  readonly library: string
  readonly look: LastLook
}

function keptIn(text: string): Kept | null {
  const kept = JSON.parse(text) as Partial<Kept> | null
  const { ground, library, look } = kept ?? {}
  if (typeof ground !== 'string' || typeof library !== 'string') return null
  if (typeof look?.html !== 'string') return null
  return { ground, library, look: { html: look.html, language: look.language === 'fr' ? 'fr' : 'en' } }
}

/**
 * Takes the look that was kept: it is gone from the disk afterwards, so that a run that ends badly leaves none. Null
 * when there is none, or the library has been written since.
 *
 * @returns the look on a ground that is the same as then, else null
 */
export function takeLook(file: string, dataFile: string): ((ground: LookGround) => LastLook | null) | null {
  let kept: Kept | null = null
  try {
    kept = keptIn(readFileSync(file, 'utf8'))
  } catch {
    // none, or unreadable, which is as good as none
  }
  try {
    rmSync(file, { force: true })
  } catch {
    // what cannot be taken away could be shown twice
    return null
  }
  if (!kept || kept.library !== libraryMark(dataFile)) return null
  const { ground, look } = kept
  return (now) => (JSON.stringify(now) === ground ? look : null)
}

/** Keeps a look for the next start. The library must be closed. */
export function keepLook(file: string, dataFile: string, ground: LookGround, look: LastLook): void {
  const library = libraryMark(dataFile)
  if (library === null) return
  const kept: Kept = { ground: JSON.stringify(ground), library, look }
  writeFileSync(file, JSON.stringify(kept), { mode: 0o600 })
}

/** The script that starts the app, as the build writes it. */
const START = /<script type="module"[^>]* src="([^"]+)"><\/script>/
const PRELOADS = /\s*<link rel="modulepreload"[^>]*>/g
const ROOT = '<div id="root"></div>'
const PAGE = /<html lang="[^"]*" data-theme="[^"]*">/

/**
 * The page as it is served with a look: the look stands before the place where the app is drawn, and the app's script
 * waits until it has been painted (`public/set.js`).
 *
 * @param shell the built `index.html`
 * @returns null when it is not written as expected
 */
export function dress(shell: string, { html, language }: LastLook, theme: 'papier' | 'salle'): string | null {
  const start = START.exec(shell)
  if (!start || !PAGE.test(shell) || !shell.includes(ROOT)) return null
  const put = (text: string) => () => text
  return shell
    .replace(PRELOADS, '')
    .replace(START, put(`<meta name="entracte:start" content="${start[1]}">`))
    .replace(PAGE, put(`<html lang="${language}" data-theme="${theme}">`))
    .replace(ROOT, put(`<div id="last-look">${html}</div>${ROOT}`))
}
