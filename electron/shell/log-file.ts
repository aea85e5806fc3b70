import path from 'node:path'
import electronLog from 'electron-log/main'

/** The log file keeps to this size; one older file is kept beside it. */
const MAX_BYTES = 1024 * 1024

/** Opens `logs/main.log` in the data folder; the file is made with its first line. */
export function openLogFile(dataFolder: string) {
  electronLog.transports.file.resolvePathFn = () => path.join(dataFolder, 'logs', 'main.log')
  electronLog.transports.file.maxSize = MAX_BYTES
  electronLog.transports.file.level = 'info'
  electronLog.transports.console.level = 'warn'
  return electronLog
}
