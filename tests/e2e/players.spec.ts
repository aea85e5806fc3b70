import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { ask, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

let launched: LaunchedApp
let page: Page
let server: Server
let port = 0

/** A VLC that has nothing on, as its web interface says it, with a password. */
test.beforeEach(async () => {
  server = createServer((request, response) => {
    const right = `Basic ${Buffer.from(':correct horse').toString('base64')}`
    if (request.headers.authorization !== right) response.writeHead(401).end()
    else response.end(JSON.stringify({ state: 'stopped', position: 0, length: 0, time: 0, rate: 1 }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  launched = await launchApp()
  page = launched.page
  await startWith(page, '1')
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
})
test.afterEach(async () => {
  expect(launched.problems).toEqual([])
  await launched.close()
  server.closeAllConnections()
  server.close()
})

const row = (name: string) =>
  page.getByRole('list', { name: 'Players' }).getByRole('listitem').filter({ hasText: name })

test('a player is set up, tested and followed, and its password is not told again', async () => {
  await page.getByRole('button', { name: 'Set up VLC' }).click()
  const dialog = page.getByRole('dialog', { name: 'VLC' })
  await dialog.getByLabel('Address').fill(`127.0.0.1:${port}`)
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('status')).toHaveText(`What is at 127.0.0.1:${port} wants another password.`)
  await dialog.getByLabel('Password').fill('correct horse')
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('status')).toHaveText(/^VLC answers in \d+ ms\. Nothing is on\.$/)
  await dialog.getByText('Follow VLC', { exact: true }).first().waitFor()
  await dialog.getByRole('switch', { name: 'Follow VLC' }).press('Space')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(row('VLC')).toContainText('Connected')

  await page.getByRole('button', { name: 'Set up VLC' }).click()
  await expect(dialog.getByLabel('Password')).toHaveValue('')
  await expect(dialog.getByText('One is kept. Leave this empty to keep it.')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(JSON.stringify(await ask(page, 'watch.players'))).not.toContain('correct horse')

  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await expect(row('VLC')).toContainText(/Lost at/)
})

test('nobody at an address is said so, with what to do', async () => {
  await page.getByRole('button', { name: 'Set up mpv' }).click()
  const dialog = page.getByRole('dialog', { name: 'mpv' })
  await expect(dialog.getByText('--input-ipc-server=/tmp/mpvsocket')).toBeVisible()
  await dialog.getByLabel('Socket').fill('/tmp/nobody-listens-here.sock')
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('status')).toContainText('Nobody answers at /tmp/nobody-listens-here.sock.')
  // the button kept the focus through the test, so that Esc closes the dialog
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Set up mpv' }).click()
  await dialog.getByLabel('Socket').fill('nobody')
  await dialog.getByRole('button', { name: 'Test the connection' }).click()
  await expect(dialog.getByRole('status')).toHaveText('nobody cannot be the address of mpv.')
})
