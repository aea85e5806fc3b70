/**
 * `npm run store-database`: writes tests/migrations/stored/vN.db, a database of the newest version with
 * something in every table. Run once, when a migration is finished; the file is committed and from then on
 * every later version is tested on it.
 */
import { inProject } from './paths.mjs'
import { prepareDependencies } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'
import { say } from './say.mjs'

await command(async () => {
  await prepareDependencies()
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inProject('tests', 'migrations', 'store-database.ts'), {
    resolve: { alias: { '@shared': inProject('shared') } },
    logLevel: 'error',
  })
  await module.storeDatabase()
  say('The database of this version is in tests/migrations/stored.')
})
