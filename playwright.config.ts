import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/e2e/support/global-setup.ts',
  // Windows of one machine compete for focus, and the app starts in a second: one after the other.
  workers: 1,
  fullyParallel: false,
  // A test that passes only when repeated cannot be relied on.
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  projects: [
    // each leaves what failed in a folder of its own: a later stage must not empty it
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts', outputDir: 'test-results/e2e' },
    { name: 'package', testMatch: 'package/**/*.spec.ts', outputDir: 'test-results/package' },
  ],
})
