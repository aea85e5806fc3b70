/** `npm run messages`: the messages, compiled into typed functions for the editor and the type checker. */
import { compileMessages } from './build/messages.mjs'
import { prepareDependencies } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'

await command(async () => {
  await prepareDependencies()
  await compileMessages()
})
