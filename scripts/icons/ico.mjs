/** The icon file of Windows: a small table of contents and the pictures, which may be PNGs since Vista. */

const HEADER = 6
const ENTRY = 16

/**
 * @param {{ size: number, png: Buffer }[]} pictures square, at most 256 pixels
 * @returns {Buffer}
 */
export function ico(pictures) {
  const head = Buffer.alloc(HEADER + ENTRY * pictures.length)
  head.writeUInt16LE(1, 2) // an icon, not a cursor
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [at, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError(`An .ico cannot hold a picture of ${size} pixels; 256 is the most.`)
    const entry = HEADER + ENTRY * at
    head.writeUInt8(size % 256, entry) // 256 is written as 0
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4) // colour planes
    head.writeUInt16LE(32, entry + 6) // bits per pixel
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
