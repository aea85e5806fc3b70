import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Unit tests stand beside the code; what reads across the whole project is under tests/. */
const acrossTheProject = 'tests/{contract,migrations,scripts,lint,fuzz,crash}/**/*.test.ts'

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    include: [
      'shared/**/*.test.ts',
      'electron/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      acrossTheProject,
    ],
    environment: 'node',
    // a test waits for what it tests, not for what else the machine does
    testTimeout: 20_000,
  },
})
