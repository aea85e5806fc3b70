import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ms } from '../time'
import { EpisodeOrdinal } from '../veil/schema'
import { boxesMeet } from './geometry'
import { placeRoles, roomOf } from './placing'

type Role = Parameters<typeof placeRoles>[0][number]
interface Show {
  readonly roles: Role[]
  readonly lines: { from: number; to: number; opens: EpisodeOrdinal; opensMs?: Ms | null }[]
  readonly circles: { members: { role: number; opens: EpisodeOrdinal }[] }[]
}
const ordinal = (n: number) => EpisodeOrdinal.parse(n)

/** When something is known: a moment of an episode, or with null its end. */
type Moment = readonly [opens: number, ms: number | null | undefined]
const byTime = ([a, x]: Moment, [b, y]: Moment): number =>
  a - b || (x ?? Number.MAX_SAFE_INTEGER) - (y ?? Number.MAX_SAFE_INTEGER)

/** Shows of up to 16 roles over 8 episodes, told at their ends or in their midst; whoever has no line enters alone. */
const shows: fc.Arbitrary<Show> = fc
  .record({
    names: fc.array(fc.string({ minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 16 }),
    lines: fc.array(
      fc.tuple(
        ...([fc.nat(15), fc.nat(15), fc.integer({ min: 1, max: 8 })] as const),
        fc.option(fc.nat(3).map((n) => Ms.parse(n * 60_000))),
      ),
      { maxLength: 30 },
    ),
    circle: fc.array(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 8 })), { maxLength: 6 }),
    groups: fc.array(fc.constantFrom('lead', 'recurring', 'guest'), { minLength: 16, maxLength: 16 }),
  })
  .map(({ names, lines: drawn, circle, groups }) => {
    const lines = drawn
      .filter(([from, to]) => from !== to && from < names.length && to < names.length)
      .map(([from, to, opens, opensMs]) => ({ from, to, opens: ordinal(opens), opensMs }))
    const momentOf = (who: number): Moment =>
      lines
        .filter(({ from, to }) => from === who || to === who)
        .map(({ opens, opensMs }): Moment => [opens, opensMs])
        .sort(byTime)[0] ?? [8, null]
    const entersAt = (who: number) => momentOf(who)[0]
    const members = circle
      .filter(([who]) => who < names.length)
      .map(([role, opens]) => ({ role, opens: ordinal(Math.max(opens, entersAt(role))) }))
    return {
      roles: names.map((shortName, who) => ({
        shortName,
        group: groups[who] ?? 'guest',
        enters: ordinal(entersAt(who)),
        entersMs: Ms.nullable().parse(momentOf(who)[1] ?? null),
      })),
      lines,
      circles: [{ members: [...new Map(members.map((member) => [member.role, member])).values()] }],
    }
  })

/** The show as somebody knows it who has come to a moment. */
function upTo({ roles, lines, circles }: Show, last: Moment): { show: Show; kept: number[] } {
  const isKnown = (opens: number, ms: number | null | undefined) => byTime([opens, ms], last) <= 0
  const kept = roles.flatMap(({ enters, entersMs }, who) => (isKnown(enters, entersMs) ? [who] : []))
  const moved = (who: number) => kept.indexOf(who)
  const show = {
    roles: kept.flatMap((who) => roles[who] ?? []),
    lines: lines
      .filter(({ opens, opensMs }) => isKnown(opens, opensMs))
      .map((line) => ({ ...line, from: moved(line.from), to: moved(line.to) })),
    circles: circles.map(({ members }) => ({
      members: members
        .filter(({ opens }) => isKnown(opens, null))
        .map(({ role, opens }) => ({ role: moved(role), opens })),
    })),
  }
  return { show, kept }
}
const place = ({ roles, lines, circles }: Show) => placeRoles(roles, lines, circles)

describe('the places of roles', () => {
  it('are the same for the same show', () => {
    fc.assert(
      fc.property(shows, (show) => {
        expect(place(show)).toEqual(place(structuredClone(show)))
      }),
    )
  })

  it('never depend on what comes later', () => {
    fc.assert(
      fc.property(shows, fc.integer({ min: 1, max: 8 }), fc.option(fc.nat(200_000)), (show, episode, ms) => {
        const last: Moment = [episode, ms]
        const all = place(show)
        const { show: known, kept } = upTo(show, last)
        expect(place(known)).toEqual(kept.map((who) => all[who]))
      }),
    )
  })

  it('leave room for every disc and every name', () => {
    fc.assert(
      fc.property(shows, (show) => {
        const rooms = place(show).flatMap((at, who) => {
          const role = show.roles[who]
          return role ? [roomOf(role, at)] : []
        })
        rooms.forEach((room, who) => {
          for (const other of rooms.slice(who + 1)) expect(boxesMeet(room, other)).toBe(false)
        })
      }),
    )
  })

  it('begin in the middle with whoever has the most lines', () => {
    const roles: Role[] = ['Ada', 'Bruno', 'Cléo'].map((shortName) => ({
      shortName,
      group: 'lead',
      enters: ordinal(1),
    }))
    const lines = [
      { from: 0, to: 1, opens: ordinal(1) },
      { from: 2, to: 1, opens: ordinal(1) },
    ]
    expect(placeRoles(roles, lines)[1]).toEqual({ x: 0, y: 0 })
  })

  it('stand going round in circles: a ring of bosses is a picture like any other', () => {
    const roles: Role[] = ['Ada', 'Bruno', 'Cléo'].map((shortName) => ({
      shortName,
      group: 'lead',
      enters: ordinal(1),
    }))
    const lines = [0, 1, 2].map((at) => ({ from: at, to: (at + 1) % 3, opens: ordinal(1) }))
    expect(new Set(placeRoles(roles, lines).map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
  })
})
