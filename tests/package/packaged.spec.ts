import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { z } from 'zod'
import { sandboxArguments } from '../../scripts/prepare/sandbox.mjs'

const project = resolve(import.meta.dirname, '../..')
const executable = join(project, 'release/linux-unpacked/entracte')

/** Copying 250 MB and packing the app takes ten seconds on two cores; a busy machine needs more. */
const PACKAGING_LIMIT_MS = 5 * 60_000

/** The app starts in a second. */
const RUN_LIMIT_MS = 40_000

/** How the executable stores a fuse that is on. */
const ON = '1'.charCodeAt(0)

/** What the app prints when it is asked to look at itself. */
const SelfCheck = z.object({
  ok: z.literal(true),
  sqlite: z.string().regex(/^3\.\d+/),
  electron: z.string(),
  packaged: z.literal(true),
})

const Configuration = z.object({ electronFuses: z.record(z.string(), z.boolean()) })

test.describe('a packaged app', () => {
  test.skip(
    process.platform !== 'linux',
    'The release workflow packages the other systems, with their own tools.',
  )

  test.beforeAll(async () => {
    test.setTimeout(PACKAGING_LIMIT_MS)
    const script = ['scripts/package.mjs', 'dir', '--fallback-runtime']
    const { code, output } = await run(process.execPath, script, {}, PACKAGING_LIMIT_MS)
    expect(code, output).toBe(0)
  })

  test('opens its core and its database, and says so', async () => {
    const { code, output } = await runPackaged(['--self-check'])
    expect(code, output).toBe(0)
    const line = output.split('\n').find((text) => text.startsWith('{'))
    expect(SelfCheck.safeParse(JSON.parse(line ?? 'null')).error, output).toBeUndefined()
  })

  test('carries every fuse as electron-builder.yml says', async () => {
    const text = await readFile(join(project, 'electron-builder.yml'), 'utf8')
    const wire = await getCurrentFuseWire(executable)
    const fuses = Object.entries(FuseV1Options).filter(
      (entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number',
    )
    const found = fuses.map(([name, fuse]) => [configurationName(name), wire[fuse] === ON])
    expect(Object.fromEntries(found)).toEqual(Configuration.parse(parse(text)).electronFuses)
  })

  test('cannot be used as a plain Node', async () => {
    const { output } = await runPackaged(['-e', 'console.log("plain" + "Node")', '--self-check'], {
      ELECTRON_RUN_AS_NODE: '1',
    })
    expect(output).not.toContain('plainNode')
    expect(output).toContain('"packaged":true')
  })
})

/** The fuses' names in electron-builder's configuration begin with a small letter. */
const configurationName = (fuse: string): string => `${fuse.charAt(0).toLowerCase()}${fuse.slice(1)}`

/** Runs the packaged app in a fresh user-data folder. */
async function runPackaged(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const userData = await mkdtemp(join(tmpdir(), 'entracte-packaged-'))
  try {
    const all = [...sandboxArguments(), ...args]
    return await run(executable, all, { ...env, ENTRACTE_USER_DATA: userData }, RUN_LIMIT_MS)
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs a program to its end, or ends it when it takes too long; answers all that it wrote. */
function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>, timeout: number) {
  return new Promise<{ code: number | null; output: string }>((done) => {
    const child = spawn(file, args, { cwd: project, env: { ...process.env, ...env }, timeout })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('close', (code) => done({ code, output }))
  })
}
