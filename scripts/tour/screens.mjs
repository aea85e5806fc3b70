/**
 * What the tour visits, in this order. A screen's name becomes part of a file's name. `visit` goes there
 * and waits until what the picture is for can be seen; it starts where the screen before it ended.
 */

/**
 * @typedef {object} Screen
 * @property {string} name in kebab-case
 * @property {(page: import('@playwright/test').Page) => Promise<void>} visit
 */

/** @type {Screen[]} */
export const SCREENS = [{ name: 'first-screen', visit: (page) => page.locator('main').first().waitFor() }]

/** The looks of the app, as its settings name them. */
export const THEMES = ['papier', 'salle']
