import { expect, type Page } from '@playwright/test'
import { ask, showIdOf, startWith } from './ask'
import { type LaunchedApp, type LaunchOptions, launchApp } from './electron'

interface BoardAnswer {
  readonly id: string
  readonly lanes: readonly {
    readonly id: string
    readonly role: string | null
    readonly cards: readonly { readonly id?: string; readonly text?: string }[]
  }[]
}

/** The show's first board, as the core answers it. */
export const boardOf = async (page: Page): Promise<BoardAnswer> =>
  ask(page, 'boards.board', { showId: await showIdOf(page), boardId: null, as: null })

/** What lies in a lane, in its order. */
export const textsIn = async (page: Page, role: string): Promise<readonly (string | undefined)[]> =>
  (await boardOf(page)).lanes.find((lane) => lane.role === role)?.cards.map(({ text }) => text) ?? []

let written = 0

/** Writes a card through the app's own corridor. */
export async function saveCard(page: Page, text: string, more: Readonly<Record<string, unknown>> = {}) {
  written += 1
  const { id: boardId } = await boardOf(page)
  const id = `0190a000-0000-7000-8000-2${String(written).padStart(11, '0')}`
  await ask(page, 'boards.save', { id, boardId, kind: 'theory', text, details: '', ordinal: null, ...more })
}

/** Goes to the board by its key. */
export async function toBoard(page: Page): Promise<void> {
  await page.keyboard.press('Control+5')
  await page.getByRole('heading', { level: 1, name: 'Speculation' }).waitFor()
}

/** An app with the first season seen, at its board. */
export async function launchAtBoard(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const launched = await launchApp(options)
  await startWith(launched.page, '1')
  await toBoard(launched.page)
  return launched
}

/** Ends an app in which nothing went wrong and nothing was warned of. */
export async function closeClean({ problems, warnings, close }: LaunchedApp): Promise<void> {
  await close()
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
}

export const rowOf = (page: Page, name: string | RegExp) => page.getByRole('row', { name })
export const laneOf = (page: Page, name: string) => page.getByRole('grid', { name: new RegExp(`^${name},`) })
export const noticeOf = (page: Page, words: string | RegExp) =>
  page.getByRole('region', { name: 'Notices' }).getByText(words)
