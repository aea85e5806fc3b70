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

/** Of letters as most languages write them, one byte of two is NUL: which one says how they are ordered. */
function unmarked(bytes: Uint8Array): string | null {
  const some = bytes.subarray(0, 4096)
  const pairs = some.length >> 1
  if (pairs < 8) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at + 1 < some.length; at += 2) {
    if (some[at] === 0) even += 1
    if (some[at + 1] === 0) odd += 1
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : null
}

/** A file that lost a few bytes on its way is still a text. */
const FEW = 0.01
const withoutNul = (text: string): string | null => {
  const kept = text.replaceAll('\u0000', '')
  return kept.length >= text.length * (1 - FEW) ? kept : null
}

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
 * Text of a file that does not say how it is encoded. A byte order mark decides; then where
 * NULs stand, which tells UTF-16 without one; then UTF-8, when all of it is
 * sound UTF-8, which other encodings hardly ever are by chance; then the likeliest by its statistics; and
 * windows-1252, which reads anything, when even they say nothing.
 *
 * @returns null when the bytes are not text: they hold more than a few NUL characters
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  const wide = marked?.[1] ?? unmarked(bytes)
  const found =
    (wide ? decoded(bytes, wide, false) : null) ??
    decoded(bytes, 'utf-8', true) ??
    decoded(bytes, chardet.detect(bytes.subarray(0, TELLING_BYTES)) ?? 'windows-1252', false) ??
    decoded(bytes, 'windows-1252', false)
  if (found === null) return null
  const text = withoutNul(found.text)
  return text === null ? null : { ...found, text }
}
