import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { restAfterStart } from './rest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a thread rests once, when it has not been asked for a while', async () => {
  const report = vi.fn()
  const first = vi.fn()
  const asked = restAfterStart(report, first)
  vi.advanceTimersByTime(60_000)
  expect(first).not.toHaveBeenCalled()
  asked()
  vi.advanceTimersByTime(1500)
  asked()
  vi.advanceTimersByTime(1500)
  expect(first).not.toHaveBeenCalled()
  vi.advanceTimersByTime(600)
  expect(first).toHaveBeenCalledOnce()
  asked()
  vi.advanceTimersByTime(60_000)
  expect(first).toHaveBeenCalledOnce()
  expect(report).not.toHaveBeenCalled()
})

test('what a start left behind is freed', async () => {
  vi.useRealTimers()
  let left: unknown[] | null = Array.from({ length: 400_000 }, (_, at) => ({ at }))
  const before = process.memoryUsage().heapUsed
  expect(left.length).toBe(400_000)
  left = null
  const report = vi.fn()
  restAfterStart(report)()
  await vi.waitFor(() => expect(process.memoryUsage().heapUsed).toBeLessThan(before - 10e6), 10_000)
  expect(report).not.toHaveBeenCalled()
})
