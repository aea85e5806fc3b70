import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { CastService } from './service'

export const castHandlers = (cast: CastService): Handlers<typeof coreContract>['cast'] => ({
  roles: ({ showId }) => cast.cast(showId),
  role: ({ roleId }) => cast.page(roleId),
})
