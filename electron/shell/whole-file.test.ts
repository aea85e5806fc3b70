import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolders } from '../../tests/support/temp-folder'
import { fileName, writeWhole } from './whole-file'

const folder = tempFolders()
const bytes = (text: string) => new TextEncoder().encode(text)

describe('fileName', () => {
  it('keeps what every system takes, and adds the ending once', () => {
    expect(fileName('Emily in Paris, as of S1 E7', 'pdf')).toBe('Emily in Paris, as of S1 E7.pdf')
    expect(fileName('recap.MD', 'md')).toBe('recap.MD')
    expect(fileName('Épisode: « fin »?', 'md')).toBe('Épisode « fin ».md')
  })
  it('leads nowhere else', () => {
    expect(fileName('../../.bashrc', 'md')).toBe('bashrc.md')
    expect(fileName('..', 'svg')).toBe('Entracte.svg')
    expect(fileName('a\u0000\nb', 'svg')).toBe('a b.svg')
  })
})

describe('writeWhole', () => {
  it('writes what it was given, over what was there', async () => {
    const file = path.join(folder(), 'recap.md')
    writeFileSync(file, 'old')
    await writeWhole(file, bytes('new'))
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(path.dirname(file))).toEqual(['recap.md'])
  })
  it('leaves nothing behind when it cannot', async () => {
    const file = path.join(folder(), 'taken')
    mkdirSync(path.join(file, 'full'), { recursive: true })
    await expect(writeWhole(file, bytes('new'))).rejects.toMatchObject({ code: 'file-not-written' })
    expect(readdirSync(path.dirname(file))).toEqual(['taken'])
    await expect(writeWhole(path.join(file, 'no', 'such', 'a.md'), bytes('x'))).rejects.toMatchObject({
      code: 'file-not-written',
    })
  })
})
