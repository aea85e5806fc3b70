import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { beginningWith, parseSearch } from '../../../../shared/notes/rules'
import { type TestCore, testCore } from '../../../../tests/support/core'
import { type NoteDesk, noteDesk } from '../../../../tests/support/notes'
import { noteTerms } from './terms'

let core: TestCore
let desk: NoteDesk
let spell: (term: string) => string
beforeEach(async () => {
  core = testCore()
  desk = await noteDesk(core)
  spell = noteTerms(core.db)
})
afterEach(() => core.close())

const matching = (match: string) =>
  core.db.prepare('SELECT rowid FROM note_text WHERE note_text MATCH ? ORDER BY rowid').pluck().all(match)

it('asks for the words that begin so, each of them whole', async () => {
  await desk.write({ title: 'Watching the watch, rewatched' })
  expect(spell('watc')).toBe('("watch" OR "watching")')
  expect(spell('WÀTC')).toBe('("watch" OR "watching")')
})

it('asks for the beginning itself when that is as quick, when nothing begins so, and when too much does', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `party${n}`)
  await desk.write({ title: 'watch', body: many.join(' ') })
  for (const term of ['wat', 'nothing', 'party', 'the watch', 'часы', 'l’heure']) {
    expect(spell(term)).toBe(beginningWith(term))
  }
  expect(spell('party3')).toMatch(/^\("party3" OR "party30" OR .*"party39"\)$/)
})

it('hears of words that were written since', async () => {
  await desk.write({ title: 'watch' })
  expect(spell('watc')).toBe('("watch")')
  await desk.write({ title: 'watchful' })
  expect(spell('watc')).toBe('("watch" OR "watchful")')
})

it('finds what the beginning finds, whatever was written and whatever is typed', async () => {
  const syllable = fc.constantFrom('wa', 'tch', 'é', 'E', 'ß', 'ing', '7', 'ø', 'ñ', '’', '-', '_', '中', 'ﬁ')
  const word = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 4 }), word, word, async (bodies, one, other) => {
      for (const body of bodies) await desk.write({ title: 'x', body })
      for (const typed of [one, `${one} ${other}`, `${one} -${other}`, `${one} OR "${other}`]) {
        const plain = parseSearch(typed).match
        const spelt = parseSearch(typed, spell).match
        expect(spelt === null).toBe(plain === null)
        if (plain !== null && spelt !== null) expect(matching(spelt)).toEqual(matching(plain))
      }
    }),
    { numRuns: 60 },
  )
})
