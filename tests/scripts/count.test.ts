import { describe, expect, it } from 'vitest'
import { closingLine, sum } from '../../scripts/test/count.mjs'
import { playwrightCount, vitestCount } from '../../scripts/test/reports.mjs'

describe('the closing line', () => {
  it('names what passed and what failed', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  })

  it('names what was skipped only when something was', () => {
    expect(closingLine({ passed: 0, failed: 2, skipped: 3 })).toBe('0 passed, 2 failed, 3 skipped')
  })

  it('adds up the stages', () => {
    const stages = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 1 },
    ]
    expect(sum(stages)).toEqual({ passed: 41, failed: 2, skipped: 1 })
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})

describe('counting unit tests', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  }

  it('takes the numbers of the report, and counts what is still to do as skipped', () => {
    expect(vitestCount(report)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [] },
    ]
    expect(vitestCount({ ...report, testResults }).failed).toBe(2)
  })
})

describe('counting end-to-end tests', () => {
  it('counts a test that passed only when repeated, and an error outside of tests, as failures', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
    expect(playwrightCount(report)).toEqual({ passed: 7, failed: 3, skipped: 2 })
  })
})
