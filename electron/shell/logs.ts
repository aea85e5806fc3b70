import path from 'node:path'
import log from 'electron-log/main'

/** The log file keeps to this size; one older file is kept beside it. */
const MAX_BYTES = 1024 * 1024

/** Writes what happened to `logs/main.log` in the data folder. It never holds a text that a person wrote. */
export function startLog(dataFolder: string): void {
  log.transports.file.resolvePathFn = () => path.join(dataFolder, 'logs', 'main.log')
  log.transports.file.maxSize = MAX_BYTES
  log.transports.file.level = 'info'
  log.transports.console.level = 'warn'
  log.errorHandler.startCatching({ showDialog: false })
}

export const writeLog = (level: 'info' | 'warn' | 'error', text: string): void => log[level](text)
