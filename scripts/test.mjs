/**
 * `npm test`: everything that must hold before a change is shared, on a machine with or without a screen.
 * `npm test -- unit e2e` runs only the stages that are named. The last line is the count of all checks.
 */
import { compileMessages } from './build/messages.mjs'
import { prepare } from './prepare/prepare.mjs'
import { Refusal } from './refusal.mjs'
import { closingLine, ONE_FAILURE } from './test/count.mjs'
import { chooseStages, runStages } from './test/run-stages.mjs'
import { STAGES } from './test/stages.mjs'

const count = await everything().catch((error) => {
  console.error(error instanceof Refusal ? `\n${error.message}\n` : error)
  return ONE_FAILURE
})
console.log(closingLine(count))
process.exitCode = count.failed > 0 ? 1 : 0

async function everything() {
  const stages = chooseStages(STAGES, process.argv.slice(2))
  const { runtime } = await prepare({ windows: stages.some((stage) => stage.windows) })
  await compileMessages()
  return runStages(stages, { ...process.env, ENTRACTE_ELECTRON_EXE: runtime.executable })
}
