import { beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseStages, runStages } from '../../scripts/test/run-stages.mjs'

const one = { passed: 1, failed: 0, skipped: 0 }
const none = { passed: 0, failed: 1, skipped: 0 }

function stage(name: string, count: typeof one, ran: string[], needs: string[] = []) {
  return {
    name,
    title: name,
    needs,
    run: async () => {
      ran.push(name)
      return count
    },
  }
}

// What the stages say belongs on a screen, not into the output of this test.
beforeEach(() => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  return () => silent.mockRestore()
})

describe('the stages of a test run', () => {
  it('go on after a failure, so that one fault does not hide another', async () => {
    const ran: string[] = []
    const count = await runStages([stage('lint', none, ran), stage('unit', one, ran)], {})
    expect(ran).toEqual(['lint', 'unit'])
    expect(count).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('leave out what means nothing because the stage it needs failed', async () => {
    const ran: string[] = []
    const count = await runStages([stage('build', none, ran), stage('e2e', one, ran, ['build'])], {})
    expect(ran).toEqual(['build'])
    expect(count).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('count a stage that breaks off as one failure', async () => {
    const breaking = { name: 'e2e', title: 'e2e', run: () => Promise.reject(new Error('gone')) }
    expect(await runStages([breaking], {})).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('are all chosen when none is named, and in their own order when some are', () => {
    const all = ['lint', 'unit', 'e2e'].map((name) => stage(name, one, []))
    expect(chooseStages(all, [])).toEqual(all)
    expect(chooseStages(all, ['e2e', 'lint']).map(({ name }) => name)).toEqual(['lint', 'e2e'])
  })

  it('are refused by a name that none of them has', () => {
    const all = [stage('lint', one, []), stage('unit', one, [])]
    expect(() => chooseStages(all, ['uint'])).toThrow(
      "There is no stage 'uint'. Name one or more of lint, unit",
    )
  })
})
