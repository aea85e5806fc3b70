import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { RecapPeek } from '@shared/recap/peek'
import type { Peeked } from '@shared/veil/schema'
import type { RecapService } from './service'

export const recapHandlers = (
  recap: RecapService,
  peek: (veil: RecapPeek) => Peeked,
): Handlers<typeof coreContract>['recap'] => ({
  peek,
  previously: ({ showId }) => recap.previously(showId),
  page: (wanted) => recap.page(wanted),
})
