import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolders } from '../../tests/support/temp-folder'
import { placeWindow, readWindowState, writeWindowState } from './window-state'

const folder = tempFolders()
const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('where a window opens', () => {
  it('is where it was, when its title bar can be reached there', () => {
    const saved = { x: 100, y: 50, width: 1000, height: 700 }
    expect(placeWindow(saved, [screen])).toEqual(saved)
  })
  it('is the middle of the first display when it was on one that is gone', () => {
    expect(placeWindow({ x: 2500, y: 100, width: 1000, height: 700 }, [screen])).toEqual({
      width: 1440,
      height: 900,
    })
    expect(placeWindow({ x: 100, y: -900, width: 1000, height: 700 }, [screen])).toEqual({
      width: 1440,
      height: 900,
    })
  })
  it('is still reachable when most of it lies outside', () => {
    const saved = { x: 1800, y: 900, width: 1000, height: 700 }
    expect(placeWindow(saved, [screen])).toEqual(saved)
  })
  it('is no larger than the display', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({
      width: 1280,
      height: 720,
    })
  })
})

describe('the kept state', () => {
  it('comes back as it was written', () => {
    const file = path.join(folder(), 'window.json')
    const state = {
      bounds: { x: 1, y: 2, width: 900, height: 600 },
      maximised: true,
      theme: 'salle' as const,
    }
    writeWindowState(file, state, () => {})
    expect(readWindowState(file)).toEqual(state)
  })
  it('falls back, part by part, when it cannot be read', () => {
    const file = path.join(folder(), 'window.json')
    expect(readWindowState(file)).toEqual({ bounds: null, maximised: false, theme: 'system' })
    writeFileSync(file, '{"bounds":"everywhere","maximised":true,"theme":"pink"}')
    expect(readWindowState(file)).toEqual({ bounds: null, maximised: true, theme: 'system' })
    writeFileSync(file, 'not json')
    expect(readWindowState(file).theme).toBe('system')
    expect(readFileSync(file, 'utf8')).toBe('not json')
  })
  it('reports that it could not be written, and goes on', () => {
    const reported: unknown[] = []
    writeWindowState(path.join(folder(), 'no', 'such', 'folder.json'), readWindowState(''), (error) =>
      reported.push(error),
    )
    expect(reported).toHaveLength(1)
  })
})
