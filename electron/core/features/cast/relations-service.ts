import type { Circle, LineColumns, RelatedRole, Relations } from '@shared/cast/relations-schema'
import type { RoleId, ShowId } from '@shared/ids'
import type { Ms } from '@shared/time'
import { toReach } from '@shared/veil/reach'
import { isSafe, redact } from '@shared/veil/rules'
import { EpisodeOrdinal, type Horizon, type Reach, type SafeAfter, type Stamp } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { stampOf } from '../../db/stamp'
import type { LibraryService } from '../library/service'
import { type LineRow, relationsStore } from './relations-store'
import { castStore, type RoleRow } from './store'

/** A relationship of somebody with themselves is no line: nothing could be drawn or said. */
export const betweenTwo = (row: { readonly from_role_id: RoleId; readonly to_role_id: RoleId }): boolean =>
  row.from_role_id !== row.to_role_id

/** The last episode of which anything is open: the reach, or one past it that is on now. */
export const throughOf = (horizon: Horizon | null): Reach =>
  toReach(horizon === null ? 0 : Math.max(horizon.reach, horizon.running?.ordinal ?? 0))

const FIRST = EpisodeOrdinal.parse(1)

/** The episode with which everything is known that has one of these stamps; 1 where none is a secret. */
function latest(...stamps: readonly (SafeAfter | undefined)[]): EpisodeOrdinal {
  let last = FIRST
  for (const stamp of stamps) if (stamp && stamp > last) last = stamp
  return last
}

/** The moment of an episode with which all of these are known; null when one of them waits for its end. */
function latestMs(opens: EpisodeOrdinal, stamps: readonly (Stamp | undefined)[]): Ms | null {
  let last: Ms | null = 0 as Ms
  for (const stamp of stamps)
    if (stamp?.after === opens && last !== null)
      last = stamp.fromMs === null || stamp.fromMs === undefined ? null : (Math.max(last, stamp.fromMs) as Ms)
  return last
}

/** `isSafe` for one horizon, asked once for each episode: a long show has many more lines than episodes. */
function safetyOf(horizon: Horizon | null): (stamp: SafeAfter | undefined | Stamp) => boolean {
  const answers = new Map<SafeAfter | undefined, boolean>()
  return (stamp) => {
    const timed = typeof stamp === 'object' && stamp !== null
    if (timed && stamp.fromMs !== null) return isSafe(stamp, horizon)
    const after = timed ? stamp.after : stamp
    const known = answers.get(after) ?? isSafe(after, horizon)
    answers.set(after, known)
    return known
  }
}

interface KnownLine {
  readonly row: LineRow
  readonly opens: EpisodeOrdinal
  readonly opensMs: Ms | null
}
/** Whether one is known before the other: a moment comes before the end of its episode. */
const isEarlier = (a: KnownLine, b: KnownLine): boolean =>
  a.opens !== b.opens
    ? a.opens < b.opens
    : (a.opensMs ?? Number.POSITIVE_INFINITY) < (b.opensMs ?? Number.POSITIVE_INFINITY)

const noLines = (): LineColumns => ({
  id: [],
  from: [],
  to: [],
  kind: [],
  label: [],
  labelBack: [],
  text: [],
  since: [],
  until: [],
  opens: [],
  opensMs: [],
})

/** Who is what to whom in a whole show, as far as the reading line allows. */
export function relationsService({ db }: Pick<CoreContext, 'db'>, library: LibraryService) {
  const roleStore = castStore(db)
  const store = relationsStore(db)

  const circlesOf = (
    showId: ShowId,
    horizon: Horizon | null,
    roles: ReadonlyMap<RoleId, RoleRow>,
    placeOf: ReadonlyMap<RoleId, number>,
  ): Circle[] => {
    const circles = new Map<string, Circle>()
    for (const row of store.circles(showId)) {
      const place = placeOf.get(row.role_id)
      if (place === undefined || !isSafe(row.safe_after, horizon)) continue
      if (!isSafe(row.member_safe_after, horizon)) continue
      const circle = circles.get(row.id) ?? { id: row.id, name: row.name, members: [] }
      const opens = latest(row.safe_after, row.member_safe_after, roles.get(row.role_id)?.safe_after)
      circle.members.push({ role: place, opens })
      circles.set(row.id, circle)
    }
    return [...circles.values()]
  }

  return {
    relations(showId: ShowId): Relations {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const rows = roleStore.roles(showId)
      const roles = new Map(rows.map((row) => [row.id, row]))
      const openRoles = new Set(rows.filter((row) => isSafe(stampOf(row), horizon)).map(({ id }) => id))
      const isOpen = safetyOf(horizon)
      const open: KnownLine[] = []
      const after = new Set<EpisodeOrdinal>()
      let veiledLines = 0
      for (const row of store.lines(showId)) {
        if (!betweenTwo(row)) continue
        const from = roles.get(row.from_role_id)
        const to = roles.get(row.to_role_id)
        const opens = latest(row.since_ordinal, row.safe_after, from?.safe_after, to?.safe_after)
        const stamp = stampOf(row)
        const begins = { after: row.since_ordinal, fromMs: row.safe_from_ms }
        // a line needs its own stamp, its beginning and both ends: where one is a secret, so is the line
        const isKnown =
          openRoles.has(row.from_role_id) && openRoles.has(row.to_role_id) && isOpen(stamp) && isOpen(begins)
        const told = redact(isKnown ? stamp : undefined, horizon, () => ({
          row,
          opens,
          opensMs: latestMs(opens, [begins, stamp, from && stampOf(from), to && stampOf(to)]),
        }))
        if (!told.veiled) open.push(told)
        else {
          veiledLines += 1
          after.add(opens)
        }
      }

      const enters = new Map<RoleId, KnownLine>()
      for (const line of open) {
        for (const id of [line.row.from_role_id, line.row.to_role_id]) {
          const first = enters.get(id)
          if (!first || isEarlier(line, first)) enters.set(id, line)
        }
      }
      const related = rows.flatMap((row): RelatedRole[] => {
        const first = enters.get(row.id)
        if (first === undefined) return []
        const { id, name, short_name: shortName, grouping: group, tone } = row
        return [{ id, name, shortName, group, tone, enters: first.opens, entersMs: first.opensMs }]
      })
      const placeOf = new Map(related.map(({ id }, place) => [id, place]))

      const lines = noLines()
      for (const { row, opens, opensMs } of open) {
        lines.id.push(row.id)
        lines.from.push(placeOf.get(row.from_role_id) ?? 0)
        lines.to.push(placeOf.get(row.to_role_id) ?? 0)
        lines.kind.push(row.kind)
        lines.label.push(row.label)
        lines.labelBack.push(row.label_back)
        lines.text.push(row.text)
        lines.since.push(row.since_ordinal)
        lines.until.push(isOpen(row.until_ordinal ?? undefined) ? row.until_ordinal : null)
        lines.opens.push(opens)
        lines.opensMs.push(opensMs)
      }

      const veiledRoles = rows.filter(({ id }) => !openRoles.has(id))
      for (const { safe_after } of veiledRoles) if (safe_after !== null) after.add(safe_after)
      return {
        through: throughOf(horizon),
        roles: related,
        lines,
        circles: circlesOf(showId, horizon, roles, placeOf),
        veiled: {
          roles: veiledRoles.length,
          lines: veiledLines,
          after: [...after].filter((ordinal) => ordinal <= (horizon?.told ?? 0)).sort((a, b) => a - b),
        },
      }
    },
  }
}
export type RelationsService = ReturnType<typeof relationsService>
