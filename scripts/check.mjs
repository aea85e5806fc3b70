/** `npm run check`: the quick half of `npm test`, for while one works: lint, types and unit tests. */
import { compileMessages } from './build/messages.mjs'
import { prepareDependencies } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'
import { closingLine } from './test/count.mjs'
import { chooseStages, runStages } from './test/run-stages.mjs'
import { STAGES } from './test/stages.mjs'

await command(async () => {
  await prepareDependencies()
  await compileMessages()
  const count = await runStages(chooseStages(STAGES, ['lint', 'types', 'unit']), process.env)
  console.log(closingLine(count))
  return count.failed > 0 ? 1 : 0
})
