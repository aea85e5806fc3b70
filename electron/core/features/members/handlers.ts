import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { MemberService } from './service'

export const memberHandlers = (members: MemberService): Handlers<typeof coreContract>['members'] => ({
  list: () => members.list(),
  save: (draft) => members.save(draft),
  leave: ({ memberId }) => members.leave(memberId),
  comeBack: ({ memberId }) => members.comeBack(memberId),
})
