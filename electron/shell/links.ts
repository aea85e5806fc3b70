import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { type BrowserWindow, dialog, shell } from 'electron'

/**
 * Reads an address that may leave the app.
 *
 * @throws AppError `link-refused` for anything but https without a user name or password in it
 */
export function safeLink(text: string): URL {
  const refused = () => new AppError('link-refused', 'only https addresses are opened')
  if (!URL.canParse(text)) throw refused()
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') throw refused()
  return url
}

/**
 * Opens a page in the person's browser, once they have seen the address and said yes.
 *
 * @returns whether it was opened
 * @throws AppError `link-refused`
 */
export async function openLink(window: BrowserWindow | null, text: string): Promise<boolean> {
  const url = safeLink(text)
  const question = {
    type: 'question' as const,
    message: m.desktop_link_question({ host: url.host }),
    detail: url.href,
    buttons: [m.desktop_link_open(), m.desktop_link_cancel()],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const { response } = window
    ? await dialog.showMessageBox(window, question)
    : await dialog.showMessageBox(question)
  if (response !== 0) return false
  await shell.openExternal(url.href)
  return true
}
