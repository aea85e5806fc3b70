import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ICNS_SIZES, icns } from '../../scripts/icons/icns.mjs'
import { ico } from '../../scripts/icons/ico.mjs'

const icon = (name: string) => readFile(resolve(import.meta.dirname, '../../resources/icons', name))

/** The width in the header of a PNG. */
function widthOf(png: Buffer): number {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return png.readUInt32BE(16)
}

describe('the icon of Windows', () => {
  it('holds pictures of the sizes that its table says', async () => {
    const file = await icon('icon.ico')
    const count = file.readUInt16LE(4)
    const pictures = Array.from({ length: count }, (_, at) => {
      const entry = 6 + 16 * at
      const offset = file.readUInt32LE(entry + 12)
      const png = file.subarray(offset, offset + file.readUInt32LE(entry + 8))
      expect(file.readUInt8(entry)).toBe(widthOf(png) % 256)
      return { size: widthOf(png), png }
    })
    expect(ico(pictures)).toEqual(file)
    expect(pictures.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  })

  it('refuses a picture that its table cannot describe', () => {
    expect(() => ico([{ size: 512, png: Buffer.alloc(1) }])).toThrow('cannot hold a picture of 512 pixels')
  })
})

describe('the icon of macOS', () => {
  it('is a sequence of chunks that fill the file, each a PNG', async () => {
    const file = await icon('icon.icns')
    expect(file.subarray(0, 4).toString()).toBe('icns')
    expect(file.readUInt32BE(4)).toBe(file.length)
    const widths: number[] = []
    let at = 8
    for (; at < file.length; at += file.readUInt32BE(at + 4)) widths.push(widthOf(file.subarray(at + 8)))
    expect(at).toBe(file.length)
    expect([...new Set(widths)]).toEqual(ICNS_SIZES)
  })

  it('asks for the picture of each size', () => {
    const asked: number[] = []
    icns((size: number) => {
      asked.push(size)
      return Buffer.alloc(4)
    })
    expect(asked).toEqual([32, 64, 128, 256, 256, 512, 512, 1024])
  })
})

describe('the icons of Linux', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('has one of %i pixels', async (size) => {
    expect(widthOf(await icon(`${size}x${size}.png`))).toBe(size)
  })
})
