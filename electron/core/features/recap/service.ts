import type { RoleName } from '@shared/cast/schema'
import { DAY_MS } from '@shared/day'
import type { RoleId, ShowId } from '@shared/ids'
import {
  EPISODES_A_PAGE,
  type LastSeen,
  type OfRecapPage,
  type RecapPage,
  type Standing,
  type WhereThingsStand,
} from '@shared/recap/schema'
import { IsoTime } from '@shared/time'
import { isSafe, redact } from '@shared/veil/rules'
import type { Horizon, SafeAfter } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import { remembered } from '../../db/remembered'
import type { CastService } from '../cast/service'
import type { LibraryService } from '../library/service'
import { beatColumns, indexesIn, type Places } from './columns'
import type { PageShape } from './page-shape'
import { type RecapStore, recapStore } from './store'

/** "Previously on…" for exactly the point a person has reached. */
export function recapService(
  { db, clock }: Pick<CoreContext, 'db' | 'clock'>,
  library: LibraryService,
  cast: CastService,
) {
  const store = recapStore(db)
  // every page of a recap asks for these, and they change when a pack does
  const seasonStamps = remembered(db, ['season', 'episode'], (showId: ShowId) => store.seasonStamps(showId))
  const threadsOfShow = remembered(db, ['thread'], (showId: ShowId) => store.threads(showId))

  /** The end of the last episode that is known. Where nobody wrote it, nothing older stands in for it. */
  const standingOf = (showId: ShowId, horizon: Horizon | null): Standing | null => {
    if (horizon === null) return null
    for (const { ordinal, standing, season_safe_after } of store.standings(showId, horizon.reach)) {
      if (!isSafe(season_safe_after, horizon) || !isSafe(ordinal, horizon)) continue
      return standing === null ? null : redact(ordinal, horizon, () => ({ text: standing }))
    }
    return null
  }

  const lastSeenOf = (showId: ShowId, horizon: Horizon | null): LastSeen | null => {
    for (const { ordinal, at } of store.viewings(showId)) {
      const time = IsoTime.safeParse(at)
      if (!time.success || !isSafe(ordinal, horizon)) continue
      const days = Math.floor((clock() - Date.parse(time.data)) / DAY_MS)
      return { ordinal, at: time.data, days: Math.max(0, days) }
    }
    return null
  }

  return {
    /** Where a person is in the story. */
    previously(showId: ShowId): WhereThingsStand {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      return { reach: horizon?.reach ?? null, standing: standingOf(showId, horizon) }
    },

    /** One page of the recap: 25 episodes, as far as they may be read. */
    page({ showId, page }: OfRecapPage): RecapPage {
      library.mustHave(showId)
      const horizon = library.horizonOf(showId)
      const from = page * EPISODES_A_PAGE + 1
      const asked = { showId, from, to: from + EPISODES_A_PAGE - 1 }
      const seasons = seasonStamps(showId)
      const read = store.beats(asked)
      const { beats, veils, places } = beatColumns(read, seasons, horizon)
      return {
        reach: horizon?.reach ?? null,
        standing: standingOf(showId, horizon),
        pages: Math.max(1, Math.ceil(lastKnown(seasons, horizon) / EPISODES_A_PAGE)),
        lastSeen: lastSeenOf(showId, horizon),
        beats,
        threads: threadsOf(threadsOfShow(showId), read.shape, horizon, places),
        roles: rolesOf(cast.namesOf(showId, horizon), read.shape, places),
        links: linksOf(store, read.shape, horizon, places),
        veils,
      }
    },
  }
}
export type RecapService = ReturnType<typeof recapService>

/** The last episode of the seasons that may be known; 0 for none. */
function lastKnown(seasons: ReadonlyMap<number, SafeAfter>, horizon: Horizon | null): number {
  let last = 0
  for (const [ordinal, after] of seasons) if (ordinal > last && isSafe(after, horizon)) last = ordinal
  return last
}

/** Storylines that may be known. One without an open beat is left out: its name alone would say that it comes. */
function threadsOf(
  threads: ReturnType<RecapStore['threads']>,
  { ofThread }: PageShape,
  horizon: Horizon | null,
  places: Places,
): RecapPage['threads'] {
  const known = threads.flatMap(({ id, name, safe_after }) => {
    const thread = redact(safe_after, horizon, () => ({ id, name }))
    return thread.veiled ? [] : [thread]
  })
  return known.flatMap(({ id, name }, order) => {
    const beats = indexesIn(places, ofThread.get(id) ?? [])
    return beats.length > 0 ? [{ id, name, order, beats }] : []
  })
}

/** Characters who may be known, by order of billing. */
function rolesOf(
  names: ReadonlyMap<RoleId, RoleName>,
  { ofRole }: PageShape,
  places: Places,
): RecapPage['roles'] {
  const roles: RecapPage['roles'] = []
  let order = -1
  for (const role of names.values()) {
    order += 1
    const rows = ofRole.get(role.id)
    if (rows === undefined) continue
    const beats = indexesIn(places, rows)
    if (beats.length > 0) roles.push({ role, order, beats })
  }
  return roles
}

/** Links of which both ends are open. */
function linksOf(
  store: Pick<RecapStore, 'stampsOf'>,
  { links }: PageShape,
  horizon: Horizon | null,
  places: Places,
): RecapPage['links'] {
  const told: RecapPage['links'] = { beat: [], on: [] }
  const isOpen = (row: number) => (places[row] ?? -1) >= 0
  // most of what is built on stands on the same page, and is known to be open or not
  const elsewhere = links.filter(({ row, onRow }) => onRow < 0 && isOpen(row)).map(({ on }) => on)
  const openElsewhere = new Set<string>()
  for (const [id, after, fromMs, of, seasonAfter] of elsewhere.length > 0 ? store.stampsOf(elsewhere) : [])
    if (isSafe(seasonAfter, horizon) && isSafe({ after, fromMs, of }, horizon)) openElsewhere.add(id)
  for (const { row, on, onRow } of links) {
    if (!isOpen(row) || !(onRow < 0 ? openElsewhere.has(on) : isOpen(onRow))) continue
    told.beat.push(places[row] ?? 0)
    told.on.push(on)
  }
  return told
}
