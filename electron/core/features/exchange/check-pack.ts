import { AppError } from '@shared/app-error'
import { checkSteps } from '@shared/exchange/pack-rules'
import { PACK_FORMAT_VERSION, Pack } from '@shared/exchange/pack-schema'
import { z } from 'zod'
import { placeOf } from '../../serve'
import { atOnce } from './turns'

/** What must be readable before anything else is: whether it is a pack at all, and of which format. */
const Envelope = z.looseObject({ format: z.literal('entracte-pack'), formatVersion: z.int().min(1) })

/** Zod names an unknown key in the issue, not in the path: the sentence wants the place itself. */
function pathOf(issue: z.core.$ZodIssue | undefined): PropertyKey[] {
  if (!issue) return []
  return [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
}

const refused = (name: string, place: string, problem: string) =>
  new AppError('pack-invalid', `${name}: ${problem}`, { name, place, problem })

function mustParse<T>(schema: z.ZodType<T>, value: unknown, name: string, path: readonly PropertyKey[]): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw refused(name, placeOf([...path, ...pathOf(issue)]), issue?.message ?? 'wrong')
}

const arrayOf = (schema: z.core.$ZodType): z.ZodArray | null => {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
  return inner instanceof z.ZodArray ? inner : null
}

/**
 * Parses an object in steps: its lists of objects entry by entry, and the lists of those in the same way.
 *
 * @param depth how often lists within lists are taken apart
 */
function* parseSteps(
  schema: z.ZodObject,
  raw: unknown,
  name: string,
  path: readonly PropertyKey[],
  depth: number,
): Generator<void, Record<string, unknown>> {
  const lists = Object.entries(schema.shape).flatMap(([field, inner]) => {
    const list = arrayOf(inner as z.core.$ZodType)
    return list?.element instanceof z.ZodObject ? [{ field, list, element: list.element }] : []
  })
  const shell = schema.extend(
    Object.fromEntries(
      lists.map(({ field, list }) => {
        // the list itself and its length now, its entries one by one
        const outside = list.clone({ ...list.def, element: z.unknown() } as never) as z.ZodType
        return [field, schema.shape[field] instanceof z.ZodDefault ? outside.default([]) : outside]
      }),
    ),
  )
  const parsed: Record<string, unknown> = { ...mustParse(shell, raw, name, path) }
  for (const { field, element } of lists) {
    const entries: unknown[] = []
    for (const [index, entry] of (parsed[field] as unknown[]).entries()) {
      const place = [...path, field, index]
      if (depth > 0) entries.push(yield* parseSteps(element, entry, name, place, depth - 1))
      else entries.push(mustParse(element, entry, name, place))
      yield
    }
    parsed[field] = entries
  }
  return parsed
}

/**
 * Makes a pack of what was read, or refuses it and names the place. Told in steps, so that other work can go
 * between two of them.
 *
 * @param name the file's name, for the sentence
 * @throws AppError `pack-unreadable` for something else than a pack, `pack-newer`, or `pack-invalid` with the
 *   `place` in the file and the `problem` in English
 */
export function* packSteps(name: string, raw: unknown): Generator<void, Pack> {
  const envelope = Envelope.safeParse(raw)
  if (!envelope.success) {
    const place = placeOf(pathOf(envelope.error.issues[0]))
    throw new AppError('pack-unreadable', `${name} is no Entracte pack`, { name, place })
  }
  const { formatVersion } = envelope.data
  if (formatVersion > PACK_FORMAT_VERSION) {
    throw new AppError('pack-newer', `${name} is of format ${formatVersion}`, {
      name,
      found: formatVersion,
      known: PACK_FORMAT_VERSION,
    })
  }
  const pack = (yield* parseSteps(Pack, raw, name, [], 1)) as Pack
  const [problem] = yield* checkSteps(pack)
  if (problem) throw refused(name, problem.path, problem.text)
  return pack
}

/** The same, all at once: for the packs that came with the app. */
export const toPack = (name: string, raw: unknown): Pack => atOnce(packSteps(name, raw))
