import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, content: Buffer): Buffer<ArrayBuffer> {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey PNG that any program can draw, with a word in it that tells it from others. */
export function tinyPng(word = '', width = 4, height = 3): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // eight bits of grey
  header[8] = 8
  const rows = Buffer.alloc(Math.min(height, 4096) * (Math.min(width, 4096) + 1), 0x80)
  for (let row = 0; row < rows.length; row += width + 1) rows[row] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${word}.`, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The first bytes of a JPEG: a comment, then a frame header with these sides. */
export function jpegStart(width: number, height: number): Buffer<ArrayBuffer> {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 6, 0xff, 0xc0, 1, 2, 0xff]),
    frame,
    Buffer.alloc(16),
  ])
}

/** The first bytes of a WebP in its extended form. */
export function webpStart(width: number, height: number): Buffer<ArrayBuffer> {
  const start = Buffer.alloc(30)
  start.write('RIFF', 0, 'latin1')
  start.write('WEBPVP8X', 8, 'latin1')
  start.writeUIntLE(width - 1, 24, 3)
  start.writeUIntLE(height - 1, 27, 3)
  return start
}
