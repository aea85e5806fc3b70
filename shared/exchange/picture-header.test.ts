import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpegStart, tinyPng, webpStart } from '../../tests/support/tiny-picture'
import { MAX_PICTURE_BYTES } from './limits'
import { checkPicture, pictureHeader } from './picture-header'

const sides = fc.integer({ min: 1, max: 4096 })

describe('the header of a picture', () => {
  it('says the type and the sides of a PNG, a JPEG and a WebP', () => {
    fc.assert(
      fc.property(sides, sides, (width, height) => {
        expect(pictureHeader(jpegStart(width, height))).toEqual({ type: 'image/jpeg', width, height })
        expect(pictureHeader(webpStart(width, height))).toEqual({ type: 'image/webp', width, height })
      }),
    )
    expect(pictureHeader(tinyPng('', 7, 5))).toEqual({ type: 'image/png', width: 7, height: 5 })
  })
  it('reads the two other forms of a WebP', () => {
    const lossy = Buffer.alloc(30)
    lossy.write('RIFF', 0, 'latin1')
    lossy.write('WEBPVP8 ', 8, 'latin1')
    lossy.set([0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00], 23)
    expect(pictureHeader(lossy)).toEqual({ type: 'image/webp', width: 320, height: 240 })
    const lossless = Buffer.alloc(30)
    lossless.write('RIFF', 0, 'latin1')
    lossless.write('WEBPVP8L', 8, 'latin1')
    lossless[20] = 0x2f
    lossless.writeUInt32LE(319 | (239 << 14), 21)
    expect(pictureHeader(lossless)).toEqual({ type: 'image/webp', width: 320, height: 240 })
  })
  it('is looked for in bytes of any kind, and always comes to an end', () => {
    const starts = fc.constantFrom<number[]>([], [0xff, 0xd8, 0xff], [...tinyPng().subarray(0, 16)])
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const header = pictureHeader(new Uint8Array([...start, ...rest]))
        if (header) expect(Math.min(header.width, header.height)).toBeGreaterThan(0)
      }),
    )
  })
  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')],
    ['a GIF', Buffer.from('GIF89a\x04\0\x03\0', 'latin1')],
    ['a PNG that breaks off', tinyPng().subarray(0, 20)],
    ['a PNG without sides', tinyPng('', 0, 3)],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG that has no frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9, ...Array(20).fill(0)])],
  ])('is not found in %s', (_name, bytes) => {
    expect(pictureHeader(bytes)).toBeNull()
  })
})

describe('a picture is not taken', () => {
  it('when it is too large, too wide or too high, whatever it would unpack to', () => {
    expect(checkPicture(new Uint8Array(MAX_PICTURE_BYTES + 1))).toBe('picture-too-large')
    expect(checkPicture(jpegStart(4097, 1))).toBe('picture-too-wide')
    expect(checkPicture(webpStart(1, 4097))).toBe('picture-too-wide')
    expect(checkPicture(tinyPng('', 60_000, 60_000).subarray(0, 60))).toBe('picture-too-wide')
    expect(checkPicture(Buffer.from('<svg/>'))).toBe('no-picture')
    expect(checkPicture(jpegStart(4096, 4096))).toMatchObject({ width: 4096 })
  })
})
