import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Players as they really are. They want programs that the stage `players` installs, and time. */
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    include: ['tests/players/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // they wait for players more than they work
    maxWorkers: 3,
  },
})
