import type { Page } from '@playwright/test'
import type { Reply } from '../../../shared/ipc'

/** Asks the app through its own corridor, as its pages do. */
export const call = (page: Page, method: string, input?: unknown): Promise<Reply> =>
  page.evaluate(
    ([name, value]) => window.entracte.call({ method: String(name), input: value }),
    [method, input],
  )

/** The same, for an answer that has to be there. */
export async function ask<T>(page: Page, method: string, input?: unknown): Promise<T> {
  const reply = await call(page, method, input)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value as T
}

/** Starts with the bundled show through the welcome screen, by its key: 1 with season 1 watched, 2 with nothing. */
export async function startWith(page: Page, key: '1' | '2' | '3'): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /Take your seat/ }).waitFor()
  await page.getByRole('button', { name: /empty stage/ }).waitFor()
  await page.keyboard.press(key)
  if (key !== '3') await page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
}

export const showIdOf = async (page: Page): Promise<string> => {
  const [show] = await ask<{ id: string }[]>(page, 'library.shows')
  if (!show) throw new Error('there is no show')
  return show.id
}
