import { AppError } from '@shared/app-error'
import { MemberId } from '@shared/ids'
import { freeColour } from '@shared/members/rules'
import type { Member, MemberDraft } from '@shared/members/schema'
import { type CoreContext, nowIso } from '../../context'
import { remembered } from '../../db/remembered'
import { memberStore } from './store'

/**
 * Who writes here: the person, and those who sit beside them. As long as nobody was named there is no member at all,
 * and everything is the person's own.
 */
export function memberService(context: CoreContext) {
  const { db } = context
  const store = memberStore(db)
  const left: (() => void)[] = []
  const known = remembered(db, ['member'], (_all: null): readonly Member[] => store.all())
  const missing = () => new AppError('not-found', 'no such member', { what: 'member' })

  /** The person, once there is anybody; null before that. */
  const me = (): Member | null => known(null).find((member) => member.me) ?? null

  const save = db.transaction((draft: MemberDraft): Member => {
    const before = store.all()
    const self = before.find((member) => member.me)
    const old = before.find(({ id }) => id === draft.id)
    if (old && old.me !== draft.me)
      throw new AppError('invalid-input', 'nobody becomes somebody else', { place: 'me' })
    const id = draft.me && self ? self.id : draft.id
    // beside somebody else there is the person too
    if (!draft.me && !self) {
      const own = MemberId.parse(context.newId())
      const colour = draft.colour === 1 ? freeColour([{ ...draft, leftAt: null }]) : 1
      store.save({ id: own, name: '', colour, me: true }, nowIso(context))
    }
    store.save({ ...draft, id }, nowIso(context))
    return { ...draft, id, leftAt: old?.leftAt ?? null }
  })

  return {
    me,
    list: (): Member[] => [...known(null)],
    has: (id: MemberId): boolean => known(null).some((member) => member.id === id),

    /** The person as a member, who begins to be one as soon as something of theirs needs a name on it. */
    self(): MemberId {
      const known = me()
      if (known) return known.id
      const draft = { id: MemberId.parse(context.newId()), name: '', colour: 1, me: true }
      return save(draft).id
    },

    /** Adds a member or changes one. The person is one row, whatever id the draft brings. */
    save: (draft: MemberDraft): Member => save.immediate(draft),

    /** Tells whoever waits for those who are here, in the transaction in which somebody leaves. */
    whenLeft: (listener: () => void): void => void left.push(listener),

    /** Takes somebody away from those who are here; their notes stay theirs. @throws AppError `not-found` */
    leave(id: MemberId): void {
      db.transaction(() => {
        if (!store.leave(id, nowIso(context))) throw missing()
        for (const listener of left) listener()
      }).immediate()
    },

    /** @throws AppError `not-found` */
    comeBack(id: MemberId): void {
      if (!store.comeBack(id)) throw missing()
    },
  }
}
export type MemberService = ReturnType<typeof memberService>
