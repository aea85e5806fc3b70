/** Compiles the messages, the sentences that people read, into the typed functions that the app imports. */
import { existsSync } from 'node:fs'
import { inProject } from '../paths.mjs'
import { nodeCommand, run } from '../run.mjs'
import { say } from '../say.mjs'
import { unlessUnchanged } from './fingerprint.mjs'

const COMPILED = 'shared/messages/compiled'

/** @returns {Promise<void>} */
export async function compileMessages() {
  if (!existsSync(inProject('shared/messages/project.inlang'))) return
  const done = await unlessUnchanged(
    {
      inputs: ['shared/messages', 'node_modules/@inlang/paraglide-js/package.json'],
      // inlang writes notes of its own beside the settings.
      ignore: (file) =>
        file.startsWith(COMPILED) ||
        file.endsWith('.test.ts') ||
        /project\.inlang\/(?!settings\.json)/.test(file),
      stamp: `${COMPILED}/.fingerprint`,
    },
    async () => {
      const args = ['compile', '--project', './shared/messages/project.inlang', '--outdir', `./${COMPILED}`]
      await run(...nodeCommand('@inlang/paraglide-js/bin/run.js', args), {
        failure: 'The messages could not be compiled; the lines above say which file to look at.',
      })
    },
  )
  if (done) say('Messages: compiled.')
}
