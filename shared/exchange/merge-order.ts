/** The keys of `order` that stand in all of the others too, in their order. */
const common = (order: readonly string[], ...others: readonly (readonly string[])[]): string[] => {
  const sets = others.map((other) => new Set(other))
  return order.filter((key) => sets.every((set) => set.has(key)))
}

/** Puts each key that only `extra` has behind the one that it stands behind there. */
function weave(order: readonly string[], extra: readonly string[]): string[] {
  const known = new Set(order)
  const behind = new Map<string | null, string[]>()
  let last: string | null = null
  for (const key of extra) {
    if (known.has(key)) last = key
    else behind.set(last, [...(behind.get(last) ?? []), key])
  }
  return [...(behind.get(null) ?? []), ...order.flatMap((key) => [key, ...(behind.get(key) ?? [])])]
}

/**
 * The order of a merged list. Whoever moved things decides, and the user before the new version; what only the
 * other side has stands behind what it stands behind there.
 *
 * @returns every key of either side, each once; those that the merge left out are for the caller to leave out
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const before = common(base, mine)
  const moved = common(mine, base).some((key, at) => key !== before[at])
  return moved ? weave(mine, theirs) : weave(theirs, mine)
}
