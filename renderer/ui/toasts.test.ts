import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toasts } from './toasts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

describe('toasts', () => {
  it('leave by themselves', () => {
    toasts.show({ text: 'Note deleted' })
    vi.advanceTimersByTime(60_000)
    expect(toasts.list()).toEqual([])
  })

  it('undo the newest change first, each once', () => {
    const undone: string[] = []
    toasts.show({ text: 'one', undo: () => undone.push('one') })
    toasts.show({ text: 'two', undo: () => undone.push('two') })
    expect([toasts.undoNewest(), toasts.undoNewest(), toasts.undoNewest()]).toEqual([true, true, false])
    expect(undone).toEqual(['two', 'one'])
  })

  it('take the place of an earlier one with the same key', () => {
    toasts.show({ text: 'S1 E6', key: 'line' })
    toasts.show({ text: 'S1 E5', key: 'line' })
    expect(toasts.list().map(({ text }) => text)).toEqual(['S1 E5'])
  })
})
