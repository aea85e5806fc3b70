import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE } from './limits'

/** What a picture's own first bytes say of it. Sides are in pixels. */
export interface PictureHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** Why a picture is not taken. */
export const PICTURE_PROBLEMS = ['no-picture', 'picture-too-large', 'picture-too-wide'] as const
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number]

/** The ending of a picture's name, by its type. */
export const PICTURE_ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const

type Sides = Omit<PictureHeader, 'type'>

const matches = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte)
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

const PNG_START = [0x89, ...letters('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]
/** A PNG begins with its IHDR chunk, of 13 bytes (https://www.w3.org/TR/png-3/#11IHDR). */
function pngSides(bytes: Uint8Array, view: DataView): Sides | null {
  if (bytes.length < 33 || view.getUint32(8) !== 13 || !matches(bytes, 12, letters('IHDR'))) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Markers that stand alone, without a length: fill, TEM, RSTn, SOI. */
const isLone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
/** Frame headers: C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** A JPEG is a row of segments; the frame header has the sides (ITU-T T.81, B.2.2). Every step goes forward. */
function jpegSides(bytes: Uint8Array, view: DataView): Sides | null {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (isLone(marker)) at += 2
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else {
      const length = view.getUint16(at + 2)
      // the scan or the end of the picture before any frame: no picture
      if (length < 2 || marker === 0xda || marker === 0xd9) return null
      at += 2 + length
    }
  }
  return null
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** The three forms of a WebP's first chunk (https://developers.google.com/speed/webp/docs/riff_container). */
function webpSides(bytes: Uint8Array, view: DataView): Sides | null {
  if (bytes.length < 30) return null
  if (matches(bytes, 12, letters('VP8X')))
    return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (matches(bytes, 12, letters('VP8L')) && bytes[20] === 0x2f) {
    const packed = view.getUint32(21, true)
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
  }
  if (matches(bytes, 12, letters('VP8 ')) && matches(bytes, 23, [0x9d, 0x01, 0x2a]))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return null
}

/** Reads what a PNG, JPEG or WebP says of itself; null for anything else, whatever it is called. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = (type: PictureHeader['type'], sides: Sides | null): PictureHeader | null =>
    sides && sides.width > 0 && sides.height > 0 ? { type, ...sides } : null
  if (matches(bytes, 0, PNG_START)) return header('image/png', pngSides(bytes, view))
  if (matches(bytes, 0, [0xff, 0xd8, 0xff])) return header('image/jpeg', jpegSides(bytes, view))
  if (matches(bytes, 0, letters('RIFF')) && matches(bytes, 8, letters('WEBP')))
    return header('image/webp', webpSides(bytes, view))
  return null
}

/** A picture's header, or why it is not taken: by its bytes and by its sides, before anybody draws it. */
export function checkPicture(bytes: Uint8Array): PictureHeader | PictureProblem {
  if (bytes.byteLength > MAX_PICTURE_BYTES) return 'picture-too-large'
  const header = pictureHeader(bytes)
  if (!header) return 'no-picture'
  return Math.max(header.width, header.height) > MAX_PICTURE_SIDE ? 'picture-too-wide' : header
}
