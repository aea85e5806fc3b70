/** Where the app's own pages live. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'bundle'
/** Where the pictures of packs are asked for: nothing there is a page. */
export const PICTURE_HOST = 'entracte'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/**
 * Whether a page is one of ours: from the app's own scheme, or from the development server while developing.
 *
 * @param url the page's address
 * @param devServer the address of the development server, undefined in a built app
 */
export function isOurPage(url: string, devServer: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const page = new URL(url)
  if (page.protocol === `${APP_SCHEME}:` && page.host === APP_HOST) return true
  return devServer !== undefined && page.origin === new URL(devServer).origin
}
