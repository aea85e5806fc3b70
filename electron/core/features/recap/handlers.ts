import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { RecapService } from './service'

export const recapHandlers = (recap: RecapService): Handlers<typeof coreContract>['recap'] => ({
  previously: ({ showId }) => recap.previously(showId),
})
