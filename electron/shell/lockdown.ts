import { app, type Session, type WebContents } from 'electron'
import { isOurPage } from './origin'

/** Copying text on a click is all that a page may do beyond drawing itself. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

function lockContents(
  contents: WebContents,
  devServer: string | undefined,
  openLink: (url: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
  const stayHere = (event: { preventDefault(): void; readonly url: string }) => {
    if (!isOurPage(event.url, devServer)) event.preventDefault()
  }
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', stayHere)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

function lockSession(session: Session, devServer: string | undefined): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.has(permission) && isOurPage(contents?.getURL() ?? '', devServer))
  })
  session.setPermissionCheckHandler(
    (contents, permission) =>
      ALLOWED_PERMISSIONS.has(permission) && isOurPage(contents?.getURL() ?? '', devServer),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/**
 * Holds every page, now and later, to its own origin: no other window, no navigation, no webview,
 * no permission, no download.
 *
 * @param openLink what happens with an address that a page wanted to open in a new window
 */
export function lockDown(
  session: Session,
  devServer: string | undefined,
  openLink: (url: string) => void,
): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, devServer, openLink))
  lockSession(session, devServer)
}
