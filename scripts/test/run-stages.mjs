/** Running stages one after the other: a failing one does not hide what the others would have said. */
import { openDisplay } from '../prepare/display.mjs'
import { Refusal } from '../refusal.mjs'
import { elapsed, say } from '../say.mjs'
import { closingLine, ONE_FAILURE, sum } from './count.mjs'

/**
 * @param {import('./stages.mjs').Stage[]} stages
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function runStages(stages, env) {
  const display = stages.some((stage) => stage.windows) ? await openDisplay() : undefined
  try {
    /** @type {Map<string, import('./count.mjs').Count>} */
    const results = new Map()
    for (const stage of stages) {
      const broken = stage.needs?.find((name) => (results.get(name)?.failed ?? 0) > 0)
      if (broken) {
        say(`${stage.title}: left out, because the stage '${broken}' failed.`)
        continue
      }
      results.set(stage.name, await runStage(stage, { ...env, ...display?.env }))
    }
    return sum([...results.values()])
  } finally {
    await display?.close()
  }
}

/** @param {import('./stages.mjs').Stage} stage @param {NodeJS.ProcessEnv} env */
async function runStage(stage, env) {
  say(`── ${stage.title}`)
  const started = performance.now()
  const count = await stage.run(env).catch((error) => {
    console.error(error)
    return ONE_FAILURE
  })
  say(`── ${stage.title}: ${closingLine(count)}, in ${elapsed(started)}\n`)
  return count
}

/**
 * @param {import('./stages.mjs').Stage[]} stages
 * @param {string[]} names as given on the command line; none means all
 */
export function chooseStages(stages, names) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name))
  if (unknown !== undefined) {
    const known = stages.map((stage) => stage.name).join(', ')
    throw new Refusal(
      `There is no stage '${unknown}'. Name one or more of ${known}, or none for all of them.`,
    )
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name))
}
