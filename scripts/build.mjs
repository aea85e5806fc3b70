/** `npm run build`: the app, built into out/. */
import { buildApp } from './build/build.mjs'
import { prepareDependencies } from './prepare/prepare.mjs'
import { command } from './refusal.mjs'

await command(async () => {
  await prepareDependencies()
  await buildApp()
})
