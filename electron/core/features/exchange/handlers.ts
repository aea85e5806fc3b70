import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { ExchangeService } from './service'

export const exchangeHandlers = (exchange: ExchangeService): Handlers<typeof coreContract>['exchange'] => ({
  bundled: () => exchange.bundled(),
  start: (wanted) => exchange.start(wanted),
  importPack: (file, task) => exchange.importPack(file, task),
  inspect: (file, task) => exchange.inspect(file, task),
  update: ({ updateId }) => exchange.update(updateId),
  changes: (wanted) => exchange.changes(wanted),
  applyUpdate: (wanted) => exchange.applyUpdate(wanted),
  belongings: ({ showId }) => exchange.belongings(showId),
  removeShow: (wanted) => exchange.removeShow(wanted),
})
