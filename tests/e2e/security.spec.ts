import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { sandboxArguments } from '../../scripts/prepare/sandbox.mjs'
import { type LaunchedApp, launchApp } from './support/electron'
import { loopbackServer } from './support/loopback'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PAGES = path.join(ROOT, 'out/renderer')
const PROBE = ['probe.html', 'probe.js']

let launched: LaunchedApp
let server: Awaited<ReturnType<typeof loopbackServer>>
test.beforeAll(async () => {
  for (const name of PROBE)
    copyFileSync(path.join(import.meta.dirname, 'probe', name), path.join(PAGES, name))
  server = await loopbackServer({
    '/stranger':
      '<!doctype html><title>stranger</title><script>entracte.call({ method: "library.shows" }).then((reply) => { document.title = reply.error.code })</script>',
  })
  launched = await launchApp()
  await launched.page.getByRole('button', { name: /empty stage/ }).waitFor()
})
test.afterAll(async () => {
  await launched?.close()
  await server?.close()
  for (const name of PROBE) rmSync(path.join(PAGES, name), { force: true })
})

test('a page can do nothing beyond drawing itself and calling the corridor', async () => {
  // driven from the main process: a refused navigation leaves Playwright's page waiting for its end
  const inProbe = (script: string): Promise<unknown> =>
    launched.app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      script,
    )
  await launched.app.evaluate(
    ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url),
    `app://bundle/probe.html#${encodeURIComponent(server.origin)}`,
  )
  await expect.poll(() => inProbe('document.title'), { timeout: 30_000 }).toBe('done')
  const results = await inProbe('window.probe')
  expect(results).toMatchObject({
    eval: 'refused: EvalError',
    functionConstructor: 'refused: EvalError',
    fetch: 'refused: TypeError',
    socket: expect.stringMatching(/^refused/),
    image: 'blocked',
    script: expect.stringMatching(/blocked|refused/),
    ownFrame: expect.stringMatching(/^(empty|refused)/),
    stylesheet: 'blocked',
    worker: expect.stringMatching(/^refused/),
    file: 'refused: TypeError',
    open: 'null',
    openBlank: 'null',
    notification: 'denied',
    position: 1,
    camera: expect.stringMatching(/^refused/),
    cameraPermission: 'denied',
    clipboardRead: 'refused: NotAllowedError',
    webview: 'undefined',
    traversal: 403,
    doubleTraversal: 403,
    backslash: 403,
    missing: 404,
    preload: 'call,subscribe',
    node: 'undefined,undefined,undefined,undefined,undefined',
    badLink: 'link-refused',
    fileLink: 'link-refused',
    scriptLink: 'link-refused',
    prototypeMethod: 'unknown-method',
    desktopPrototype: 'unknown-method',
    inlineScript: 'blocked',
    inlineHandler: 'blocked',
    navigated: 'app://bundle/probe.html',
  })
  expect(results).not.toMatchObject({ inlineStyle: 'rgb(1, 2, 3)' })
  expect((results as { post: unknown }).post).not.toBe(200)
  expect((results as { otherHost: unknown }).otherHost).not.toBe(200)
  const { blocked } = results as { blocked: string[] }
  for (const directive of [
    'script-src-attr',
    'connect-src',
    'img-src',
    'frame-src',
    'style-src-elem',
    'form-action',
  ]) {
    expect(blocked, directive).toContain(directive)
  }
  expect(server.asked).toEqual([])
  expect(launched.app.windows()).toHaveLength(1)
})

test('a page from elsewhere is not answered, even with the preload', async () => {
  const { app } = launched
  const title = await app.evaluate(
    async ({ BrowserWindow }, { preload, url }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL(url)
      for (let tries = 0; tries < 50 && window.webContents.getTitle() === 'stranger'; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      const told = window.webContents.getTitle()
      window.destroy()
      return told
    },
    { preload: path.join(ROOT, 'out/preload/preload.cjs'), url: `${server.origin}/stranger` },
  )
  expect(title).toBe('forbidden-sender')
  server.asked.length = 0
})

test('every window is sandboxed, isolated and without Node', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const contents = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    }),
  )
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
})

test('a link to the web is opened by the browser, after the person has seen where it leads', async () => {
  const { app, page } = launched
  await page.goto('app://bundle/index.html')
  const ask = (url: string) =>
    page.evaluate(
      (address) => window.entracte.call({ method: 'desktop.openLink', input: { url: address } }),
      url,
    )
  const answerWith = (response: number) =>
    app.evaluate(({ dialog, shell }, chosen) => {
      const seen = globalThis as unknown as { opened: string[]; shown: unknown[] }
      seen.opened = []
      seen.shown = []
      shell.openExternal = async (url: string) => void seen.opened.push(url)
      dialog.showMessageBox = (async (...parameters: unknown[]) => {
        seen.shown.push(parameters.at(-1))
        return { response: chosen, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
    }, response)
  const seen = () =>
    app.evaluate(() => {
      const { opened, shown } = globalThis as unknown as { opened: string[]; shown: { detail: string }[] }
      return { opened, shown: shown.map(({ detail }) => detail) }
    })

  await answerWith(1)
  expect(await ask('https://example.org/a')).toEqual({ ok: true, value: false })
  expect(await seen()).toEqual({ opened: [], shown: ['https://example.org/a'] })
  await answerWith(0)
  expect(await ask('https://example.org/a')).toEqual({ ok: true, value: true })
  expect(await seen()).toEqual({ opened: ['https://example.org/a'], shown: ['https://example.org/a'] })
  for (const url of [
    'http://example.org',
    'https://user:secret@example.org',
    'file:///etc/passwd',
    'entracte://x',
    '',
  ]) {
    expect(await ask(url), url).toMatchObject({ ok: false, error: { code: 'link-refused' } })
  }
})

test('compiled code of our pages is kept from one start to the next', async () => {
  const userData = mkdtempSync(path.join(tmpdir(), 'entracte-code-'))
  try {
    for (let start = 0; start < 3; start += 1) {
      const { page, close } = await launchApp({ userData })
      await page.getByRole('button', { name: /empty stage/ }).waitFor()
      await page.waitForTimeout(500)
      await close()
    }
    const kept = readdirSync(path.join(userData, 'Code Cache', 'js')).filter((name) => /_0$/.test(name))
    expect(kept.length).toBeGreaterThan(0)
  } finally {
    rmSync(userData, { recursive: true, force: true })
  }
})

test('a second start hands over to the first and ends', async () => {
  const executable = process.env.ENTRACTE_ELECTRON_EXE ?? ''
  const env = { ...process.env, ENTRACTE_USER_DATA: launched.userData }
  const second = spawnSync(executable, [...sandboxArguments(), ROOT], {
    env,
    timeout: 20_000,
    encoding: 'utf8',
  })
  expect(second.status).toBe(0)
  expect(launched.app.windows()).toHaveLength(1)
  expect(await launched.page.title()).toContain('Entracte')
})
