import { AppError } from '@shared/app-error'
import { type Anchored, anchor, settle } from '@shared/exchange/anchors'
import { asFlat, asLists, flatten, type Lists, unflatten } from '@shared/exchange/flat-pack'
import { apply, isEmpty, type Patch, patchBetween, same } from '@shared/exchange/patch'
import { closeStamps } from '@shared/exchange/stamps'
import type { ShowId } from '@shared/ids'
import { whatBreaks } from '@shared/studio/rules'
import type { Step } from '@shared/studio/schema'
import { type CoreContext, nowIso } from '../../context'
import type { ExchangeService } from '../exchange/service'
import { type StepRow, studioStore } from './store'

/** Edits of one field that come this close together, in ms, are taken back as one. */
const ONE_STEP_MS = 4000

/** How an edit is checked: whether it may break what it breaks, and whether early stamps are moved for it. */
interface Check {
  readonly refuse: boolean
  readonly close: boolean
}

/** The one item that a patch changes without adding, removing or moving anything; null for every other patch. */
function soleChange({ items, orders }: Patch) {
  const [change, ...others] = items
  if (!change?.before || !change.after || others.length > 0 || orders.length > 0) return null
  const { before, after } = change
  const fields = Object.keys({ ...before, ...after }).filter((field) => !same(before[field], after[field]))
  return { ...change, before, after, fields }
}

/** Writes edits as steps that can be taken back. Everything here runs within a transaction of the caller's. */
export function packEdits(context: CoreContext, { shelf }: ExchangeService) {
  const store = studioStore(context.db)

  /** @throws AppError `item-in-use` when something that goes has things of the person's on it */
  const refuseInUse = (showId: ShowId, rows: ReturnType<typeof shelf.read>, to: Lists): void => {
    const kept = new Set(
      (['episode', 'tracker'] as const).flatMap((kind) => to[kind].map(({ key }) => `${kind}/${key}`)),
    )
    for (const name of shelf.inUse(showId, rows)) {
      if (!kept.has(name)) throw new AppError('item-in-use', 'things of the person’s belong to it')
    }
  }

  const keep = (showId: ShowId, patch: Patch): void => {
    const now = nowIso(context)
    const last: StepRow | null = store.canRedo(showId) ? null : store.last(showId)
    const [earlier, later] = [last && soleChange(last.patch), soleChange(patch)]
    const goesOn =
      last &&
      earlier &&
      later &&
      earlier.kind === later.kind &&
      earlier.key === later.key &&
      same(earlier.fields, later.fields) &&
      Date.parse(now) - Date.parse(last.madeAt) < ONE_STEP_MS
    if (!goesOn) store.add(showId, patch, now)
    else store.replace(last.seq, { orders: [], items: [{ ...later, before: earlier.before }] }, now)
  }

  /** Writes a new state of a show; answers the patch, or null when nothing is different. */
  const write = (
    showId: ShowId,
    change: (from: Anchored, rows: Lists) => Anchored,
    { refuse, close }: Check,
  ): Patch | null => {
    shelf.prepareEdit(showId)
    const rows = shelf.read(showId)
    const from = anchor(rows.lists)
    const settled = unflatten(asFlat(settle(change(from, rows.lists))))
    const pack = close ? closeStamps(settled) : settled
    if (refuse) {
      const broken = whatBreaks(unflatten(asFlat(rows.lists)), pack)
      if (broken) {
        const { rule, field } = broken
        throw new AppError('edit-refused', `the edit breaks ${rule}`, { rule, place: field })
      }
    }
    const to = asLists(flatten(pack))
    const patch = patchBetween(from, anchor(to))
    if (isEmpty(patch)) return null
    refuseInUse(showId, rows, to)
    shelf.write(showId, rows, to)
    return patch
  }

  /** Where the screen should look after a step. */
  const focusOf = ({ items, orders }: Patch, side: 'before' | 'after'): Step => {
    const change = items.find((item) => item[side]) ?? items[0]
    if (change) return { kind: change.kind, key: change.key }
    const [order] = orders
    const key = order?.[side][0]
    return order && key !== undefined ? { kind: order.kind, key } : null
  }

  return {
    canUndo: store.canUndo,
    canRedo: store.canRedo,

    /**
     * Does an edit and keeps it as a step.
     *
     * @throws AppError `edit-refused` with the broken `rule`, or `item-in-use`
     */
    edit(showId: ShowId, change: (from: Anchored, rows: Lists) => Anchored, check: Check): void {
      const patch = write(showId, change, check)
      if (patch) keep(showId, patch)
    },

    /** Takes the last step back, or does it again. Answers where the screen should look. */
    step(showId: ShowId, way: 'undo' | 'redo'): Step {
      const step = way === 'undo' ? store.last(showId) : store.next(showId)
      if (!step) return null
      const side = way === 'undo' ? 'before' : 'after'
      write(showId, (from) => apply(from, step.patch, side), { refuse: false, close: false })
      store.mark(step.seq, way === 'undo')
      return focusOf(step.patch, side)
    },
  }
}
export type PackEdits = ReturnType<typeof packEdits>
