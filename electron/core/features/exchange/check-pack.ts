import { AppError } from '@shared/app-error'
import { checkPack } from '@shared/exchange/pack-rules'
import { PACK_FORMAT_VERSION, Pack } from '@shared/exchange/pack-schema'
import { z } from 'zod'
import { placeOf } from '../../serve'

/** What must be readable before anything else is: whether it is a pack at all, and of which format. */
const Envelope = z.looseObject({ format: z.literal('entracte-pack'), formatVersion: z.int().min(1) })

/** Zod names an unknown key in the issue, not in the path: the sentence wants the place itself. */
function issuePlace(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return ''
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return placeOf([...issue.path, ...keys])
}

/**
 * Makes a pack of what was read, or refuses it and names the place.
 *
 * @param name the file's name, for the sentence
 * @throws AppError `pack-unreadable` for something else than a pack, `pack-newer`, or `pack-invalid` with the
 *   `place` in the file and the `problem` in English
 */
export function toPack(name: string, raw: unknown): Pack {
  const envelope = Envelope.safeParse(raw)
  if (!envelope.success) {
    throw new AppError('pack-unreadable', `${name} is no Entracte pack`, {
      name,
      place: issuePlace(envelope.error.issues[0]),
    })
  }
  const { formatVersion } = envelope.data
  if (formatVersion > PACK_FORMAT_VERSION) {
    throw new AppError('pack-newer', `${name} is of format ${formatVersion}`, {
      name,
      found: formatVersion,
      known: PACK_FORMAT_VERSION,
    })
  }
  const parsed = Pack.safeParse(raw)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const problem = issue?.message ?? 'wrong'
    throw new AppError('pack-invalid', `${name}: ${problem}`, { name, place: issuePlace(issue), problem })
  }
  const [problem] = checkPack(parsed.data)
  if (problem) {
    throw new AppError('pack-invalid', `${name}: ${problem.text}`, {
      name,
      place: problem.path,
      problem: problem.text,
    })
  }
  return parsed.data
}
