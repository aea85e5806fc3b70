import chardet from 'chardet'

export interface Decoded {
  readonly text: string
  /** As the Encoding Standard names it (https://encoding.spec.whatwg.org/#names-and-labels). */
  readonly encoding: string
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Statistics of so many bytes tell a language; more would only take longer. */
const TELLING_BYTES = 64 * 1024

const decoded = (bytes: Uint8Array, label: string, fatal: boolean): Decoded | null => {
  try {
    const decoder = new TextDecoder(label, { fatal })
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return null
  }
}

/**
 * Text of a file that does not say how it is encoded. A byte order mark decides; then UTF-8, when all of it is
 * sound UTF-8, which other encodings hardly ever are by chance; then the likeliest by its statistics; and
 * windows-1252, which reads anything, when even they say nothing.
 *
 * @returns null when the bytes are not text: they hold NUL characters
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  const found =
    (marked && decoded(bytes, marked[1], false)) ??
    decoded(bytes, 'utf-8', true) ??
    decoded(bytes, chardet.detect(bytes.subarray(0, TELLING_BYTES)) ?? 'windows-1252', false) ??
    decoded(bytes, 'windows-1252', false)
  return found === null || found.text.includes('\u0000') ? null : found
}
