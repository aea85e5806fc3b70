/** The icon file of macOS: a sequence of chunks, each a four-letter type, its length and a PNG. */

/** The types that hold PNGs, by size in pixels. Retina variants of a size have types of their own. */
/** @type {[type: string, size: number][]} */
const TYPES = [
  ['ic11', 32], // 16 points at double density
  ['ic12', 64], // 32 points at double density
  ['ic07', 128],
  ['ic13', 256], // 128 points at double density
  ['ic08', 256],
  ['ic14', 512], // 256 points at double density
  ['ic09', 512],
  ['ic10', 1024], // 512 points at double density
]

/** The sizes that {@link icns} asks for. */
export const ICNS_SIZES = [...new Set(TYPES.map(([, size]) => size))]

/**
 * @param {(size: number) => Buffer} png answers the picture of a size
 * @returns {Buffer}
 */
export function icns(png) {
  const chunks = TYPES.map(([type, size]) => chunk(type, png(size)))
  return chunk('icns', Buffer.concat(chunks))
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
