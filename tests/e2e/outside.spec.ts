import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { desktopContract } from '../../shared/desktop/contract'
import { canaryFile } from '../support/canary-file'
import { type Canary, canariesIn } from '../support/canary-pack'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'
import { textIn } from './support/pdf'

/** The line stands here, of four episodes; the person's own words are open one further. */
const LINE = 2

const late = (text: string): Canary[] => canariesIn(text).filter(({ stamp }) => stamp > LINE)

const ROUTES = [
  '/',
  '/episodes',
  '/cast',
  '/cast/relations',
  '/cast/presence',
  '/recap',
  '/speculation',
  '/notes',
  '/settings',
]

/** Empties the clipboard, and answers what lies there afterwards. */
async function copied({ app }: LaunchedApp, copy: () => Promise<void>): Promise<string> {
  await app.evaluate(({ clipboard }) => clipboard.clear())
  await copy()
  let text = ''
  await expect
    .poll(async () => {
      text = await app.evaluate(({ clipboard }) => clipboard.readText())
      return text.trim().length
    })
    .toBeGreaterThan(0)
  return text
}

async function visit(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`
  }, route)
  await page.waitForFunction((to) => location.hash.startsWith(`#${to}`), route)
  await page.getByRole('main').getByRole('heading').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
}

test('nothing that is veiled leaves the window: no title, no copy, no saved file, no proposal of a name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'entracte-outside-'))
  const launched = await launchApp()
  const { app, page } = launched
  try {
    await startWith(page, '3')
    const pack = path.join(folder, 'canaries.entracte')
    await writeFile(pack, await canaryFile({ seasons: [4], delay: () => 0 }))
    await app.evaluate(({ app: opened }, file) => {
      opened.emit('open-file', { preventDefault() {} }, file)
    }, pack)
    await page.getByRole('heading', { level: 1, name: 'Canaries' }).waitFor()
    const showId = await showIdOf(page)
    await ask(page, 'library.setReading', { showId, reach: LINE })
    const heard = await page.evaluateHandle(() => {
      const all: string[] = []
      window.entracte.subscribe((said) => all.push(JSON.stringify(said)))
      return all
    })

    const titles: string[] = []
    for (const route of ROUTES) {
      await visit(page, route)
      titles.push(
        await page.title(),
        await app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .map((w) => w.getTitle())
            .join(),
        ),
      )
      const everything = await copied(launched, async () => {
        await page.evaluate(() => getSelection()?.selectAllChildren(document.body))
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy())
      })
      expect(late(everything), `copied from ${route}`).toEqual([])
      expect(late(await page.content()), `drawn on ${route}`).toEqual([])
    }
    expect(late(titles.join())).toEqual([])

    await visit(page, '/recap')
    const recap = await copied(launched, () => page.getByRole('button', { name: 'Copy as text' }).click())
    expect(canariesIn(recap).some(({ place }) => place === 'beat')).toBe(true)
    expect(late(recap)).toEqual([])

    // what is saved, and the name that is proposed for it
    const saved = path.join(folder, 'saved')
    await app.evaluate(({ dialog }, file) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showSaveDialog = async (...given: unknown[]) => {
        asked.push(JSON.stringify(given.at(-1)))
        return { canceled: false, filePath: `${file}-${asked.length}` }
      }
    }, saved)
    const saves = async (count: number): Promise<string> => {
      await expect.poll(() => readFile(`${saved}-${count}`).then(String, () => '')).not.toBe('')
      return readFile(`${saved}-${count}`, 'utf8')
    }
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: /Markdown/ }).click()
    const markdown = await saves(1)
    expect(canariesIn(markdown).length).toBeGreaterThan(0)
    expect(late(markdown)).toEqual([])
    await visit(page, '/episodes')
    await page.getByRole('button', { name: /calendar/ }).click()
    expect(late(await saves(2))).toEqual([])
    const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.join())
    expect(late(asked)).toEqual([])

    // what the shell answers by itself: a query that is added tomorrow is asked as well
    const queries = Object.entries(desktopContract.desktop).flatMap(([name, { kind }]) =>
      kind === 'query' ? [`desktop.${name}`] : [],
    )
    expect(queries).toContain('desktop.shortcuts')
    for (const method of queries) expect(late(JSON.stringify(await ask(page, method))), method).toEqual([])
    const printed = await page.evaluate(
      (id) =>
        window.entracte.call({
          method: 'desktop.print',
          input: { page: 'recap', showId: id, view: 'episode', length: 'full', hidden: [], kind: 'pdf' },
          taskId: '01890a5d-ac96-774b-bcce-b302099a8057' as never,
        }),
      showId,
    )
    expect(printed).toMatchObject({ ok: true })
    const bytes = (printed as unknown as { value: { files: Uint8Array[] } }).value.files[0]
    const paper = Buffer.from(Object.values(bytes ?? {}))
    // its title and its outline can be read as they are, its words when they are unpacked
    expect(canariesIn(textIn(paper)).length).toBeGreaterThan(0)
    expect(late(`${paper.toString('latin1')} ${textIn(paper)}`)).toEqual([])

    const said = await heard.jsonValue()
    expect(said.length).toBeGreaterThan(0)
    expect(late(said.join())).toEqual([])

    // and none of it is in the log
    const logs = await app.evaluate(({ app: running }) => running.getPath('userData'))
    const log = await readFile(path.join(logs, 'logs', 'main.log'), 'utf8').catch(() => '')
    expect(canariesIn(log)).toEqual([])
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})
