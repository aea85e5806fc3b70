import type { Log } from '../core/context'

type Level = 'info' | 'warn' | 'error'

let folder: string | null = null
let file: Promise<Readonly<Record<Level, (text: string) => void>>> | null = null

/** Writes what happened to `logs/main.log` in the data folder. It never holds a text that a person wrote. */
export function writeLog(level: Level, text: string): void {
  const dataFolder = folder
  if (dataFolder === null) return
  // loaded at the first line: most runs have none, and what writes the file brings half of Node with it
  file ??= import('./log-file').then(({ openLogFile }) => openLogFile(dataFolder))
  void file.then((log) => log[level](text))
}

/** What nobody caught is written down, and shown to nobody: the app goes on. */
export function startLog(dataFolder: string): void {
  folder = dataFolder
  const uncaught = (error: unknown): void =>
    writeLog('error', error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.on('uncaughtException', uncaught)
  process.on('unhandledRejection', uncaught)
}

/** The same, for what is served by the shell itself. */
export const log: Log = {
  info: (text) => writeLog('info', text),
  warn: (text) => writeLog('warn', text),
  error: (text, cause) => writeLog('error', `${text} ${cause instanceof Error ? cause.stack : ''}`.trim()),
}
