import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPackageArguments } from '../../scripts/package/arguments.mjs'
import { unsignedOptions } from '../../scripts/package/options.mjs'
import { readStartArguments } from '../../scripts/start/arguments.mjs'

describe('npm start', () => {
  it('passes to the app what it does not know', () => {
    const words = ['--lang=fr', 'lupin.entracte']
    expect(readStartArguments(words)).toEqual({ tour: undefined, forApp: words })
  })

  it.each([[['--tour', 'pictures']], [['--tour=pictures']]])(
    'takes the folder of a tour from %j',
    (words) => {
      expect(readStartArguments(words)).toEqual({ tour: resolve('pictures'), forApp: [] })
    },
  )

  it.each([[['--tour']], [['--tour=']], [['--tour', '--lang=fr']]])(
    'refuses a tour without a folder: %j',
    (words) => {
      expect(() => readStartArguments(words)).toThrow('--tour needs the folder')
    },
  )
})

describe('npm run package', () => {
  it('makes the usual targets when none is named', () => {
    expect(readPackageArguments([], 'linux')).toEqual({ targets: [], fallbackRuntime: false })
  })

  it('takes targets and the permission to use the fallback runtime in any order', () => {
    const wanted = { targets: ['deb', 'dir'], fallbackRuntime: true }
    expect(readPackageArguments(['deb', '--fallback-runtime', 'dir'], 'linux')).toEqual(wanted)
  })

  it('refuses what this system cannot make, and says what it can', () => {
    expect(() => readPackageArguments(['deb'], 'darwin')).toThrow(
      "'deb' cannot be made here. Name one or more of dmg",
    )
    expect(() => readPackageArguments(['--fallback'], 'linux')).toThrow("'--fallback' cannot be made here")
  })

  it('signs for this machine only when a Mac has no certificate and was told so', () => {
    const told = { CSC_IDENTITY_AUTO_DISCOVERY: 'false' }
    expect(unsignedOptions(told, 'darwin')).toContain('-c.mac.identity=-')
    expect(unsignedOptions({ ...told, CSC_LINK: 'certificate' }, 'darwin')).toEqual([])
    expect(unsignedOptions({}, 'darwin')).toEqual([])
    expect(unsignedOptions(told, 'linux')).toEqual([])
  })
})
