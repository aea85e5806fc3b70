import type { CastPeek } from '@shared/cast/schema'
import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { Peeked } from '@shared/veil/schema'
import type { MentionService } from './mentions-service'
import type { RelationsService } from './relations-service'
import type { CastService } from './service'

export const castHandlers = (
  cast: CastService,
  peek: (veil: CastPeek) => Peeked,
  { relations }: RelationsService,
  { mentions }: MentionService,
): Handlers<typeof coreContract>['cast'] => ({
  peek,
  roles: ({ showId }) => cast.cast(showId),
  role: ({ roleId }) => cast.page(roleId),
  relations: ({ showId }) => relations(showId),
  presence: ({ showId }) => cast.presence(showId),
  mentions: ({ roleId }) => mentions(roleId),
})
