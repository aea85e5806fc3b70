import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const project = resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(resolve(project, file), 'utf8')

const Step = z.object({ uses: z.string().optional(), run: z.string().optional() })
const Workflow = z.object({
  permissions: z.object({ contents: z.literal('read') }),
  jobs: z.record(
    z.string(),
    z.object({ 'timeout-minutes': z.number().optional(), steps: z.array(Step).min(1) }),
  ),
})
const Package = z.object({ scripts: z.record(z.string(), z.string()), version: z.string() })

describe.each(['ci.yml', 'release.yml'])('the workflow %s', (name) => {
  const workflow = Workflow.parse(parse(read(`.github/workflows/${name}`)))
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  it('pins each action to a major version', () => {
    const actions = steps.flatMap((step) => step.uses ?? [])
    expect(actions.length).toBeGreaterThan(0)
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/)
  })

  it('runs only commands that package.json has', () => {
    const { scripts } = Package.parse(JSON.parse(read('package.json')))
    const commands = steps.flatMap((step) =>
      [...(step.run ?? '').matchAll(/npm (?:run )?([a-z]+)/g)].map(([, word]) => word),
    )
    expect(commands.length).toBeGreaterThan(0)
    for (const command of commands) expect([...Object.keys(scripts), 'ci']).toContain(command)
  })
})

describe('the commands of package.json', () => {
  it('each have their script', () => {
    const { scripts } = Package.parse(JSON.parse(read('package.json')))
    for (const line of Object.values(scripts)) {
      const [, file] = /^node (scripts\/[a-z-]+\.mjs)$/.exec(line) ?? []
      expect(read(file ?? line).length).toBeGreaterThan(0)
    }
  })
})
