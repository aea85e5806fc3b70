import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Set by hand: electron-vite would take the targets from the installed Electron, and development
// behind a registry-only network runs on Electron 33 (Chromium 130, Node 20.18).
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

const root = import.meta.dirname

/**
 * A source in which every character is ASCII takes one byte a character in memory instead of two. Of the main process
 * only what nobody reads is left out: names stay, for the log.
 */
const LEAN = {
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true, asciiOnly: true } },
} as const

const alias = { '@shared': resolve(root, 'shared') }

export default defineConfig({
  main: {
    resolve: {
      alias: { ...alias, 'lib0/webcrypto': resolve(root, 'electron/core/documents/lib0-webcrypto.ts') },
    },
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          core: resolve(root, 'electron/core/core.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          ...LEAN,
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        // a sandboxed preload is one CommonJS file
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias },
    plugins: [react()],
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: {
      target: CHROME_TARGET,
      // off unless asked for; the first paint reads fewer bytes
      minify: true,
      outDir: resolve(root, 'out/renderer'),
      // fonts stay files, so that the policy needs no data: source for them
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve(root, 'renderer/index.html'), output: { charset: 'ascii' } },
    },
  },
})
