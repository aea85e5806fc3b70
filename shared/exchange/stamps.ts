import type { SafeAfter } from '../veil/schema'
import type { Pack } from './pack-schema'
import { opensAfter, picturesOf } from './pack-walk'

interface Stamped {
  readonly safeAfter: SafeAfter
  readonly safeFromMs?: number | null
}

/** A stamp that is never earlier than the episode it guards; a moment that lost its episode goes. */
function closed<T extends Stamped>(item: T, episode: SafeAfter): T {
  const early = episode !== null && (item.safeAfter === null || item.safeAfter < episode)
  const safeAfter = early ? episode : item.safeAfter
  if (item.safeFromMs === undefined) return early ? { ...item, safeAfter } : item
  const timeless = item.safeFromMs !== null && safeAfter !== episode
  return early || timeless ? { ...item, safeAfter, safeFromMs: timeless ? null : item.safeFromMs } : item
}

type Role = Pack['roles'][number]

/** A picture opens with its episode and with its role, at the earliest. */
function closedPictures(pack: Pack, roles: readonly Role[]): Pack['artwork'] {
  const known = new Map(roles.map((role) => [role.key, role]))
  return picturesOf(pack).map(({ value, ordinal }) => {
    const role = known.get(value.role ?? '')
    if (!role) return closed(value, ordinal)
    const { safeAfter, safeFromMs } = opensAfter(role, value) ? role : value
    const timeless = safeAfter !== role.firstEpisode
    return { ...value, safeAfter, safeFromMs: timeless ? null : safeFromMs }
  })
}

/**
 * Moves every stamp that is too early to the episode it guards: when two packs come together, a stamp of one
 * may meet an episode that the other has moved. Sound packs stay as they are.
 */
export function closeStamps(pack: Pack): Pack {
  const roles = pack.roles.map((role) => ({
    ...role,
    // a role may be announced before it is seen, but its moment needs its episode
    safeFromMs: role.safeAfter === role.firstEpisode ? role.safeFromMs : null,
    facts: role.facts.map((fact) => closed(fact, fact.episode)),
  }))
  return {
    ...pack,
    roles,
    artwork: closedPictures(pack, roles),
    seasons: pack.seasons.map((season) => ({
      ...season,
      episodes: season.episodes.map((episode) => ({
        ...episode,
        beats: episode.beats.map((beat) => closed(beat, episode.ordinal)),
      })),
    })),
    relationships: pack.relationships.map((line) => closed(line, line.since)),
    trackers: pack.trackers.map((tracker) => ({
      ...tracker,
      readings: tracker.readings.map((reading) => closed(reading, reading.episode)),
    })),
    questions: pack.questions.map((question) => ({
      ...closed(question, question.raised),
      answer: question.answer && closed(question.answer, question.answer.episode),
    })),
  }
}
