import type { Veil } from '@shared/veil/schema'

/**
 * Veils with keys for a list. A veil has no id, because an id would tell one from another: its episode and
 * its turn among those of the same episode are all there is.
 */
export function keyedVeils(veils: readonly Veil[]): { readonly key: string; readonly veil: Veil }[] {
  const turns = new Map<number | null, number>()
  return veils.map((veil) => {
    const turn = (turns.get(veil.safeAfter) ?? 0) + 1
    turns.set(veil.safeAfter, turn)
    return { key: `veil-${veil.safeAfter ?? 'unknown'}-${turn}`, veil }
  })
}
