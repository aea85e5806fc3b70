import { describe, expect, it } from 'vitest'
import { placeIn, placeInArguments } from './deep-links'
import { isOurPage } from './origin'

describe('a page of ours', () => {
  it('comes from the app itself, or from the development server while there is one', () => {
    expect(isOurPage('app://bundle/index.html#/notes', undefined)).toBe(true)
    expect(isOurPage('http://localhost:5173/', 'http://localhost:5173')).toBe(true)
  })
  it.each([
    'app://elsewhere/index.html',
    'https://bundle/index.html',
    'http://localhost:5173/',
    'http://localhost:5174/',
    'file:///etc/passwd',
    'about:blank',
    'data:text/html,x',
    'javascript:alert(1)',
    'app:bundle',
    '',
  ])('is not %j', (url) => {
    expect(isOurPage(url, undefined)).toBe(false)
  })
  it('is not another port of the development server', () => {
    expect(isOurPage('http://localhost:5174/', 'http://localhost:5173')).toBe(false)
  })
})

describe('an entracte address', () => {
  it('names a place in the app', () => {
    expect(placeIn('entracte://notes')).toBe('notes')
    expect(placeIn('entracte:recap')).toBe('recap')
    expect(placeIn('entracte://settings/?x=1#y')).toBe('settings')
  })
  it.each(['entracte://elsewhere', 'entracte://', 'https://notes', 'notes', 'entracte://constructor', ''])(
    'leads nowhere when it is %j',
    (address) => {
      expect(placeIn(address)).toBeNull()
    },
  )
  it('is found among the arguments of a program', () => {
    expect(placeInArguments(['/usr/bin/entracte', '--flag', 'entracte://cast'])).toBe('cast')
    expect(placeInArguments(['/usr/bin/entracte'])).toBeNull()
  })
})
