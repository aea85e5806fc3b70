import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dress, keepLook, LOOK_FILE, type LookGround, libraryMark, localDay, takeLook } from './last-look'

let folder: string
let file: string
let library: string

const LOOK = { html: '<main><li>Luc</li></main>', language: 'fr' } as const
const GROUND: LookGround = { shell: '<html>', day: '2021/5/4/-120', locale: 'en-GB', size: [1440, 900] }

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entracte-look-'))
  file = path.join(folder, LOOK_FILE)
  library = path.join(folder, 'entracte.db')
  writeFileSync(library, 'a library')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a look that was kept', () => {
  it('is there once, on the ground on which it was drawn', () => {
    keepLook(file, library, GROUND, LOOK)
    expect(takeLook(file, library)?.(GROUND)).toEqual(LOOK)
    expect(existsSync(file)).toBe(false)
    expect(takeLook(file, library)).toBeNull()
  })

  it.each([
    ['another build', { shell: '<html lang="en">' }],
    ['the next day', { day: '2021/5/5/-120' }],
    ['another language of the system', { locale: 'fr-FR' }],
    ['another size', { size: [960, 640] }],
  ])('is not shown on %s', (_what, other) => {
    keepLook(file, library, GROUND, LOOK)
    expect(takeLook(file, library)?.({ ...GROUND, ...other })).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('is not shown when the library has been written since, be it by as many bytes', () => {
    keepLook(file, library, GROUND, LOOK)
    writeFileSync(library, 'A LIBRARY')
    utimesSync(library, new Date(), new Date(Date.now() + 5000))
    expect(takeLook(file, library)).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('is not kept while the library has something that is not in its file yet', () => {
    writeFileSync(`${library}-wal`, 'pages')
    expect(libraryMark(library)).toBeNull()
    keepLook(file, library, GROUND, LOOK)
    expect(existsSync(file)).toBe(false)
  })

  it('is not shown when such a thing has appeared since', () => {
    keepLook(file, library, GROUND, LOOK)
    writeFileSync(`${library}-wal`, 'pages')
    expect(takeLook(file, library)).toBeNull()
  })

  it.each([
    '',
    'null',
    '{}',
    '[1]',
    '{"ground":1}',
    '{"ground":"","library":"","look":{"html":1}}',
    '\u0000',
  ])('that reads %j is none, and is taken away', (text) => {
    writeFileSync(file, text)
    expect(takeLook(file, library)).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('is not there when there is no library', () => {
    keepLook(file, library, GROUND, LOOK)
    rmSync(library)
    expect(takeLook(file, library)).toBeNull()
  })
})

describe('the day', () => {
  it('changes at midnight, where the machine is', () => {
    const noon = new Date(2021, 4, 4, 12).getTime()
    expect(localDay(noon)).toBe(localDay(new Date(2021, 4, 4, 23, 59).getTime()))
    expect(localDay(noon)).not.toBe(localDay(new Date(2021, 4, 5, 0, 1).getTime()))
  })
})

describe('a page in its look', () => {
  const SHELL = readFileSync(path.resolve(import.meta.dirname, '../../renderer/index.html'), 'utf8').replace(
    './main.tsx',
    './assets/index-1.js',
  )
  const built = SHELL.replace(
    '</title>',
    '</title>\n<link rel="modulepreload" crossorigin href="./assets/a.js">\n<link rel="stylesheet" href="./a.css">',
  )

  it('has the look before the root, in its language and theme', () => {
    const page = dress(built, LOOK, 'salle')
    expect(page).toContain('<html lang="fr" data-theme="salle">')
    expect(page).toContain(`<div id="last-look">${LOOK.html}</div><div id="root"></div>`)
    expect(page).toContain('<link rel="stylesheet" href="./a.css">')
  })

  it('names its script and does not run it: that comes when the look has been painted', () => {
    const page = dress(built, LOOK, 'papier')
    expect(page).toContain('<meta name="entracte:start" content="./assets/index-1.js">')
    expect(page).not.toContain('type="module"')
    expect(page).not.toContain('modulepreload')
  })

  it('takes words for words, whatever they are to a replacement', () => {
    const html = "<p>$& costs $1, says $' and $`</p>"
    expect(dress(built, { ...LOOK, html }, 'papier')).toContain(html)
  })

  it.each(['', '<html></html>', built.replace('<div id="root"></div>', '')])(
    'is left alone when it is written otherwise',
    (shell) => expect(dress(shell, LOOK, 'papier')).toBeNull(),
  )
})
