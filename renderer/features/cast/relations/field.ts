import { type Box, type Curve, curveBetween, distance, hull, type Point } from '@shared/cast/geometry'
import { labelSpots, type Wanted } from '@shared/cast/label-spots'
import { nameWidth, placeRoles, radiusOf, roomOf } from '@shared/cast/placing'
import type { RelatedRole, Relations } from '@shared/cast/relations-schema'
import { isOver, type Line, linesOf, type Strand, type Style, strandsAt } from '@shared/cast/strands'

/** A role where it stands; the same in every episode. */
export interface Disc extends Point {
  readonly who: number
  readonly role: RelatedRole
  readonly radius: number
}

/** All that stays the same while the episodes change: who stands where, and how large the picture is. */
export interface Field {
  readonly relations: Relations
  readonly lines: readonly Line[]
  readonly discs: readonly Disc[]
  readonly box: Box
  /** The ways on which lines run between two roles, by the pair. */
  readonly ways: ReadonlyMap<string, readonly string[]>
}

/** No picture is smaller than this, in px, so that a few roles do not become giants. */
const SMALLEST = { width: 824, height: 540 }
const MARGIN = 48
/** Between two lines of one pair, in px. */
const APART = 26

const pairOf = (from: number, to: number) => (from < to ? `${from}-${to}` : `${to}-${from}`)
const wayOf = ({ key }: Pick<Strand, 'key'>) => key.split(' ').at(-1) ?? ''

/** Places everything that may be known, once for all episodes. */
export function fieldOf(relations: Relations): Field {
  const lines = linesOf(relations)
  const places = placeRoles(relations.roles, lines, relations.circles)
  const discs = relations.roles.flatMap((role, who): Disc[] => {
    const place = places[who]
    const count = lines.filter(({ from, to }) => from === who || to === who).length
    return place ? [{ who, role, radius: radiusOf(role, count), ...place }] : []
  })
  const rooms = discs.map((disc) => roomOf(disc.role, disc))
  const edge = (of: (room: Box) => number, pick: (...values: number[]) => number) => pick(...rooms.map(of), 0)
  const left = edge(({ x, width }) => x - width / 2, Math.min) - MARGIN
  const right = edge(({ x, width }) => x + width / 2, Math.max) + MARGIN
  const top = edge(({ y, height }) => y - height / 2, Math.min) - MARGIN
  const bottom = edge(({ y, height }) => y + height / 2, Math.max) + MARGIN
  const ways = new Map<string, string[]>()
  for (const line of lines) {
    const pair = pairOf(line.from, line.to)
    const way = ways.get(pair) ?? []
    for (const style of line.until === null ? [line.kind] : [line.kind, 'ended'])
      if (!way.includes(style)) way.push(style)
    ways.set(pair, way)
  }
  return {
    relations,
    lines,
    discs,
    ways,
    box: {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      width: Math.max(SMALLEST.width, right - left),
      height: Math.max(SMALLEST.height, bottom - top),
    },
  }
}

export interface DrawnStrand extends Strand {
  readonly curve: Curve
}

export interface Ground {
  readonly id: string
  readonly name: string
  /** Who stands on it now. */
  readonly members: readonly number[]
  readonly path: string
  readonly title: Point
}

/** The picture as of one episode. */
export interface Picture {
  /** The same objects in every episode: a disc that does not change is not drawn again. */
  readonly discs: readonly Disc[]
  /** Those with whom everything is over. */
  readonly past: ReadonlySet<number>
  readonly strands: readonly DrawnStrand[]
  readonly grounds: readonly Ground[]
}

export interface Filter {
  readonly styles: ReadonlySet<Style>
  readonly groups: ReadonlySet<RelatedRole['group']>
  readonly circles: ReadonlySet<string>
}

/** What to leave out. */
export const NOTHING_HIDDEN: Filter = { styles: new Set(), groups: new Set(), circles: new Set() }

/** Draws what is known as of an episode, without what the person has hidden. */
export function pictureAt(field: Field, at: number, hidden: Filter): Picture {
  const known = field.discs.filter(({ role }) => role.enters <= at && !hidden.groups.has(role.group))
  const byWho = new Map(known.map((disc) => [disc.who, disc]))
  const strands = strandsAt(field.lines, at)
    .filter(({ style }) => !hidden.styles.has(style))
    .flatMap((strand): DrawnStrand[] => {
      const [a, b] = [byWho.get(strand.from), byWho.get(strand.to)]
      return a && b ? [{ ...strand, curve: curveOf(field, strand, a, b) }] : []
    })
  const holding = new Set(
    field.lines.filter((line) => line.opens <= at && !isOver(line, at)).flatMap(({ from, to }) => [from, to]),
  )
  return {
    discs: known,
    past: new Set(known.map(({ who }) => who).filter((who) => !holding.has(who))),
    strands,
    grounds: field.relations.circles
      .filter(({ id }) => !hidden.circles.has(id))
      .flatMap(({ id, name, members }): Ground[] => {
        const there = members.filter(({ opens }) => opens <= at).flatMap(({ role }) => byWho.get(role) ?? [])
        return there.length > 1 ? [groundOf(id, name, there)] : []
      }),
  }
}

function curveOf({ ways }: Field, strand: Strand, from: Disc, to: Disc): Curve {
  const of = ways.get(pairOf(strand.from, strand.to)) ?? []
  const slot = Math.max(0, of.indexOf(wayOf(strand)))
  const [a, b] = from.who < to.who ? [from, to] : [to, from]
  const offset =
    of.length > 1 ? (slot - (of.length - 1) / 2) * APART : Math.min(18, distance(from, to) * 0.07)
  // a boss of one’s own boss: the second arrow keeps clear of the first
  const back = strand.style === 'works-for' || strand.style === 'client' ? from.who > to.who : false
  const curve = curveBetween(a, b, back ? offset + APART / 2 : offset)
  return from === a ? curve : { start: curve.end, bend: curve.bend, end: curve.start }
}

/** Around a disc on a ground, in px. */
const SHORE = 44
const CORNERS = 12

/** A soft shape around some discs: the hull of a ring around each, its corners rounded. */
function groundOf(id: string, name: string, discs: readonly Disc[]): Ground {
  const shore = discs.flatMap((disc) =>
    Array.from({ length: CORNERS }, (_value, turn) => {
      const angle = (turn / CORNERS) * 2 * Math.PI
      const reach = disc.radius + SHORE
      return { x: disc.x + reach * Math.cos(angle), y: disc.y + 8 + reach * Math.sin(angle) }
    }),
  )
  const corners = hull(shore)
  const top = corners.reduce((high, corner) => (corner.y < high.y ? corner : high), { x: 0, y: Infinity })
  return {
    id,
    name,
    members: discs.map(({ who }) => who),
    path: softPath(corners),
    title: { x: top.x, y: top.y + 22 },
  }
}

const round = (value: number) => Math.round(value * 10) / 10
const text = ({ x, y }: Point) => `${round(x)} ${round(y)}`

/** A closed curve through the middles of the sides, with the corners as its bends. */
function softPath(corners: readonly Point[]): string {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
  const first = corners[0]
  const last = corners.at(-1)
  if (!first || !last) return ''
  const bends = corners.map(
    (corner, at) => `Q${text(corner)} ${text(middle(corner, corners[at + 1] ?? first))}`,
  )
  return `M${text(middle(last, first))}${bends.join('')}Z`
}

export const curvePath = ({ start, bend, end }: Curve): string => `M${text(start)}Q${text(bend)} ${text(end)}`

/** A label with the strand that it belongs to. */
export interface LabelOf {
  readonly strand: DrawnStrand
  readonly words: string
}
export interface Label extends LabelOf, Box {}

const LETTER = 6.6
const WEIGHTS: Record<Style, number> = {
  loves: 7,
  family: 6,
  'at-odds': 5,
  friends: 4,
  client: 3,
  'works-for': 2,
  ended: 1,
}

/** Finds room for as many labels as there is, what changed first. The others are read by focusing a role. */
export function labelsIn(picture: Picture, labels: readonly LabelOf[]): Label[] {
  const titles = picture.grounds.map(
    ({ name, title }): Box => ({ x: title.x, y: title.y - 5, width: name.length * LETTER + 12, height: 20 }),
  )
  const names = picture.discs.flatMap((disc): Box[] => [
    { x: disc.x, y: disc.y, width: disc.radius * 2, height: disc.radius * 2 },
    { x: disc.x, y: disc.y + disc.radius + 13, width: nameWidth(disc.role), height: 16 },
  ])
  const taken = [...titles, ...names]
  const wanted = labels.map(
    ({ strand, words }): Wanted => ({
      curve: strand.curve,
      width: words.length * LETTER + 14,
      weight: WEIGHTS[strand.style] + (strand.changed ? 10 : 0),
    }),
  )
  return labelSpots(wanted, taken).flatMap((spot, at) => {
    const label = labels[at]
    return spot && label ? [{ ...label, ...spot }] : []
  })
}
