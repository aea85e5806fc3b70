import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Builds the worker as the app does, into `out/test-core`, where it finds the same node_modules. */
export async function buildCore(): Promise<URL> {
  const outDir = path.join(ROOT, 'out', 'test-core')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.join(ROOT, 'shared') } },
    ssr: { noExternal: ['zod', 'yauzl'], external: ['better-sqlite3'] },
    build: {
      ssr: path.join(ROOT, 'electron/core/core.ts'),
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: 'core.js' } },
    },
  })
  return pathToFileURL(path.join(outDir, 'core.js'))
}
