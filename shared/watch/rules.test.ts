import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EpisodeId } from '../ids'
import { EASED_MS } from './motion-rules'
import {
  behindBy,
  type Clock,
  changeSource,
  endOf,
  follow,
  isOver,
  lost,
  nudge,
  pause,
  play,
  positionAt,
  type Report,
  SLEPT_MS,
  sentTo,
  setOffset,
  setRate,
  setTime,
  startClock,
  tick,
} from './rules'

const HOUR = 3_600_000
const episodeId = '01890a5d-ac96-774b-bcce-b302099a8057' as EpisodeId
const clockAt = (positionMs: number, more: Partial<Clock> = {}): Clock => ({
  ...startClock({ episodeId, source: 'manual', offsetMs: 0, runtimeMs: null }, positionMs, 0),
  ...more,
})
const report = (positionMs: number, at: number, more: Partial<Report> = {}): Report => ({
  positionMs,
  at,
  playing: true,
  rate: 1,
  preciseToMs: 0,
  durationMs: null,
  ended: false,
  ...more,
})

const rate = fc.double({ min: 0.25, max: 4, noNaN: true })
const position = fc.integer({ min: 0, max: 2 * HOUR })
const offset = fc.integer({ min: -HOUR, max: HOUR })

/** Anything that can happen to a clock, after so much time. */
const happening = fc.record({
  after: fc.integer({ min: 0, max: 20_000 }),
  what: fc.oneof(
    fc.constantFrom('play', 'pause', 'tick', 'lost', 'manual', 'mpv').map((name) => ({ name, value: 0 })),
    fc.record({ name: fc.constant('nudge'), value: fc.integer({ min: -30_000, max: 30_000 }) }),
    fc.record({ name: fc.constantFrom('time', 'sent', 'hear', 'hear paused'), value: position }),
    fc.record({ name: fc.constant('offset'), value: offset }),
    fc.record({ name: fc.constant('rate'), value: rate }),
    fc.record({ name: fc.constant('hear near'), value: fc.integer({ min: -EASED_MS, max: EASED_MS }) }),
  ),
})

function happens(clock: Clock, name: string, value: number, now: number): Clock {
  switch (name) {
    case 'play':
      return play(clock, now)
    case 'pause':
      return pause(clock, now)
    case 'lost':
      return lost(clock, now)
    case 'nudge':
      return nudge(clock, value, now)
    case 'time':
      return setTime(clock, value, now)
    case 'sent':
      return sentTo(clock, value, now)
    case 'offset':
      return setOffset(clock, value)
    case 'rate':
      return setRate(clock, value, now)
    case 'hear':
      return follow(clock, report(value, now), now)
    case 'hear paused':
      return follow(clock, report(value, now, { playing: false }), now)
    case 'hear near': {
      const at = positionAt(clock, now) - clock.offsetMs + value
      return follow(clock, report(at, now, { rate: clock.motion.rate }), now)
    }
    case 'mpv':
      return changeSource(clock, 'mpv', value, now)
    case 'manual':
      return changeSource(clock, 'manual', 0, now)
    default:
      return tick(clock, now)
  }
}

const lives = fc.record({
  start: position,
  runtimeMs: fc.option(fc.integer({ min: 0, max: HOUR })),
  story: fc.array(happening, { maxLength: 30 }),
})

/** Lives a life and looks at the clock after each thing that happened. */
function live(
  { start, runtimeMs, story }: typeof lives extends fc.Arbitrary<infer T> ? T : never,
  look: (clock: Clock, now: number) => void,
): void {
  let now = 0
  let clock = startClock({ episodeId, source: 'manual', offsetMs: 0, runtimeMs }, start, now)
  for (const { after, what } of story) {
    now += after
    clock = happens(clock, what.name, what.value, now)
    look(clock, now)
  }
}

describe('the clock', () => {
  it('is never below 0 and never past the end, whatever happens', () => {
    fc.assert(
      fc.property(lives, fc.nat(HOUR), (life, later) => {
        live(life, (clock, now) => {
          for (const moment of [now, now + later]) {
            expect(positionAt(clock, moment)).toBeGreaterThanOrEqual(0)
            expect(positionAt(clock, moment)).toBeLessThanOrEqual(endOf(clock))
          }
        })
      }),
    )
  })

  it('never runs back by itself, whatever happened before', () => {
    fc.assert(
      fc.property(lives, fc.array(fc.nat(4000), { maxLength: 12 }), (life, steps) => {
        live(life, (clock, now) => {
          let moment = now
          let before = positionAt(clock, moment)
          for (const step of steps) {
            moment += step
            const position = positionAt(clock, moment)
            expect(position).toBeGreaterThanOrEqual(before)
            before = position
          }
        })
      }),
    )
  })

  it('loses nothing by a pause, however long, and nothing by looking', () => {
    fc.assert(
      fc.property(position, rate, fc.nat(20_000), fc.nat(HOUR), (start, speed, ran, rested) => {
        const running = play(setRate(clockAt(start), speed, 0), 0)
        const held = pause(running, ran)
        expect(positionAt(held, ran + rested)).toBe(positionAt(running, ran))
        const again = play(held, ran + rested)
        expect(positionAt(again, ran + rested)).toBeCloseTo(positionAt(running, ran), 6)
        expect(positionAt(again, ran + rested + 1000)).toBeCloseTo(start + (ran + 1000) * speed, 4)
      }),
    )
  })

  it('adds nudges up, by hand and while it follows', () => {
    const steps = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { maxLength: 10 })
    fc.assert(
      fc.property(steps, fc.boolean(), (by, following) => {
        const clock = following
          ? follow(clockAt(HOUR), report(HOUR, 0, { playing: false }), 0)
          : clockAt(HOUR)
        const nudged = by.reduce((at, step) => nudge(at, step, 0), clock)
        expect(positionAt(nudged, 0)).toBe(HOUR + by.reduce((sum, step) => sum + step, 0))
        expect(nudged.offsetMs !== 0).toBe(following && positionAt(nudged, 0) !== HOUR)
      }),
    )
  })

  it('comes back to where it was when an offset is taken back', () => {
    fc.assert(
      fc.property(position, offset, offset, (start, first, second) => {
        const clock = setOffset(clockAt(start), first)
        const round = setOffset(setOffset(clock, second), first)
        expect(positionAt(round, 0)).toBe(positionAt(clock, 0))
        expect(round).toEqual(clock)
      }),
    )
  })

  it('is not over any more for having been, once another source moves it', () => {
    fc.assert(
      fc.property(position, offset, (start, cut) => {
        const over = follow(clockAt(start), report(start, 0, { playing: false, ended: true }), 0)
        expect(isOver(over, 0)).toBe(true)
        expect(isOver(changeSource(over, 'manual', 0, 0), 0)).toBe(false)
        expect(isOver(changeSource(over, 'vlc', cut, 0), 0)).toBe(false)
      }),
    )
  })

  it('keeps its place in the episode when the source changes, there and back', () => {
    fc.assert(
      fc.property(position, offset, fc.nat(10_000), (start, cut, later) => {
        const running = play(clockAt(start), 0)
        const there = changeSource(running, 'mpv', cut, later)
        expect(positionAt(there, later)).toBeCloseTo(start + later, 6)
        expect(positionAt(changeSource(there, 'manual', 0, later), later)).toBeCloseTo(start + later, 6)
      }),
    )
  })

  it('stands still while the machine sleeps, and is held where it was last seen', () => {
    fc.assert(
      fc.property(
        position,
        fc.nat(20),
        fc.integer({ min: SLEPT_MS + 1, max: 10 * HOUR }),
        (start, s, slept) => {
          let clock = play(clockAt(start), 0)
          for (let second = 1; second <= s; second += 1) clock = tick(clock, second * 1000)
          const asleep = s * 1000 + slept
          expect(positionAt(clock, asleep)).toBe(start + s * 1000 + SLEPT_MS)
          for (const woken of [tick(clock, asleep), pause(clock, asleep), nudge(clock, 0, asleep)]) {
            expect(woken.motion.playing).toBe(false)
            expect(positionAt(woken, asleep)).toBe(start + s * 1000)
          }
          expect(positionAt(play(clock, asleep), asleep)).toBe(start + s * 1000)
        },
      ),
    )
  })

  it('goes on where a moment came back from before, as a clock of the machine must not but might', () => {
    const clock = play(clockAt(5000), 1000)
    expect(positionAt(clock, 0)).toBe(5000)
    expect(positionAt(pause(clock, 0), 2000)).toBe(5000)
  })

  it('stops at the end by itself, and can be taken back from there', () => {
    let clock = play(clockAt(0, { runtimeMs: 2500 }), 0)
    for (const now of [1000, 2000]) clock = tick(clock, now)
    expect(isOver(clock, 2000)).toBe(false)
    clock = tick(clock, 3000)
    expect(clock.motion.playing).toBe(false)
    expect(isOver(clock, 3000)).toBe(true)
    expect(positionAt(clock, 9000)).toBe(2500)
    expect(isOver(nudge(clock, -1000, 3000), 3000)).toBe(false)
  })
})

describe('following a player', () => {
  const following = (positionMs: number, more: Partial<Report> = {}): Clock =>
    follow(clockAt(0), report(positionMs, 0, more), 0)

  it('is where the player is from its first word on', () => {
    fc.assert(
      fc.property(position, offset, rate, fc.nat(5000), (at, cut, speed, later) => {
        const clock = follow(setOffset(clockAt(0), cut), report(at, 0, { rate: speed }), 0)
        expect(positionAt(clock, later)).toBeCloseTo(Math.max(0, at + later * speed + cut), 4)
      }),
    )
  })

  it('works a small difference in without standing or running back, and is exact afterwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: -EASED_MS, max: EASED_MS }), rate, (error, speed) => {
        const clock = following(HOUR, { rate: speed })
        const heard = report(HOUR + 1000 * speed + error, 1000, { rate: speed })
        const eased = follow(clock, heard, 1000)
        expect(Math.abs(positionAt(eased, 1000) - positionAt(clock, 1000))).toBeLessThan(1e-6)
        for (let at = 1000; at < 6000; at += 50) {
          expect(positionAt(eased, at + 50)).toBeGreaterThan(positionAt(eased, at))
        }
        expect(Math.abs(behindBy(eased, report(HOUR + 6000 * speed + error, 6000)))).toBeLessThanOrEqual(
          15.001,
        )
      }),
    )
  })

  it('jumps at once when the difference is a seek', () => {
    const clock = following(60_000)
    for (const to of [0, 30_000, 61_000 + EASED_MS + 1, HOUR])
      expect(positionAt(follow(clock, report(to, 1000), 1000), 1000)).toBe(to)
  })

  it('is not shaken by a player that tells whole seconds', () => {
    let clock = following(0)
    for (let now = 500; now < 20_000; now += 500) {
      const before = positionAt(clock, now)
      clock = follow(clock, report(Math.floor(now / 1000) * 1000, now, { preciseToMs: 1000 }), now)
      expect(positionAt(clock, now)).toBe(before)
    }
  })

  it('takes a nudge for the offset of the cut, and leaves the player where it is', () => {
    const clock = nudge(following(60_000), 30_000, 0)
    expect(clock.offsetMs).toBe(30_000)
    expect(positionAt(clock, 0)).toBe(90_000)
    expect(positionAt(follow(clock, report(61_000, 1000), 1000), 1000)).toBe(91_000)
    const said = setTime(clock, 50_000, 0)
    expect([said.offsetMs, positionAt(said, 0)]).toEqual([-10_000, 50_000])
  })

  it('goes on by hand when the player goes away, and is held by it again when it comes back', () => {
    fc.assert(
      fc.property(position, rate, fc.nat(4000), fc.nat(20_000), (at, speed, ran, alone) => {
        const clock = lost(following(at, { rate: speed }), ran)
        expect(clock.byHand).toBe(true)
        expect(positionAt(clock, ran + alone)).toBeCloseTo(at + (ran + alone) * speed, 3)
        const back = follow(clock, report(7000, ran + alone), ran + alone)
        expect([back.byHand, positionAt(back, ran + alone)]).toEqual([false, 7000])
      }),
    )
  })

  it('believes the player about the length and the end, over the pack', () => {
    const clock = follow(
      clockAt(0, { runtimeMs: 25 * 60_000 }),
      report(1_530_000, 0, { durationMs: 1_560_000 }),
      0,
    )
    expect(positionAt(clock, 20_000)).toBe(1_550_000)
    expect(isOver(clock, 20_000)).toBe(false)
    expect(isOver(clock, 30_000)).toBe(true)
    const ended = follow(clock, report(1_560_000, 30_000, { playing: false, ended: true }), 30_000)
    expect([isOver(ended, 40_000), ended.motion.playing]).toEqual([true, false])
    expect(isOver(sentTo(ended, 10_000, 40_000), 40_000)).toBe(false)
  })

  it('does nothing at a tick, however late: the player will say', () => {
    const clock = following(1000)
    expect(positionAt(tick(clock, HOUR), HOUR)).toBe(HOUR + 1000)
  })
})
