import { type Box, boxesMeet, distance, distanceToSegment, type Point, segmentsCross } from './geometry'
import type { Circle, RelatedRole } from './relations-schema'
import type { Line } from './strands'

/** A role's place: the middle of its disc. The first role with the most lines stands at 0, 0. */
export type Place = Point

type Sized = Pick<RelatedRole, 'group' | 'shortName' | 'enters'> & Partial<Pick<RelatedRole, 'entersMs'>>

/** More than any episode runs, in ms. */
const EPISODE_MS = 1e9
/** A moment of a show as one number, which rises with what is known; without a time, the end of the episode. */
const momentOf = (ordinal: number, ms: number | null | undefined): number =>
  ordinal * EPISODE_MS + Math.min(ms ?? Number.POSITIVE_INFINITY, EPISODE_MS - 1)

/** The widest that a disc of each group becomes, in px. Places are kept apart for it, whatever size it has now. */
const WIDEST = { lead: 36, recurring: 26, guest: 22, crew: 22 } as const
const NARROWEST = { lead: 24, recurring: 19, guest: 17, crew: 17 } as const
/** Room under a disc for its name, in px. */
const NAME = 24
const LETTER = 7.2
const LONGEST_NAME = 150
const GAP = 16

/**
 * The radius of a role's disc, in px: it grows with the number of its lines.
 *
 * @param lines how many lines the role has, of all that may be known
 */
export const radiusOf = ({ group }: Pick<RelatedRole, 'group'>, lines: number): number =>
  Math.round(Math.min(WIDEST[group], NARROWEST[group] + 2.4 * Math.sqrt(Math.max(0, lines - 1))))

/** How wide a role's name is written, in px; a longer one is cut. */
export const nameWidth = ({ shortName }: Pick<RelatedRole, 'shortName'>): number =>
  Math.min(LONGEST_NAME, shortName.length * LETTER + 4)

/** The room that a role takes at a place: its widest disc, and its name below. */
export function roomOf(role: Sized, { x, y }: Place) {
  const radius = WIDEST[role.group]
  return {
    x,
    y: y + NAME / 2,
    width: Math.max(2 * radius, nameWidth(role)),
    height: 2 * radius + NAME,
  }
}

interface Stage {
  readonly roles: readonly Sized[]
  readonly lines: readonly { readonly from: number; readonly to: number }[]
  readonly circles: readonly (readonly number[])[]
  readonly near: ReadonlyMap<number, readonly number[]>
  readonly placed: Map<number, Place>
}

/** In px: the length that a line would like to have, and the one below which it is crowded. */
const LENGTH = 176
const SHORTEST = 150
/** Wider than high, as a window is. */
const STRETCH = 1.45
const RINGS = [118, 142, 172, 212, 260, 320, 390, 470, 560, 660, 780, 920, 1080]
const TURNS = 22
/** Of the places that are free, how many are looked at closely. */
const CLOSE_LOOKS = 20

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length),
  y: points.reduce((sum, { y }) => sum + y, 0) / Math.max(1, points.length),
})

/** Somebody who stands already, as seen by the one who is being placed. */
interface Other {
  readonly who: number
  readonly place: Place
  readonly room: Box
  readonly near: boolean
  readonly mate: boolean
}

/** What is looked up once for all the places that are tried for one role. */
interface View {
  readonly others: readonly Other[]
  readonly ends: readonly Other[]
  /** The lines between others, by where they begin and end. */
  readonly lines: readonly {
    readonly from: number
    readonly to: number
    readonly a: Place
    readonly b: Place
  }[]
  /** The circles with two who stand already, and whether this one belongs to them. */
  readonly circles: readonly {
    readonly inside: boolean
    readonly who: ReadonlySet<number>
    readonly places: Place[]
  }[]
}

function viewOf({ roles, lines, circles, near, placed }: Stage, who: number): View {
  const mates = new Set(circles.filter((circle) => circle.includes(who)).flat())
  const friends = new Set(near.get(who))
  const others = [...placed].flatMap(([other, place]): Other[] => {
    const role = roles[other]
    if (other === who || !role) return []
    return [
      { who: other, place, room: roomOf(role, place), near: friends.has(other), mate: mates.has(other) },
    ]
  })
  return {
    others,
    ends: others.filter((other) => other.near),
    lines: lines.flatMap(({ from, to }) => {
      const [a, b] = [placed.get(from), placed.get(to)]
      return a && b && from !== who && to !== who ? [{ from, to, a, b }] : []
    }),
    circles: circles.flatMap((circle) => {
      const places = circle.flatMap((other) => (other === who ? [] : (placed.get(other) ?? [])))
      return places.length < 2 ? [] : [{ inside: circle.includes(who), who: new Set(circle), places }]
    }),
  }
}

const isFree = ({ others }: View, role: Sized, at: Place): boolean => {
  const room = roomOf(role, at)
  return !others.some((other) => boxesMeet(room, other.room, GAP))
}

/** What a place costs by itself: too far from those it belongs to, too near to the others, off the middle. */
function farness({ others }: View, at: Place): number {
  let cost = ((at.x / STRETCH) ** 2 + at.y ** 2) / 320 ** 2
  for (const { place, near, mate } of others) {
    const apart = Math.max(1, distance(at, place))
    // a line needs room for its word
    if (near) cost += ((apart - LENGTH) / LENGTH) ** 2 + 4 * Math.max(0, (SHORTEST - apart) / SHORTEST)
    else cost += 0.7 * (130 / apart) ** 2
    if (mate) cost += 0.6 * Math.max(0, (apart - 120) / LENGTH) ** 2
  }
  return cost
}

/** What a place costs by the lines that lead to it: across others, through a disc, through a circle. */
function tangle({ others, ends, lines, circles }: View, at: Place): number {
  let cost = 0
  for (const other of others) {
    const clear = other.room.height / 2
    for (const end of ends) {
      if (end.who !== other.who && distanceToSegment(other.place, at, end.place) < clear) cost += 3
    }
  }
  for (const { from, to, a, b } of lines) {
    if (distanceToSegment(at, a, b) < 44) cost += 3
    for (const end of ends) {
      if (from !== end.who && to !== end.who && segmentsCross(at, end.place, a, b)) cost += 1
    }
  }
  for (const { inside, who, places } of circles) {
    if (!inside) {
      const middle = middleOf(places)
      const wide = Math.max(...places.map((place) => distance(place, middle)))
      if (distance(at, middle) < wide + 60) cost += 4
      continue
    }
    // no stranger between this one and the others of the circle
    for (const other of others) {
      if (who.has(other.who)) continue
      if (places.some((mate) => distanceToSegment(other.place, at, mate) < 70)) cost += 1.5
    }
  }
  return cost
}

/** Where a role may stand: on rings around those it belongs to, and where it stands already. */
function candidates(stage: Stage, who: number): Place[] {
  const near = (stage.near.get(who) ?? []).flatMap((other) => stage.placed.get(other) ?? [])
  const mates = stage.circles
    .filter((circle) => circle.includes(who))
    .flat()
    .flatMap((other) => (other === who ? [] : (stage.placed.get(other) ?? [])))
  const around = middleOf(near.length > 0 ? near : mates)
  const own = stage.placed.get(who)
  const rings = RINGS.flatMap((radius, ring) =>
    Array.from({ length: TURNS }, (_value, turn): Place => {
      const angle = ((turn + (ring % 2) / 2) / TURNS) * 2 * Math.PI
      return {
        x: Math.round(around.x + radius * 1.2 * Math.cos(angle)),
        y: Math.round(around.y + radius * Math.sin(angle)),
      }
    }),
  )
  return [...(own ? [own] : []), { x: Math.round(around.x), y: Math.round(around.y) }, ...rings]
}

function bestPlace(stage: Stage, who: number): Place {
  const role = stage.roles[who]
  if (!role) return { x: 0, y: 0 }
  const view = viewOf(stage, who)
  const tried = candidates(stage, who)
    .map((at) => ({ at, cost: farness(view, at) }))
    .sort((a, b) => a.cost - b.cost)
  let best: { readonly at: Place; readonly cost: number } | null = null
  let looks = 0
  for (const { at, cost } of tried) {
    // the rest costs more by itself than the best does with everything
    if (looks >= CLOSE_LOOKS || (best && cost >= best.cost)) break
    if (!isFree(view, role, at)) continue
    looks += 1
    const whole = cost + tangle(view, at)
    if (!best || whole < best.cost) best = { at, cost: whole }
  }
  return best?.at ?? outside(stage)
}

/** Below everything that stands already. */
const outside = (stage: Stage): Place => ({
  x: 0,
  y: Math.max(0, ...[...stage.placed.values()].map(({ y }) => y)) + 140,
})

const ROUNDS = 3

/**
 * Where each role stands in the picture. Roles are placed with the moment that brings them, beside those who
 * stand already and never move again: the places as of a moment do not depend on anything later, so that nobody
 * jumps when the line is moved or an episode runs, and no gap tells of somebody to come. The same input has the
 * same places.
 *
 * @returns one place for each role, in their order
 */
export function placeRoles(
  roles: readonly Sized[],
  lines: readonly (Pick<Line, 'from' | 'to' | 'opens'> & Partial<Pick<Line, 'opensMs'>>)[],
  circles: readonly Pick<Circle, 'members'>[] = [],
): Place[] {
  const placed = new Map<number, Place>()
  const entering = roles.map(({ enters, entersMs }) => momentOf(enters, entersMs))
  const told = lines.map(({ opens, opensMs }) => momentOf(opens, opensMs))
  for (const moment of [...new Set(entering)].sort((a, b) => a - b)) {
    const known = lines.filter((_line, at) => (told[at] as number) <= moment)
    const near = new Map<number, number[]>()
    const join = (a: number, b: number) => {
      const of = near.get(a) ?? []
      if (!of.includes(b)) near.set(a, [...of, b])
    }
    for (const { from, to } of known) {
      join(from, to)
      join(to, from)
    }
    const stage: Stage = {
      roles,
      lines: known,
      near,
      placed,
      circles: circles.map(({ members }) =>
        members.filter(({ opens }) => momentOf(opens, null) <= moment).map(({ role }) => role),
      ),
    }
    const degree = (who: number) => near.get(who)?.length ?? 0
    const batch = roles
      .flatMap((_role, who) => (entering[who] === moment ? [who] : []))
      .sort((a, b) => degree(b) - degree(a) || a - b)
    for (const who of batch) placed.set(who, placed.size === 0 ? { x: 0, y: 0 } : bestPlace(stage, who))
    // those who came together settle among themselves; the very first stays in the middle
    const settling = placed.size === batch.length ? batch.slice(1) : batch
    for (let round = 0; round < ROUNDS && settling.length > 1; round += 1) {
      for (const who of settling) placed.set(who, bestPlace(stage, who))
    }
  }
  return roles.map((_role, who) => placed.get(who) ?? { x: 0, y: 0 })
}
