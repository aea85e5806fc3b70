import type { z } from 'zod'
import type { RelationKind } from '../exchange/pack-schema'

/** Kinds that one side says of the other; the rest hold both ways. */
const ONE_SIDED: ReadonlySet<z.infer<typeof RelationKind>> = new Set(['works-for', 'client'])

/**
 * What the other one is to a role, as that role's page says it: "boss" to one side, "assistant" to the other.
 * A line without a word for the way back has the same one both ways, unless its kind runs one way only.
 *
 * @param direction `out` from the side of the line's `from`
 * @returns null where no word is true from this side
 */
export function labelFrom(
  direction: 'out' | 'in',
  {
    kind,
    label,
    labelBack,
  }: {
    readonly kind: z.infer<typeof RelationKind>
    readonly label: string
    readonly labelBack: string | null
  },
): string | null {
  if (direction === 'out') return label
  return labelBack ?? (ONE_SIDED.has(kind) ? null : label)
}

/** Letters without their accents, in lower case, every other character a space: for finding whole words. */
function words(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/**
 * Makes a test for whether a text names somebody, word by word: "Luc" is not in "Lucky". Case and accents
 * do not matter.
 *
 * @param names each of them counts; those without a letter or digit do not
 */
export function namesAny(names: readonly string[]): (text: string) => boolean {
  const wanted = names.map(words).filter((name) => name.trim() !== '')
  return (text) => {
    const said = words(text)
    return wanted.some((name) => said.includes(name))
  }
}
