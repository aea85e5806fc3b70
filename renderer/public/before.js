// Runs before any module: zod must not try out eval, which the content policy forbids and reports.
globalThis.__zod_globalConfig = { jitless: true }
