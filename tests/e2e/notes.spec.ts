import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { uuidV7 } from '../../shared/uuid'
import { ask, call, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'
import { loopbackServer } from './support/loopback'

let launched: LaunchedApp
let page: Page
test.beforeEach(async () => {
  launched = await launchApp()
  page = launched.page
  await startWith(page, '1')
})
test.afterEach(async () => {
  expect(launched.problems).toEqual([])
  await launched.close()
})

interface Written {
  readonly id: string
  readonly updatedAt: string
}
let made = 0
const newId = () => {
  made += 1
  const random = new Uint8Array(10)
  new DataView(random.buffer).setUint32(6, made)
  return uuidV7(Date.now(), random)
}

const draft = async (over: object) => ({
  id: newId(),
  showId: await showIdOf(page),
  episodeId: null,
  atMs: null,
  endMs: null,
  kind: 'note',
  title: '',
  body: '',
  tags: [],
  pinned: false,
  ...over,
})
const write = async (over: object): Promise<Written> => ask<Written>(page, 'notes.save', await draft(over))
const episode = async (number: number): Promise<string> => {
  const show = await ask<{ seasons: { episodes: { id: string; number: number }[] }[] }>(
    page,
    'library.show',
    {
      showId: await showIdOf(page),
    },
  )
  return show.seasons[0]?.episodes.find((one) => one.number === number)?.id ?? ''
}
const toNotes = async () => {
  await page.keyboard.press('Control+6')
  await page.getByRole('listbox', { name: 'Notes' }).waitFor()
}
const rows = () => page.getByRole('listbox', { name: 'Notes' }).getByRole('option')
const row = (name: string) => rows().filter({ hasText: name })
const editor = () => page.getByRole('textbox', { name: /Text of the note/ })

test('many notes are tagged, pinned and deleted at once, and each comes back with one undo', async () => {
  for (const title of ['Alpha', 'Beta', 'Gamma', 'Delta']) await write({ title, body: `about ${title}` })
  await toNotes()
  await row('Alpha').click()
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+J')
  const picked = page.getByRole('toolbar', { name: 'The notes that are picked' })
  await expect(picked).toContainText('3 notes picked')

  await page.keyboard.press('t')
  await page.getByRole('textbox', { name: /Tag to put on/ }).fill('thelook')
  await page.keyboard.press('Enter')
  await expect(page.getByText('#thelook on 3 notes')).toBeVisible()
  await expect(page.getByRole('button', { name: 'thelook', exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'thelook', exact: true })).toHaveCount(0)

  await page.keyboard.press('p')
  await expect(page.getByText('3 notes pinned')).toBeVisible()
  await page.getByRole('complementary', { name: 'Filters' }).getByText('Pinned').click()
  await expect(rows()).toHaveCount(3)
  await page.getByRole('complementary', { name: 'Filters' }).getByText('Pinned').click()
  await expect(rows()).toHaveCount(4)

  await page.getByRole('listbox', { name: 'Notes' }).focus()
  await page.keyboard.press('Control+a')
  await expect(picked).toContainText('4 notes picked')
  await page.keyboard.press('Escape')
  await expect(picked).toHaveCount(0)
  await row('Alpha').click()
  await row('Gamma').click({ modifiers: ['Control'] })
  await page.keyboard.press('Delete')
  await expect(rows()).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(rows()).toHaveCount(4)
})

test('the list stays while a search is typed', async () => {
  for (let n = 0; n < 6; n += 1) await ask(page, 'notes.save', await draft({ title: `watch ${n}` }))
  await page.keyboard.press('Control+6')
  const rows = page.getByRole('listbox', { name: 'Notes' }).getByRole('option')
  await expect(rows).toHaveCount(6)
  await page.evaluate(() => {
    const counts = new Set<number>()
    Object.assign(window, { counts })
    const look = () => counts.add(document.querySelectorAll('[role=listbox] [role=option] p').length)
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await page.getByRole('searchbox').pressSequentially('watch', { delay: 60 })
  await expect(page.getByText('6 of 6 notes')).toBeVisible()
  await expect(rows.first().locator('mark').first()).toHaveText('watch')
  const counts = await page.evaluate(() => [...(window as unknown as { counts: Set<number> }).counts])
  expect(Math.min(...counts)).toBeGreaterThan(0)
})

test('a deleted note is restored from the trash, and the trash is emptied for good', async () => {
  await write({ title: 'Stays' })
  await write({ title: 'Comes back' })
  await write({ title: 'Goes' })
  await toNotes()
  for (const title of ['Comes back', 'Goes']) {
    await row(title).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(row(title)).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Trash' }).click()
  const trash = page.getByRole('dialog', { name: 'Trash' })
  await trash.getByRole('button', { name: 'Restore Comes back' }).click()
  await expect(trash.getByRole('button', { name: 'Restore Comes back' })).toHaveCount(0)
  await trash.getByRole('button', { name: 'Empty for good' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Empty for good' }).click()
  await expect(trash.getByText('The trash is empty.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rows()).toHaveCount(2)
  await expect(row('Comes back')).toBeVisible()
})

test('a version is compared word by word, restored, and the restoring undone', async () => {
  const rule = await draft({ title: 'Rule', body: 'a promise, not a joke' })
  await ask(page, 'notes.save', rule)
  // it was written yesterday, so that it does not take five minutes until what it says is worth keeping
  const library = new Database(path.join(launched.userData, 'entracte.db'))
  library.exec(
    "UPDATE note SET created_at = '2021-05-03T18:00:00.000Z', updated_at = '2021-05-03T18:00:00.000Z'",
  )
  library.close()
  await ask(page, 'notes.save', { ...rule, body: 'a promise, not a threat' })
  await toNotes()
  await row('Rule').click()
  await page.keyboard.press('h')
  const history = page.getByRole('dialog', { name: 'What it said before' })
  await expect(history.locator('section del')).toHaveText('joke')
  await expect(history.locator('section ins')).toHaveText('threat')
  await history.getByRole('button', { name: 'Restore this version' }).click()
  await expect(page.getByText('Version restored.')).toBeVisible()
  await expect(editor()).toContainText('not a joke')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(editor()).toContainText('not a threat')
})

test('a time in a note goes to its moment, and # and @ complete what is known', async () => {
  await write({ title: 'Ending', body: 'see 12:41 there', episodeId: await episode(7), tags: ['savoir'] })
  await toNotes()
  await row('Ending').click()
  await editor().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' #sav')
  await page.getByRole('option', { name: '#savoir' }).click()
  await page.keyboard.type('@Syl')
  await page.getByRole('option', { name: /@Sylvie/ }).click()
  await expect(editor()).toContainText('#savoir @Sylvie')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.locator('.cm-time').click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect
    .poll(() => ask<{ positionMs: number }>(page, 'watch.now').then((now) => now.positionMs))
    .toBe(761_000)
})

test('a link to a note opens it, also from outside', async () => {
  const { id } = await write({
    title: 'Far away',
    body: 'the right one',
    atMs: 12_400,
    endMs: 15_000,
    episodeId: await episode(7),
  })
  await write({ title: 'Nearer', body: 'another' })
  await toNotes()
  await row('Far away').click()
  await page.keyboard.press('y')
  await expect(page.getByText('Link copied')).toBeVisible()
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toBe(`entracte://note/${id}#t=12.4,15`)
  await page.keyboard.press('Control+1')
  await launched.app.evaluate(
    ({ app }, link) => void app.emit('second-instance', {}, ['entracte', link]),
    copied,
  )
  await expect(editor()).toContainText('the right one')
})

test('a text that no note can hold stays in the editor until it is shorter', async () => {
  await write({ title: 'Long', body: 'short' })
  await toNotes()
  await row('Long').click()
  await editor().click()
  await page.keyboard.press('Control+a')
  await editor().evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'ten million '.repeat(900_000))
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
    )
  })
  await expect(page.getByText('This text is too long for a note, and is not saved.')).toBeVisible()
  await expect(page.getByText(/10,800,000 characters/)).toBeVisible()
  await page.keyboard.press('Control+1')
  await page.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
  await page.keyboard.press('Control+6')
  await expect(page.getByText(/10,800,000 characters/)).toBeVisible()
  await editor().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('short again')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await expect(page.getByText(/too long/)).toHaveCount(0)
})

test('two windows in one note: neither writes over the other', async () => {
  const { id, updatedAt } = await write({ title: 'Both', body: 'start' })
  await toNotes()
  await row('Both').click()
  await editor().click()
  await page.keyboard.press('Control+End')
  // the other window saves between two keys of this one
  await page.keyboard.type(', mine')
  await ask(page, 'notes.save', await draft({ id, title: 'Both', body: 'start, theirs', basis: updatedAt }))
  await expect(page.getByText(/changed in another window/)).toBeVisible()
  await expect(editor()).toContainText('start, mine')
  await expect(rows()).toHaveCount(2)
  expect(await ask<{ body: string }>(page, 'notes.read', { id })).toMatchObject({ body: 'start, theirs' })
  const stale = await call(page, 'notes.save', await draft({ id, body: 'late', basis: updatedAt }))
  expect(stale).toMatchObject({ ok: false, error: { code: 'note-changed' } })
})

test('whoever sits beside you is named in the settings, and notes say who wrote them', async () => {
  const { id } = await write({ title: 'Hers' })
  await page.keyboard.press('Control+,')
  await page.getByRole('textbox', { name: 'Name of somebody beside you' }).fill('Nora')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Nora')
  const members = await ask<{ id: string; name: string }[]>(page, 'members.list')
  const nora = members.find(({ name }) => name === 'Nora')?.id
  await write({ id, title: 'Hers', authorId: nora })
  await write({ title: 'Mine' })
  await toNotes()
  await expect(row('Hers').getByRole('img', { name: 'Nora' })).toBeVisible()
  await page.getByRole('button', { name: 'Nora', exact: true }).click()
  await expect(rows()).toHaveCount(1)
})

test('nothing in a note that is read runs, loads or goes anywhere', async () => {
  let asked = 0
  const server = await loopbackServer({ '/x': 'x' })
  const at = server.origin
  launched.app.on('window', () => {
    asked += 1
  })
  const body = payloads(at).join('\n\n')
  const { id } = await write({ title: 'Hostile', body })
  await toNotes()
  await row('Hostile').click()
  await page.evaluate(() => Object.assign(window, { ran: [] }))
  const before = page.url()
  await page.keyboard.press('r')
  const read = page.getByRole('region', { name: 'The note as it reads' })
  await expect(read).toContainText('the last line')
  const found = await read.evaluate((element) => ({
    names: [...new Set([...element.querySelectorAll('*')].map((one) => one.localName))],
    attributes: [...new Set([...element.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()))],
    links: [...element.querySelectorAll('a')].map((one) => one.getAttribute('href') ?? ''),
  }))
  const plain = [
    'p',
    'br',
    'a',
    'strong',
    'em',
    'code',
    'pre',
    'h1',
    'h2',
    'h3',
    'ul',
    'ol',
    'li',
    'blockquote',
    's',
  ]
  expect(
    found.names.filter(
      (name) => ![...plain, 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'].includes(name),
    ),
  ).toEqual([])
  expect(found.attributes).toEqual(['href'])
  for (const link of found.links) expect(link).toMatch(/^(https:\/\/|entracte:\/\/note\/|#t=)/)
  // whatever is left is pressed in every way that there is
  for (const link of await read.locator('a').all()) {
    if (/^https:/.test((await link.getAttribute('href')) ?? '')) continue
    await link.click({ button: 'middle' })
  }
  await read.hover()
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toEqual([])
  expect(page.url()).toBe(before)
  expect(asked).toBe(0)
  expect(server.asked).toEqual([])
  expect(launched.app.windows()).toHaveLength(1)
  expect(await ask<{ body: string }>(page, 'notes.read', { id })).toMatchObject({ body })
  await server.close()
})

/** Ways by which a text has been made to run, load or lead somewhere, each calling `ran` or the server at `at`. */
function payloads(at: string): string[] {
  const run = "window.ran.push('x')"
  const elements = [
    `<script>${run}</script>`,
    `<scr<script>ipt>${run}</scr</script>ipt>`,
    `<SCRIPT SRC=${at}/x></SCRIPT>`,
    `<img src=x onerror="${run}">`,
    `<img src="${at}/x">`,
    `<img srcset="${at}/x 1x">`,
    `<svg onload="${run}"><use href="${at}/x#a"/></svg>`,
    `<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
    `<svg><script>${run}</script><foreignObject><iframe src="${at}/x"></iframe></foreignObject></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${run}"></style></mglyph></table></mtext></math>`,
    `<math href="javascript:${run}">CLICK</math>`,
    `<template><img src=x onerror="${run}"></template>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
    `<iframe src="${at}/x" srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<object data="${at}/x"></object><embed src="${at}/x">`,
    `<link rel=stylesheet href="${at}/x"><link rel=prefetch href="${at}/x">`,
    `<style>@import "${at}/x"; * { background: url(${at}/x) }</style>`,
    `<p style="background:url(${at}/x)">styled</p>`,
    `<meta http-equiv=refresh content="0;url=${at}/x"><base href="${at}/">`,
    `<form action="${at}/x"><button formaction="javascript:${run}">go</button><input autofocus onfocus="${run}"></form>`,
    `<video poster="${at}/x" src="${at}/x" onloadstart="${run}"></video><audio src="${at}/x"></audio>`,
    `<details open ontoggle="${run}">x</details><body onload="${run}"><marquee onstart="${run}">`,
    `<a href="javascript:${run}" ping="${at}/x" target=_blank>a</a>`,
    `<x onclick="${run}" style=animation-name:x onanimationstart="${run}">`,
    `"><img src=x onerror=${run}><"`,
    `'"\`--><!--><img src=x onerror=${run}>`,
    `&lt;img src=x onerror=${run}&gt; &#60;script&#62;${run}&#60;/script&#62;`,
    `\u{FF1C}script\u{FF1E}${run}\u{FF1C}/script\u{FF1E} <\u0000script>${run}</script> <\u00ADimg src=x onerror=${run}>`,
  ]
  const schemes = [
    `javascript:${run}`,
    `JaVaScRiPt:${run}`,
    `java\tscript:${run}`,
    `java&#10;script:${run}`,
    `&#106;avascript:${run}`,
    `&#x6A&#x61vascript:${run}`,
    `\u0001javascript:${run}`,
    `javascript\u200B:${run}`,
    `vbscript:${run}`,
    `data:text/html,<script>${run}</script>`,
    `data:text/html;base64,PHNjcmlwdD48L3NjcmlwdD4=`,
    `data:image/svg+xml,<svg onload=${run}>`,
    `blob:app://bundle/x`,
    `file:///etc/passwd`,
    `app://bundle/index.html`,
    `entracte://note/../settings`,
    `${at}/x`,
    `//${at.replace('http://', '')}/x`,
    `/x`,
    `#/settings`,
    `https:javascript:${run}`,
  ]
  return [
    ...elements,
    ...schemes.map(
      (address) => `[link](<${address}>) ![picture](<${address}>) <${address}> [ref]\n\n[ref]: <${address}>`,
    ),
    `[a](https://example.invalid/"onmouseover="${run}) [b](https://example.invalid/ "x\\" onmouseover=\\"${run}")`,
    `![a](x"onerror="${run}) ![b](${at}/x "t") [![c](${at}/x)](javascript:${run})`,
    `\`\`\`html"><img src=x onerror=${run}>\n</code></pre><script>${run}</script>\n\`\`\``,
    '12:41 <time onclick="window.ran.push(1)">12:42</time> [13:00](javascript:1)',
    'the last line',
  ]
}
