import path from 'node:path'
import electronLog from 'electron-log/main'
import type { Log } from '../core/context'

/** The log file keeps to this size; one older file is kept beside it. */
const MAX_BYTES = 1024 * 1024

/** Writes what happened to `logs/main.log` in the data folder. It never holds a text that a person wrote. */
export function startLog(dataFolder: string): void {
  electronLog.transports.file.resolvePathFn = () => path.join(dataFolder, 'logs', 'main.log')
  electronLog.transports.file.maxSize = MAX_BYTES
  electronLog.transports.file.level = 'info'
  electronLog.transports.console.level = 'warn'
  electronLog.errorHandler.startCatching({ showDialog: false })
}

export const writeLog = (level: 'info' | 'warn' | 'error', text: string): void => electronLog[level](text)

/** The same, for what is served by the shell itself. */
export const log: Log = {
  info: (text) => writeLog('info', text),
  warn: (text) => writeLog('warn', text),
  error: (text, cause) => writeLog('error', `${text} ${cause instanceof Error ? cause.stack : ''}`.trim()),
}
