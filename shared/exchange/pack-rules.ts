import type { SafeAfter } from '../veil/schema'
import { laterNames } from './pack-names'
import type { PackProblem, PackRule } from './pack-problem'
import type { Pack } from './pack-schema'
import {
  type At,
  answersOf,
  at,
  beatsOf,
  episodesOf,
  factsOf,
  membersOf,
  opensAfter,
  picturesOf,
  readingsOf,
} from './pack-walk'

export { PACK_RULES, type PackProblem, type PackRule } from './pack-problem'

/**
 * Checks what the schema cannot see: that keys are unique and lead somewhere, that stamps are neither
 * earlier than what they guard nor past the end, that nothing builds on what comes later, and that no
 * text names somebody whose own stamp is later.
 *
 * @param pack a pack that its schema has accepted
 * @returns every problem, in the order of the rules; empty when the pack may be applied
 */
export function checkPack(pack: Pack): PackProblem[] {
  const steps = checkSteps(pack)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same without looking through the texts for names, which takes longer than all the rest. */
export const checkStructure = (pack: Pack): PackProblem[] => RULES.flatMap((rule) => rule(pack))

/** The same, told in steps, so that other work can go between two of them. */
export function* checkSteps(pack: Pack): Generator<void, PackProblem[]> {
  const problems: PackProblem[] = []
  for (const rule of RULES) {
    for (const problem of rule(pack)) problems.push(problem)
    yield
  }
  for (const problem of yield* laterNames(pack)) problems.push(problem)
  return problems
}

function lastOrdinal(pack: Pack): number {
  return episodesOf(pack).reduce((last, { value }) => Math.max(last, value.ordinal), 0)
}

function repeated<T>(items: readonly T[], nameOf: (item: T) => string | number): T[] {
  const met = new Set<string | number>()
  return items.filter((item) => {
    const name = nameOf(item)
    if (met.has(name)) return true
    met.add(name)
    return false
  })
}

function duplicateKeys(pack: Pack): PackProblem[] {
  const kinds: At<{ key: string }>[][] = [
    at('threads', pack.threads),
    at('people', pack.people),
    at('roles', pack.roles),
    factsOf(pack),
    episodesOf(pack),
    beatsOf(pack),
    at('relationships', pack.relationships),
    at('circles', pack.circles),
    at('orders', pack.orders),
    at('bulletins', pack.bulletins),
    at('audience', pack.audience),
    at('trackers', pack.trackers),
    readingsOf(pack),
    at('questions', pack.questions),
    at('artwork', pack.artwork),
  ]
  return kinds.flatMap((kind) =>
    repeated(kind, ({ value }) => value.key).map(({ path }) => ({
      path: `${path}.key`,
      rule: 'duplicate-key' as const,
      text: 'An earlier item of this kind has the same key.',
    })),
  )
}

function duplicateReferences(pack: Pack): PackProblem[] {
  const lists: At<string | number>[][] = [
    ...beatsOf(pack).flatMap(({ path, value }) => [
      at(`${path}.threads`, value.threads),
      at(`${path}.roles`, value.roles),
      at(`${path}.buildsOn`, value.buildsOn),
    ]),
    ...at('roles', pack.roles).map(({ path, value }) => at(`${path}.seenIn`, value.seenIn)),
    ...at('circles', pack.circles).map(({ path, value }) =>
      at(
        `${path}.members`,
        value.members.map((member) => member.role),
      ),
    ),
    ...at('orders', pack.orders).map(({ path, value }) => at(`${path}.episodes`, value.episodes)),
  ]
  return lists.flatMap((list) =>
    repeated(list, ({ value }) => value).map(({ path }) => ({
      path,
      rule: 'duplicate-reference' as const,
      text: 'The list has this already.',
    })),
  )
}

function duplicateNumbers(pack: Pack): PackProblem[] {
  const seasons = at('seasons', pack.seasons)
  const numbered = [seasons, ...seasons.map(({ path, value }) => at(`${path}.episodes`, value.episodes))]
  return numbered.flatMap((list: At<{ number: number }>[]) =>
    repeated(list, ({ value }) => value.number).map(({ path, value }) => ({
      path: `${path}.number`,
      rule: 'duplicate-number' as const,
      text: `The number ${value.number} is taken.`,
    })),
  )
}

function brokenOrdinals(pack: Pack): PackProblem[] {
  const episodes = episodesOf(pack)
  const twice = repeated(episodes, ({ value }) => value.ordinal).map(({ path, value }) => ({
    path: `${path}.ordinal`,
    rule: 'duplicate-ordinal' as const,
    text: `The ordinal ${value.ordinal} is taken.`,
  }))
  const ordinals = [...new Set(episodes.map(({ value }) => value.ordinal))].sort((a, b) => a - b)
  const holes = ordinals.flatMap((ordinal, index): PackProblem[] => {
    const expected = (ordinals[index - 1] ?? 0) + 1
    if (ordinal === expected) return []
    const missing = expected === ordinal - 1 ? `${expected} is` : `${expected} to ${ordinal - 1} are`
    return [{ path: 'seasons', rule: 'missing-ordinal', text: `Ordinals count from 1: ${missing} missing.` }]
  })
  return [...twice, ...holes]
}

function danglingReferences(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = []
  const known = {
    thread: new Set(pack.threads.map(({ key }) => key)),
    role: new Set(pack.roles.map(({ key }) => key)),
    person: new Set(pack.people.map(({ key }) => key)),
    source: new Set(Object.keys(pack.sources)),
    beat: new Set(beatsOf(pack).map(({ value }) => value.key)),
    episode: new Set(episodesOf(pack).map(({ value }) => value.key)),
  }
  const need = (kind: keyof typeof known, path: string, key: string) => {
    if (known[kind].has(key)) return
    problems.push({ path, rule: `unknown-${kind}`, text: `There is no ${kind} with this key.` })
  }
  const needAll = (kind: keyof typeof known, path: string, keys: readonly string[]) => {
    for (const { path: place, value } of at(path, keys)) need(kind, place, value)
  }
  for (const { path, value } of beatsOf(pack)) {
    needAll('thread', `${path}.threads`, value.threads)
    needAll('role', `${path}.roles`, value.roles)
    needAll('beat', `${path}.buildsOn`, value.buildsOn)
  }
  for (const { path, value } of at('roles', pack.roles)) {
    if (value.person !== null) need('person', `${path}.person`, value.person)
  }
  for (const { path, value } of at('relationships', pack.relationships)) {
    need('role', `${path}.from`, value.from)
    need('role', `${path}.to`, value.to)
  }
  for (const { path, value } of membersOf(pack)) need('role', `${path}.role`, value.role)
  for (const { path, value } of at('orders', pack.orders))
    needAll('episode', `${path}.episodes`, value.episodes)
  for (const { path, value } of at('artwork', pack.artwork)) {
    if (value.episode !== null) need('episode', `${path}.episode`, value.episode)
    if (value.role !== null) need('role', `${path}.role`, value.role)
  }
  const sourced: At<{ sources: string[] }>[] = [
    { path: 'show', value: pack.show },
    ...at('roles', pack.roles),
    ...factsOf(pack),
    ...episodesOf(pack),
    ...beatsOf(pack),
    ...at('relationships', pack.relationships),
    ...at('bulletins', pack.bulletins),
    ...at('audience', pack.audience),
    ...at('trackers', pack.trackers),
    ...readingsOf(pack),
    ...at('questions', pack.questions),
    ...answersOf(pack),
  ]
  for (const { path, value } of sourced) needAll('source', `${path}.sources`, value.sources)
  return problems
}

function beyondTheEnd(pack: Pack): PackProblem[] {
  const last = lastOrdinal(pack)
  const problems: PackProblem[] = []
  const within = (rule: PackRule, path: string, ordinal: number | null) => {
    if (ordinal === null || ordinal <= last) return
    problems.push({ path, rule, text: `Episode ${ordinal} lies beyond the last one, ${last}.` })
  }
  const stamped: At<{ safeAfter: SafeAfter }>[] = [
    ...at('threads', pack.threads),
    ...at('roles', pack.roles),
    ...factsOf(pack),
    ...at('seasons', pack.seasons),
    ...beatsOf(pack),
    ...at('relationships', pack.relationships),
    ...at('circles', pack.circles),
    ...membersOf(pack),
    ...at('bulletins', pack.bulletins),
    ...at('audience', pack.audience),
    ...at('trackers', pack.trackers),
    ...readingsOf(pack),
    ...at('questions', pack.questions),
    ...answersOf(pack),
    ...at('artwork', pack.artwork),
  ]
  for (const { path, value } of stamped) within('stamp-beyond-end', `${path}.safeAfter`, value.safeAfter)
  for (const { path, value } of [...factsOf(pack), ...readingsOf(pack), ...answersOf(pack)]) {
    within('episode-beyond-end', `${path}.episode`, value.episode)
  }
  for (const { path, value } of at('roles', pack.roles)) {
    within('episode-beyond-end', `${path}.firstEpisode`, value.firstEpisode)
    for (const seen of at(`${path}.seenIn`, value.seenIn)) within('episode-beyond-end', seen.path, seen.value)
  }
  for (const { path, value } of at('relationships', pack.relationships)) {
    within('episode-beyond-end', `${path}.since`, value.since)
    within('episode-beyond-end', `${path}.until`, value.until)
  }
  for (const { path, value } of at('questions', pack.questions)) {
    within('episode-beyond-end', `${path}.raised`, value.raised)
  }
  return problems
}

function earlyStamps(pack: Pack): PackProblem[] {
  const guarded = [
    ...beatsOf(pack).map(({ path, value, ordinal }) => ({ path, stamp: value.safeAfter, episode: ordinal })),
    ...[...factsOf(pack), ...readingsOf(pack), ...answersOf(pack)].map(({ path, value }) => ({
      path,
      stamp: value.safeAfter,
      episode: value.episode,
    })),
    ...at('relationships', pack.relationships).map(({ path, value }) => ({
      path,
      stamp: value.safeAfter,
      episode: value.since,
    })),
    ...at('questions', pack.questions).flatMap(({ path, value }) =>
      value.raised === null ? [] : [{ path, stamp: value.safeAfter, episode: value.raised }],
    ),
    ...picturesOf(pack).flatMap(({ path, value, ordinal }) =>
      ordinal === null ? [] : [{ path, stamp: value.safeAfter, episode: ordinal }],
    ),
  ]
  return guarded
    .filter(({ stamp, episode }) => stamp === null || stamp < episode)
    .map(({ path, stamp, episode }) => ({
      path: `${path}.safeAfter`,
      rule: 'stamp-too-early' as const,
      text: `It tells of episode ${episode} and is stamped ${stamp ?? 'as always safe'}.`,
    }))
}

/** A moment belongs to an episode: one that is always safe, or that tells of another episode, has none. */
function momentsWithoutEpisode(pack: Pack): PackProblem[] {
  const firstOf = new Map(pack.roles.map(({ key, firstEpisode }) => [key, firstEpisode]))
  const timed = [
    ...at('roles', pack.roles).map(({ path, value }) => ({ path, value, episode: value.firstEpisode })),
    ...beatsOf(pack).map(({ path, value, ordinal }) => ({ path, value, episode: ordinal })),
    ...[...factsOf(pack), ...readingsOf(pack)].map(({ path, value }) => ({
      path,
      value,
      episode: value.episode,
    })),
    ...at('relationships', pack.relationships).map(({ path, value }) => ({
      path,
      value,
      episode: value.since,
    })),
    ...picturesOf(pack).map(({ path, value, ordinal }) => ({
      path,
      value,
      episode: ordinal ?? firstOf.get(value.role ?? '') ?? 0,
    })),
  ]
  return timed
    .filter(({ value, episode }) => value.safeFromMs !== null && value.safeAfter !== episode)
    .map(({ path }) => ({
      path: `${path}.safeFromMs`,
      rule: 'moment-without-episode' as const,
      text: 'A moment needs a stamp with the episode that shows it.',
    }))
}

function earlyRoles(pack: Pack): PackProblem[] {
  const roles = new Map(pack.roles.map((role) => [role.key, role]))
  const named = [
    ...beatsOf(pack).flatMap(({ path, value, ordinal }) =>
      at(`${path}.roles`, value.roles).map((role) => ({ ...role, episode: ordinal, item: value })),
    ),
    ...at('relationships', pack.relationships).flatMap(({ path, value }) => [
      { path: `${path}.from`, value: value.from, episode: value.since, item: value },
      { path: `${path}.to`, value: value.to, episode: value.since, item: value },
    ]),
    ...membersOf(pack).map(({ path, value }) => ({
      path: `${path}.role`,
      value: value.role,
      episode: null,
      item: value,
    })),
    ...at('artwork', pack.artwork).flatMap(({ path, value }) =>
      value.role === null ? [] : [{ path: `${path}.role`, value: value.role, episode: null, item: value }],
    ),
  ]
  return named.flatMap(({ path, value, episode, item }): PackProblem[] => {
    const role = roles.get(value)
    if (role === undefined) return []
    if ((episode === null || (role.firstEpisode ?? 0) <= episode) && !opensAfter(role, item)) return []
    const when = episode === null ? 'by then' : `at episode ${episode}`
    return [{ path, rule: 'role-too-early', text: `This role is not known yet ${when}.` }]
  })
}

function brokenOrder(pack: Pack): PackProblem[] {
  const beats = beatsOf(pack)
  const byKey = new Map(beats.map((beat) => [beat.value.key, beat]))
  const links = beats.flatMap((beat) =>
    at(`${beat.path}.buildsOn`, beat.value.buildsOn).flatMap(({ path, value }): PackProblem[] => {
      const base = byKey.get(value)
      if (base === undefined) return []
      if (base.order < beat.order && !opensAfter(base.value, beat.value)) return []
      return [{ path, rule: 'builds-on-later', text: 'This beat comes later, or is safe only later.' }]
    }),
  )
  const lines = at('relationships', pack.relationships).flatMap(({ path, value }): PackProblem[] =>
    value.until === null || value.until >= value.since
      ? []
      : [{ path: `${path}.until`, rule: 'ends-before-start', text: `It begins only with ${value.since}.` }],
  )
  return [...links, ...lines]
}

/** A still is of an episode, a portrait of a role, a poster of neither. */
function picturesWithoutPlace(pack: Pack): PackProblem[] {
  return at('artwork', pack.artwork)
    .filter(
      ({ value: { kind, episode, role } }) =>
        (kind === 'still') !== (episode !== null) || (kind === 'portrait') !== (role !== null),
    )
    .map(({ path }) => ({
      path: `${path}.kind`,
      rule: 'picture-without-place' as const,
      text: 'A still names its episode, a portrait its role, and a poster neither.',
    }))
}

function relationsToThemselves(pack: Pack): PackProblem[] {
  return at('relationships', pack.relationships)
    .filter(({ value }) => value.from === value.to)
    .map(({ path }) => ({
      path: `${path}.to`,
      rule: 'relation-to-itself' as const,
      text: 'It leads from a role to the same role.',
    }))
}

const RULES: readonly ((pack: Pack) => PackProblem[])[] = [
  duplicateKeys,
  duplicateReferences,
  duplicateNumbers,
  brokenOrdinals,
  danglingReferences,
  beyondTheEnd,
  earlyStamps,
  momentsWithoutEpisode,
  earlyRoles,
  brokenOrder,
  picturesWithoutPlace,
  relationsToThemselves,
]
