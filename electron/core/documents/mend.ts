import * as Y from 'yjs'

/**
 * Lets a document go on without changes that are lost. Yjs holds back everything that a client did after a change
 * that is missing; this puts an empty stretch in the place of what is missing, so that the rest comes in. Where the
 * rest built on the lost change in one place, the value before it stands.
 *
 * The bytes are an update as Yjs version 1 lays it out: one client, its clock, one struct of the kind GC (0) with its
 * length, no deletions.
 *
 * @returns whether anything was missing
 */
export function fillGaps(doc: Y.Doc): boolean {
  let filled = false
  for (let turn = 0; turn < 10_000; turn += 1) {
    const held = doc.store.pendingStructs
    if (!held) return filled
    const first = new Map<number, number>()
    for (const { id } of Y.decodeUpdateV2(held.update).structs) {
      const known = first.get(id.client)
      if (known === undefined || id.clock < known) first.set(id.client, id.clock)
    }
    // what is needed next: up to what is held of the same client, or up to what something held builds on
    const wanted = new Map(first)
    for (const [client, clock] of held.missing)
      wanted.set(client, Math.max(clock + 1, first.get(client) ?? 0))
    let moved = false
    for (const [client, until] of wanted) {
      const from = Y.getState(doc.store, client)
      if (until <= from) continue
      Y.applyUpdate(doc, emptyStretch(client, from, until - from), 'mend')
      moved = true
    }
    filled ||= moved
    if (!moved) return filled
  }
  return filled
}

function emptyStretch(client: number, clock: number, length: number): Uint8Array {
  return new Uint8Array([1, 1, ...varUint(client), ...varUint(clock), 0, ...varUint(length), 0])
}

/** A whole number in groups of 7 bits, the lowest first, the eighth bit saying that another follows. */
function varUint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}
