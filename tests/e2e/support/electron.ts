import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { sandboxArguments } from '../../../scripts/prepare/sandbox.mjs'

const projectFolder = resolve(import.meta.dirname, '../../..')
const AWAKE = resolve(import.meta.dirname, 'awake.cjs')

/** A start takes about a second. */
const HANDSHAKE_LIMIT_MS = 15_000

/** An app that does not end by itself within this time is ended. */
const CLOSE_LIMIT_MS = 10_000

export interface LaunchOptions {
  /** The user-data folder; a fresh temporary one by default. One that is given is not removed. */
  readonly userData?: string
  /** Added to the environment of the app. */
  readonly env?: Readonly<Record<string, string>>
  /** Added to the command line of the app. */
  readonly args?: readonly string[]
}

export interface LaunchedApp {
  readonly app: ElectronApplication
  /** The first window, loaded. */
  readonly page: Page
  readonly userData: string
  /**
   * What went wrong in any window so far: uncaught errors, and errors on the console. A test that ends
   * with `expect(problems).toEqual([])` fails for a screen that only looks right.
   */
  readonly problems: readonly string[]
  /** What was warned of on the console of any window so far. */
  readonly warnings: readonly string[]
  /** Ends the app and removes what `launchApp` made. May be called twice. */
  close(): Promise<void>
}

/**
 * Starts the built app as a person would find it after installing it.
 *
 * @throws when the runtime is not known (ENTRACTE_ELECTRON_EXE, set by the global setup) or no window opens
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const executablePath = process.env.ENTRACTE_ELECTRON_EXE
  if (!executablePath) throw new Error('ENTRACTE_ELECTRON_EXE is not set. Start the tests with npm test.')
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'entracte-test-')))
  const problems: string[] = []
  const warnings: string[] = []
  const app = await startElectron({
    executablePath,
    args: [...sandboxArguments(), '-r', AWAKE, projectFolder, ...(options.args ?? [])],
    env: { ...environment(), ...options.env, ENTRACTE_USER_DATA: userData },
    timeout: HANDSHAKE_LIMIT_MS,
  })
  const close = closer(app, options.userData === undefined ? userData : undefined)
  try {
    app.on('window', (window) => collectProblems(window, problems, warnings))
    const page = await app.firstWindow()
    collectProblems(page, problems, warnings)
    await page.waitForLoadState('load')
    return { app, page, userData, problems, warnings, close }
  } catch (error) {
    await close()
    throw error
  }
}

const watched = new WeakSet<Page>()

function collectProblems(page: Page, problems: string[], warnings: string[]): void {
  if (watched.has(page)) return
  watched.add(page)
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
    if (message.type() === 'warning') warnings.push(message.text())
  })
}

/**
 * About one start in a hundred never finishes the handshake between the debugger and the process, with the
 * app itself idle and well. Such a start is ended and said aloud, and made once more; the test then runs as
 * it is, on a fresh process.
 */
async function startElectron(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
    process.stderr.write('The debugger did not get through to Electron; it is started once more.\n')
    return _electron.launch(options)
  }
}

/** Ends the process itself if the app does not: a test that hangs must not leave a window behind. */
function closer(app: ElectronApplication, temporary: string | undefined): () => Promise<void> {
  let closed: Promise<void> | undefined
  // asked for now: an app that has ended by itself has no process any more
  const child = app.process()
  const close = async (): Promise<void> => {
    const limit = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS)
    try {
      await app.close()
    } finally {
      clearTimeout(limit)
      if (temporary !== undefined) await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return () => {
    closed ??= close()
    return closed
  }
}

/** Without what would turn Electron into a plain Node. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
