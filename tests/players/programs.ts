import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Whether a program is on this machine; the stage's setup has tried to install it. */
export const has = (program: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)))

/** How long anything may take to be as it is waited for: a busy machine starts a player slowly. */
const PATIENCE_MS = 20_000
const LOOK_EVERY_MS = 20

/**
 * Waits until something is so, by asking.
 *
 * @param look answers something that is not null or false once it is so; what it throws means "not yet"
 */
export async function until<T>(
  what: string,
  look: () => T | null | false | undefined | Promise<T | null | false | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs
  let last: unknown
  for (;;) {
    try {
      const found = await look()
      if (found !== null && found !== false && found !== undefined) return found
    } catch (error) {
      last = error
    }
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`, { cause: last })
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** A folder for sockets, films and homes, that an ordinary user may enter. */
export function playersFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'entracte-players-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A film of a minute that is called like the seventh episode, made once for each run. */
export function makeFilm(
  folder: string,
  seconds: number,
  name: string,
  { silent = false }: { readonly silent?: boolean } = {},
): string {
  const file = path.join(folder, name)
  if (existsSync(file)) return file
  const sources = ['testsrc2=size=160x90:rate=25', ...(silent ? [] : ['sine=frequency=440'])]
  execFileSync('ffmpeg', [
    ...['-loglevel', 'error', '-y'],
    ...sources.flatMap((source) => ['-f', 'lavfi', '-i', source]),
    ...['-t', String(seconds), '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-pix_fmt', 'yuv420p'],
    ...(silent ? [] : ['-c:a', 'aac']),
    file,
  ])
  chmodSync(file, 0o644)
  return file
}

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

export interface Program {
  readonly child: ChildProcess
  /** Ends it and everything that it started, and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>
}

/** Starts a program in a group of its own, so that it can be ended with its children by its id. */
export function start(
  file: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly uid?: number; readonly gid?: number } = {},
): Program {
  const child = spawn(file, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: 'ignore',
    detached: true,
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return {
    child,
    async end(signal = 'SIGKILL') {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        try {
          process.kill(-child.pid, signal)
        } catch {
          // it has just ended by itself
        }
      }
      await gone
    },
  }
}

/** An ordinary user for programs that refuse to run as root; nothing when this is one already. */
export function ordinaryUser(folder: string): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const home = path.join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const env = { HOME: home, XDG_RUNTIME_DIR: home }
  if (process.getuid?.() !== 0) return { env }
  // nobody: every Linux has it
  const id = 65_534
  chownSync(home, id, id)
  return { uid: id, gid: id, env }
}

export const sweep = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
