import { AppError } from '@shared/app-error'
import type { Presence } from '@shared/cast/presence-schema'
import { labelFrom } from '@shared/cast/rules'
import type { Cast, Relationship, Role, RoleName, RolePage } from '@shared/cast/schema'
import { RoleGroup } from '@shared/exchange/pack-schema'
import type { RoleId, ShowId } from '@shared/ids'
import { isSafe, nameStamp, redact, veilFor } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { citationReader } from '../../db/citations'
import { stampOf } from '../../db/stamp'
import type { LibraryService } from '../library/service'
import { betweenTwo, throughOf } from './relations-service'
import { castStore, type FactRow, type RelationshipRow, type RoleRow, type SeenRow } from './store'

/** Rows by the role they belong to. */
function byRole<T extends { role_id: RoleId }>(rows: readonly T[]): ReadonlyMap<RoleId, T[]> {
  const grouped = new Map<RoleId, T[]>()
  for (const row of rows) grouped.set(row.role_id, [...(grouped.get(row.role_id) ?? []), row])
  return grouped
}

/** Where each role is known to appear, ascending, of what may be told. */
function seenReader(
  rows: readonly SeenRow[],
  horizon: Horizon | null,
): (id: RoleId) => readonly EpisodeOrdinal[] {
  const seen = byRole(rows.filter((row) => isSafe(stampOf(row), horizon)))
  return (id) => [...new Set((seen.get(id) ?? []).map(({ ordinal }) => ordinal))]
}

/** Who is in a show, as far as the reading line allows. */
export function castService({ db }: Pick<CoreContext, 'db'>, library: LibraryService) {
  const store = castStore(db)
  const citationsOf = citationReader(db)
  const named = new Map<
    ShowId,
    {
      readonly rows: readonly RoleRow[]
      readonly horizon: Horizon | null
      readonly names: ReadonlyMap<RoleId, RoleName>
    }
  >()

  const reveal = (rows: readonly RoleRow[], horizon: Horizon | null): Role[] => {
    const ids = rows.filter((row) => isSafe(stampOf(row), horizon)).map(({ id }) => id)
    const facts = byRole<FactRow>(store.facts(ids).filter((fact) => isSafe(stampOf(fact), horizon)))
    const seenUpTo = seenReader(store.seen(ids), horizon)
    const cited = citationsOf([...facts.values()].flat().map(({ id }) => id))
    return rows.map((row) =>
      // of a role that is still to come, a person may want to see the name, and sees nothing else
      redact(nameStamp(stampOf(row), horizon), horizon, () => ({
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        actor: row.actor,
        group: row.grouping,
        tone: row.tone,
        work: isSafe(stampOf(row), horizon) ? row.work : null,
        seenIn: [...seenUpTo(row.id)],
        facts: (facts.get(row.id) ?? []).map((fact) => ({
          id: fact.id,
          ordinal: fact.ordinal,
          text: fact.text,
          sources: [...(cited.get(fact.id) ?? [])],
        })),
      })),
    )
  }

  const nameOf = ({ id, name, short_name, tone }: RoleRow): RoleName => ({
    id,
    name,
    shortName: short_name,
    tone,
  })

  /** A line needs its beginning and both ends: where the other role is still a secret, so is the line. */
  const toRelationship = (row: RelationshipRow, self: RoleId, horizon: Horizon | null): Relationship[] => {
    const other = store.role(row.from_role_id === self ? row.to_role_id : row.from_role_id)
    const begins = { after: row.since_ordinal, fromMs: row.safe_from_ms }
    if (![stampOf(row), begins].every((stamp) => isSafe(stamp, horizon))) return []
    if (!other || !isSafe(stampOf(other), horizon)) return []
    const direction = row.from_role_id === self ? ('out' as const) : ('in' as const)
    const line = {
      id: row.id,
      other: nameOf(other),
      kind: row.kind,
      direction,
      label: labelFrom(direction, { kind: row.kind, label: row.label, labelBack: row.label_back }),
      since: row.since_ordinal,
      until: isSafe(row.until_ordinal ?? undefined, horizon) ? row.until_ordinal : null,
    }
    return [line]
  }

  return {
    cast(showId: ShowId): Cast {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const rows = store.roles(showId)
      const roles = reveal(rows, horizon)
      return {
        groups: RoleGroup.options
          .map((group) => ({ group, roles: roles.filter((_role, index) => rows[index]?.grouping === group) }))
          .filter(({ roles: members }) => members.length > 0)
          // the place of a veil among the others would tell something: veils come last
          .map(({ group, roles: members }) => ({
            group,
            roles: [...members.filter(({ veiled }) => !veiled), ...members.filter(({ veiled }) => veiled)],
          })),
      }
    },

    page(roleId: RoleId): RolePage {
      const row = store.role(roleId)
      if (!row) throw new AppError('not-found', 'no such role', { what: 'role' })
      const horizon = library.horizonOf(row.show_id)
      const [role] = reveal([row], horizon)
      return redact(nameStamp(stampOf(row), horizon), horizon, () => ({
        role: role ?? veilFor(row.safe_after, horizon),
        relationships: (isSafe(stampOf(row), horizon) ? store.relationships(roleId) : [])
          .filter(betweenTwo)
          .flatMap((line) => toRelationship(line, roleId, horizon)),
        sources: isSafe(stampOf(row), horizon) ? [...(citationsOf([roleId]).get(roleId) ?? [])] : [],
      }))
    },

    presence(showId: ShowId): Presence {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const rows = store
        .roles(showId)
        .filter((row) => row.grouping !== 'crew' && isSafe(stampOf(row), horizon))
      const seenUpTo = seenReader(store.seen(rows.map(({ id }) => id)), horizon)
      return {
        through: throughOf(horizon),
        roles: rows.map((row) => ({
          id: row.id,
          name: row.name,
          group: row.grouping,
          first: isSafe(row.first_ordinal ?? undefined, horizon) ? row.first_ordinal : null,
          seenIn: [...seenUpTo(row.id)],
        })),
      }
    },

    /** The role's names and show, when it may be named. @throws AppError `not-found` */
    openRole(roleId: RoleId): { readonly showId: ShowId; readonly name: RoleName } | null {
      const row = store.role(roleId)
      if (!row) throw new AppError('not-found', 'no such role', { what: 'role' })
      const horizon = library.horizonOf(row.show_id)
      return isSafe(stampOf(row), horizon) ? { showId: row.show_id, name: nameOf(row) } : null
    },

    /** The names under which roles are mentioned elsewhere; those beyond the reach are left out. */
    namesOf(showId: ShowId, horizon: Horizon | null): ReadonlyMap<RoleId, RoleName> {
      const rows = store.roles(showId)
      // rows and horizon are other objects as soon as anything of them is another
      const before = named.get(showId)
      if (before && before.rows === rows && before.horizon === horizon) return before.names
      const names = new Map(
        rows.filter((row) => isSafe(stampOf(row), horizon)).map((row) => [row.id, nameOf(row)]),
      )
      named.set(showId, { rows, horizon, names })
      return names
    },
  }
}
export type CastService = ReturnType<typeof castService>
