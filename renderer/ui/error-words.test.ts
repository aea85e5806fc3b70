import { ErrorCode } from '@shared/errors'
import { LANGUAGES, speak } from '@shared/messages'
import { afterEach, describe, expect, it } from 'vitest'
import { errorFile, errorWords } from './error-words'

afterEach(() => speak('en'))

describe.each(LANGUAGES)('the words for errors in %s', (language) => {
  it.each(ErrorCode.options)('say for %s what is true and what to do', (code) => {
    speak(language)
    const { title, text } = errorWords({ code, details: {} })
    expect(title).toMatch(/\.$/)
    expect(text.length).toBeGreaterThan(30)
    expect(`${title} ${text}`).not.toMatch(/[!]|oops|undefined/i)
  })
})

it('name the place in a pack that is wrong, when it is known', () => {
  expect(errorWords({ code: 'pack-invalid', details: { place: 'roles[3].name' } }).text).toContain(
    'roles[3].name',
  )
})

it('name the file that an error is about', () => {
  expect(errorFile({ details: { file: '/a/entracte.db' } })).toBe('/a/entracte.db')
  expect(errorFile({ details: {} })).toBeNull()
})
