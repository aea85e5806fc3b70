import { AppError } from '@shared/app-error'
import type { Kind } from '@shared/exchange/flat-fields'

/** The sources of an answer hang on an id of the answer's own, under this key. */
export const answerKey = (question: { readonly key: string }): string => `${question.key}/answer`

/** The row ids of a show's items, by kind and key, and the way back. */
export function packIds(newId: () => string) {
  const ids = new Map<string, string>()
  const keys = new Map<string, string>()
  const put = (kind: Kind, key: string, id: string): void => {
    ids.set(`${kind}/${key}`, id)
    keys.set(`${kind}/${id}`, key)
  }
  return {
    put,
    has: (kind: Kind, key: string): boolean => ids.has(`${kind}/${key}`),
    /** @throws AppError `pack-invalid` for a key that stands for nothing */
    find(kind: Kind, key: string): string {
      const id = ids.get(`${kind}/${key}`)
      if (!id) throw new AppError('pack-invalid', `no ${kind} is called ${key}`, { place: key })
      return id
    },
    /** The id of an item, made now if it is new: random, so that it tells nothing about the text behind it. */
    findOrMake(kind: Kind, key: string): string {
      const known = ids.get(`${kind}/${key}`)
      if (known) return known
      const id = newId()
      put(kind, key, id)
      return id
    },
    /** The key of a row. @throws AppError `internal`: a reference that left its show */
    keyOf(kind: Kind, id: string): string {
      const key = keys.get(`${kind}/${id}`)
      if (!key) throw new AppError('internal', `a ${kind} of another show`)
      return key
    },
  }
}
export type PackIds = ReturnType<typeof packIds>
