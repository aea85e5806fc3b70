import { expect, type Page, test } from '@playwright/test'
import { closeClean, laneOf, launchAtBoard, noticeOf, rowOf, saveCard, textsIn } from './support/board'
import type { LaunchedApp } from './support/electron'

let launched: LaunchedApp
let page: Page
test.beforeEach(async () => {
  launched = await launchAtBoard()
  page = launched.page
  for (const text of ['One', 'Two', 'Three', 'Four']) await saveCard(page, text)
  await expect(laneOf(page, 'Theories').getByRole('row')).toHaveCount(4)
})
test.afterEach(() => closeClean(launched))

const middle = async (name: string) => {
  const box = await rowOf(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not drawn`)
  return { x: box.x + box.width / 2, top: box.y, y: box.y + box.height / 2, bottom: box.y + box.height }
}
/** Takes hold of a card. It loses the focus and what only the focus shows, so the others move up a little. */
async function grasp(name: string): Promise<void> {
  const from = await middle(name)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 4, from.y + 4)
  await expect(page.locator('[data-dragging]').first()).toBeVisible()
}

test('a card that is dragged shows where it would lie, and lies there when it is dropped', async () => {
  await grasp('One')
  const { x, bottom } = await middle('Three')
  await page.mouse.move(x, bottom - 4, { steps: 4 })
  let tremble = 0
  const mark = page.locator('[role="row"][data-drop-target]')
  await expect(mark).toHaveCount(1)
  // between the two that it would lie between
  await expect
    .poll(async () => {
      // a hand is never still, and the browser tells of a place when the pointer goes on
      tremble = 1 - tremble
      await page.mouse.move(x + tremble, bottom - 4)
      const at = (await mark.boundingBox())?.y ?? 0
      return at > (await middle('Three')).bottom && at < (await middle('Four')).top
    })
    .toBe(true)
  await page.mouse.up()
  await expect.poll(() => textsIn(page, 'theories')).toEqual(['Two', 'Three', 'One', 'Four'])
  await expect(mark).toHaveCount(0)

  await test.step('all that is selected goes with it, to the end of another lane when it is dropped below', async () => {
    await rowOf(page, 'Two').click()
    await rowOf(page, 'Three').click({ modifiers: ['Control'] })
    const lane = await laneOf(page, 'Resolved').boundingBox()
    await grasp('Two')
    await page.mouse.move((lane?.x ?? 0) + 80, (lane?.y ?? 0) + 300, { steps: 4 })
    await page.mouse.move((lane?.x ?? 0) + 81, (lane?.y ?? 0) + 300)
    await expect(page.locator('[role="grid"][data-drop-target]')).toBeVisible()
    await page.mouse.up()
    await expect(noticeOf(page, '2 cards moved to Resolved')).toBeVisible()
    await expect.poll(() => textsIn(page, 'resolved')).toEqual(['Two', 'Three'])
    await expect.poll(() => textsIn(page, 'theories')).toEqual(['One', 'Four'])
  })
})

test('the keyboard takes hold of a card, goes from place to place and drops it', async () => {
  await page.getByRole('button', { name: 'Drag One' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Insert/ }).first()).toBeVisible()
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await expect.poll(at).toMatch(/^Insert/)
  for (let n = 0; n < 5 && !/between Three and Four/i.test(await at()); n += 1)
    await page.keyboard.press('ArrowDown')
  expect(await at()).toBe('Insert between Three and Four')
  await page.keyboard.press('Enter')
  await expect.poll(() => textsIn(page, 'theories')).toEqual(['Two', 'Three', 'One', 'Four'])

  await test.step('Tab goes on to the next lane, and Escape leaves everything where it is', async () => {
    await page.getByRole('button', { name: 'Drag Two' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(at).toMatch(/^Insert/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect(page.locator('[role="button"][aria-label^="Insert"]')).toHaveCount(0)
    expect(await textsIn(page, 'theories')).toEqual(['Two', 'Three', 'One', 'Four'])
  })
})

test('a lane says what it is to a screen reader: how many rows it has, which one this is, what is selected', async () => {
  const grid = laneOf(page, 'Theories')
  await expect(grid).toHaveAttribute('aria-rowcount', '4')
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true')
  await rowOf(page, 'Two').focus()
  await expect(rowOf(page, 'Two')).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rowOf(page, 'Two')).toBeFocused()
  await expect(rowOf(page, 'Two')).toHaveAttribute('aria-rowindex', '3')
  await expect(rowOf(page, 'Two')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+a')
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(4)
  await page.keyboard.press('Home')
  await expect(rowOf(page, 'One')).toBeFocused()
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(1)
  await page.keyboard.press('Control+Shift+End')
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(4)
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('Control+ ')
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(3)
})
