import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeOverlay, readOverlayPlace, writeOverlayPlace } from './overlay-place'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entracte-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const left = { x: 0, y: 0, width: 1440, height: 900 }
const right = { x: 1440, y: 0, width: 1920, height: 1080 }

describe('the place of the overlay', () => {
  it('is remembered', () => {
    const file = path.join(folder, 'overlay.json')
    expect(readOverlayPlace(file)).toBeNull()
    writeOverlayPlace(file, { x: 12, y: 34 }, () => {})
    expect(readOverlayPlace(file)).toEqual({ x: 12, y: 34 })
    for (const broken of ['', '{', '[]', '{"x":1}', '{"x":1.5,"y":"2"}', 'null']) {
      writeFileSync(file, broken)
      expect(readOverlayPlace(file)).toBeNull()
    }
  })

  it('is where it was, when all of it can be seen there', () => {
    expect(placeOverlay({ x: 1500, y: 40 }, [left, right], left)).toEqual({ x: 1500, y: 40 })
  })

  it('is in the corner of the display with the pointer otherwise', () => {
    expect(placeOverlay(null, [left], left)).toEqual({ x: 1036, y: 24 })
    expect(placeOverlay({ x: 1500, y: 40 }, [left], left)).toEqual({ x: 1036, y: 24 })
    expect(placeOverlay({ x: 1400, y: 880 }, [left, right], right)).toEqual({ x: 2956, y: 24 })
  })
})
