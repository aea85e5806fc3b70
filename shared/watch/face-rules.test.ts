import fc from 'fast-check'
import { expect, it } from 'vitest'
import { faceAt, startFace, turnFace } from './face-rules'
import { EASED_MS } from './motion-rules'
import { Watching } from './schema'

const said = (positionMs: number, more: Partial<Watching> = {}): Watching =>
  Watching.parse({
    episode: null,
    positionMs,
    playing: true,
    rate: 1,
    offsetMs: 0,
    source: 'manual',
    byHand: true,
    player: null,
    runtimeMs: null,
    unknownFile: null,
    ended: false,
    ...more,
  })

it('counts on from what was said, at its rate, and not while it is paused', () => {
  fc.assert(
    fc.property(
      fc.nat(3_600_000),
      fc.nat(60_000),
      fc.double({ min: 0.25, max: 4, noNaN: true }),
      (at, later, rate) => {
        expect(faceAt(startFace(said(at, { rate }), 500), 500 + later)).toBe(Math.round(at + later * rate))
        expect(faceAt(startFace(said(at, { playing: false }), 500), 500 + later)).toBe(at)
      },
    ),
  )
})

it('does not flicker back when it is told a little less than it shows, and gets there', () => {
  fc.assert(
    fc.property(fc.integer({ min: -EASED_MS, max: EASED_MS }), (error) => {
      const face = startFace(said(60_000), 0)
      const turned = turnFace(face, said(61_000 + error), 1000)
      let before = faceAt(face, 1000)
      for (let now = 1000; now < 4000; now += 16) {
        expect(faceAt(turned, now)).toBeGreaterThanOrEqual(before)
        before = faceAt(turned, now)
      }
      expect(Math.abs(faceAt(turned, 4000) - (64_000 + error))).toBeLessThanOrEqual(15)
    }),
  )
})

it('goes at once to where somebody sought to, and stops at the end', () => {
  const face = turnFace(startFace(said(60_000), 0), said(5000, { runtimeMs: 6000 as never }), 1000)
  expect([faceAt(face, 1000), faceAt(face, 9000)]).toEqual([5000, 6000])
})
