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
    expect(placeIn('entracte://notes')).toEqual({ place: 'notes' })
    expect(placeIn('entracte:recap')).toEqual({ place: 'recap' })
    expect(placeIn('entracte://settings/?x=1#y')).toEqual({ place: 'settings' })
  })
  it('names a note, with or without a time in it', () => {
    const note = '0190a000-0000-7000-8000-000000000001'
    for (const end of ['', '/', '#t=12.4,15'])
      expect(placeIn(`entracte://note/${note}${end}`)).toEqual({ place: 'notes', note })
    for (const wrong of ['1', `${note}x`, `${note}/../x`, `${note}?x`])
      expect(placeIn(`entracte://note/${wrong}`)).toBeNull()
  })
  it.each(['entracte://elsewhere', 'entracte://', 'https://notes', 'notes', 'entracte://constructor', ''])(
    'leads nowhere when it is %j',
    (address) => {
      expect(placeIn(address)).toBeNull()
    },
  )
  it('is found among the arguments of a program', () => {
    expect(placeInArguments(['/usr/bin/entracte', '--flag', 'entracte://cast'])).toEqual({ place: 'cast' })
    expect(placeInArguments(['/usr/bin/entracte'])).toBeNull()
  })
})
