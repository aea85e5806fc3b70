import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SHARED_WORDS } from './shared-words'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MESSAGES = path.join(ROOT, 'shared/messages')

const Variant = z.object({
  declarations: z.array(z.string()),
  selectors: z.array(z.string()).optional(),
  match: z.record(z.string(), z.string()),
})
const Message = z.union([z.string(), z.array(Variant)])
type Message = z.infer<typeof Message>

const filesOf = (locale: string) =>
  readdirSync(path.join(MESSAGES, locale)).filter((name) => name.endsWith('.json'))
function messagesOf(locale: string): Map<string, Message> {
  const all = new Map<string, Message>()
  for (const name of filesOf(locale)) {
    const raw: unknown = JSON.parse(readFileSync(path.join(MESSAGES, locale, name), 'utf8'))
    for (const [key, value] of Object.entries(z.record(z.string(), Message).parse(raw))) {
      if (all.has(key)) throw new Error(`${key} stands in two files of ${locale}`)
      if (key !== '$schema') all.set(key, value)
    }
  }
  return all
}
const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))
const placeholdersOf = (message: Message): string[] =>
  [
    ...new Set(
      textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')),
    ),
  ].sort()

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'compiled' ? [] : sourcesUnder(full)
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [full] : []
  })
}
const sources = ['electron', 'renderer', 'shared'].flatMap((wing) => sourcesUnder(path.join(ROOT, wing)))
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n')

const en = messagesOf('en')
const fr = messagesOf('fr')

/** Messages that are rightly the same in both languages: names, keys, and words that French shares. */
const SAME_IN_BOTH = new Set<string>(SHARED_WORDS)

describe('the words on screen', () => {
  it('stand in the same files in both languages, and every file is compiled', () => {
    expect(filesOf('fr')).toEqual(filesOf('en'))
    const settings = readFileSync(path.join(MESSAGES, 'project.inlang/settings.json'), 'utf8')
    for (const name of filesOf('en')) expect(settings, name).toContain(`./{locale}/${name}`)
  })

  it('exist in both languages', () => {
    expect([...en.keys()].filter((key) => !fr.has(key))).toEqual([])
    expect([...fr.keys()].filter((key) => !en.has(key))).toEqual([])
  })

  it('are never empty', () => {
    for (const [key, message] of [...en, ...fr])
      for (const text of textsOf(message)) expect(text.trim(), key).not.toBe('')
  })

  it('take the same values in both languages', () => {
    for (const [key, message] of en)
      expect(placeholdersOf(fr.get(key) ?? ''), key).toEqual(placeholdersOf(message))
  })

  it('are translated', () => {
    const same = [...en]
      .filter(([key, message]) => JSON.stringify(message) === JSON.stringify(fr.get(key)))
      .filter(([, message]) => textsOf(message).some((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''))))
      .map(([key]) => key)
    expect(same.filter((key) => !SAME_IN_BOTH.has(key))).toEqual([])
    expect([...SAME_IN_BOTH].filter((key) => !same.includes(key))).toEqual([])
  })

  it('are all used', () => {
    const used = new Set([...code.matchAll(/\bm\.([a-z]\w*)/g)].map(([, key]) => key))
    expect([...en.keys()].filter((key) => !used.has(key))).toEqual([])
  })

  it('keep French typography: a narrow space before ; ! ? and none of the plain kind', () => {
    for (const [key, message] of fr)
      for (const text of textsOf(message))
        expect(text, key).not.toMatch(/[^\s\u00a0\u202f?!][ ]?[;!?](?:\s|$)/u)
  })

  it('carry no exclamation marks', () => {
    for (const [key, message] of [...en, ...fr])
      for (const text of textsOf(message)) expect(text, key).not.toContain('!')
  })
})

describe('the code', () => {
  it('puts no words on screen that are not messages', () => {
    const bare = sources
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [
          ...readFileSync(file, 'utf8')
            .replace(/\/\*[\s\S]*?\*\//g, '')
            .matchAll(
              /(?<![=\w)\]])>\s*([A-Za-zÀ-ÿ][^<>{}()=;&|]*[a-z]{2}[^<>{}()=;&|]*)<\/|\b(?:title|label|placeholder|aria-label|alt)="([^"]*[a-z]{2}[^"]*)"/g,
            ),
        ].map(([, text, attribute]) => `${path.relative(ROOT, file)}: ${text ?? attribute}`),
      )
    expect(bare).toEqual([])
  })
})
