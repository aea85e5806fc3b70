import { AppError } from '@shared/app-error'
import { MAX_ARTWORK_BYTES } from '@shared/exchange/limits'
import type { Pack } from '@shared/exchange/pack-schema'
import { at } from '@shared/exchange/pack-walk'
import {
  checkPicture,
  PICTURE_ENDINGS,
  type PictureHeader,
  type PictureProblem,
} from '@shared/exchange/picture-header'
import { sha256 } from '../../sha256'
import type { PackContents } from './pack-file'

/** A picture as it is kept. */
export interface StoredPicture extends PictureHeader {
  /** Made of its bytes, so that the same picture has the same name in every pack. */
  readonly file: string
  readonly bytes: Uint8Array
}
/** A pack with the pictures that its artwork names. */
export interface PicturedPack {
  readonly pack: Pack
  readonly pictures: readonly StoredPicture[]
}

/** Characters of the SHA-256 that a picture's name has: 128 bits. */
const NAME_LENGTH = 32

/** Looks at a picture's bytes and gives it its name, or says why it is not taken. */
export function toPicture(bytes: Uint8Array): StoredPicture | PictureProblem {
  const header = checkPicture(bytes)
  if (typeof header === 'string') return header
  const name = sha256(bytes).toString('hex').slice(0, NAME_LENGTH)
  return { ...header, file: `art/${name}.${PICTURE_ENDINGS[header.type]}`, bytes }
}

const PROBLEMS: Record<PictureProblem | 'missing' | 'other-type' | 'all-too-large', string> = {
  'no-picture': 'It is no PNG, JPEG or WebP.',
  'picture-too-large': 'A picture has at most 2 MB.',
  'picture-too-wide': 'A picture has at most 4096 pixels a side.',
  missing: 'There is no such file in the pack.',
  'other-type': 'The file is of another type than its name says.',
  'all-too-large': 'The pictures of a pack have at most 24 MB in all.',
}

/**
 * Reads the pictures that a pack's artwork names, and calls them by what they hold. Files that nothing names stay
 * where they are.
 *
 * @param name the file's name, for the sentence
 * @throws AppError `pack-invalid` with the `place`, `pack-unreadable`, or `cancelled` by the signal
 */
export async function readPictures(
  name: string,
  pack: Pack,
  file: PackContents['file'],
  signal: AbortSignal,
): Promise<PicturedPack> {
  const pictures = new Map<string, StoredPicture>()
  const named = new Map<string, string>()
  let total = 0
  for (const { path, value } of at('artwork', pack.artwork)) {
    if (named.has(value.file)) continue
    if (signal.aborted) throw new AppError('cancelled', 'the import was cancelled')
    const refuse = (problem: keyof typeof PROBLEMS) => {
      const [place, text] = [`${path}.file`, PROBLEMS[problem]]
      return new AppError('pack-invalid', `${name}: ${text}`, { name, place, problem: text })
    }
    const bytes = await file(value.file)
    if (!bytes) throw refuse('missing')
    const picture = toPicture(bytes)
    if (typeof picture === 'string') throw refuse(picture)
    if (value.file.replace(/^.*\./, '').replace('jpeg', 'jpg') !== PICTURE_ENDINGS[picture.type])
      throw refuse('other-type')
    named.set(value.file, picture.file)
    if (pictures.has(picture.file)) continue
    total += bytes.length
    if (total > MAX_ARTWORK_BYTES) throw refuse('all-too-large')
    pictures.set(picture.file, picture)
  }
  const artwork = pack.artwork.map((item) => ({ ...item, file: named.get(item.file) ?? item.file }))
  return { pack: { ...pack, artwork }, pictures: [...pictures.values()] }
}
