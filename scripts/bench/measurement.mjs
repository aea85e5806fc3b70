/** Loads a measurement that is written in TypeScript. */
import { inProject } from '../paths.mjs'

/** @param {string} name its file in `bench/` @returns {Promise<any>} what it exports */
export async function measurement(name) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inProject('scripts', 'bench', name), {
    resolve: { alias: { '@shared': inProject('shared') } },
    logLevel: 'error',
  })
  return module
}
