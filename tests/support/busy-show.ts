import { Pack } from '../../shared/exchange/pack-schema'

export interface BusyShape {
  readonly episodes: number
  readonly roles: number
  readonly relationships: number
  readonly beats: number
  readonly facts: number
}

/** Numbers that look thrown, the same every time: a linear congruence (Numerical Recipes, 7.1). */
function dice() {
  let state = 20210504
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const FIRST = [
  'Ada',
  'Bruno',
  'Cléo',
  'Dora',
  'Emil',
  'Fanny',
  'Gaspard',
  'Hélène',
  'Ivo',
  'Josephine',
  'Karim',
  'Lou',
]
const LAST = ['Holm', 'Falk', 'Lund', 'Roth', 'Montclair', 'de La Tour']
const TONES = ['rouge', 'nuit', 'ocre', 'sapin', 'prune', 'rose', 'ardoise', 'sable'] as const
const KINDS = ['loves', 'family', 'works-for', 'client', 'friends', 'at-odds'] as const
const LABELS = [
  'together',
  'married',
  'boss',
  'perfume',
  'friends',
  'rivals',
  'fell out over the letter',
  'cousins',
]

/** A show far larger than the one that comes with the app: sound, made up, and always the same. */
export function busyShow({ episodes, roles, relationships, beats, facts }: BusyShape): Pack {
  const throwDie = dice()
  const sources = ['src']
  const perSeason = 10
  // most of the cast is there from the start, the others come one by one
  const enters = Array.from({ length: roles }, (_value, at) =>
    at < roles / 3 ? 1 : 1 + Math.floor(((at - roles / 3) / roles) * episodes),
  )
  const entered = (at: number) => enters[at] ?? 1
  const later = (from: number) => Math.min(episodes, from + throwDie(Math.max(1, episodes - from)))
  const each = <T>(count: number, make: (at: number) => T): T[] =>
    Array.from({ length: count }, (_value, at) => make(at))
  return Pack.parse({
    format: 'entracte-pack',
    formatVersion: 1,
    pack: {
      id: 'busy',
      version: '1.0.0',
      language: 'en',
      title: 'A busy house',
      about: 'Made up.',
      licence: 'MIT',
      asOf: '2021-05-03',
    },
    sources: { src: { title: 'A source' } },
    show: {
      title: 'A busy house',
      emphasis: null,
      creator: null,
      network: null,
      genre: null,
      premise: 'Everybody knows everybody.',
      firstAired: null,
      sources,
    },
    threads: [{ key: 'house', name: 'House', safeAfter: null }],
    people: [],
    roles: each(roles, (at) => {
      const first = FIRST[at % FIRST.length] ?? ''
      const turn = Math.floor(at / FIRST.length)
      return {
        key: `role-${at}`,
        name: `${first} ${LAST[(at + turn) % LAST.length]} ${turn + 1}`,
        shortName: turn === 0 ? first : `${first} ${LAST[(at + turn) % LAST.length]}`.slice(0, 16),
        person: null,
        group: at < 7 ? 'lead' : at < roles / 2 ? 'recurring' : 'guest',
        tone: TONES[at % TONES.length],
        work: null,
        firstEpisode: entered(at),
        seenIn: [entered(at)],
        safeAfter: entered(at),
        facts: each(Math.floor(facts / roles), (nth) => {
          const episode = later(entered(at))
          return { key: `fact-${at}-${nth}`, text: 'Opens a door.', episode, safeAfter: episode, sources }
        }),
        sources,
      }
    }),
    seasons: each(Math.ceil(episodes / perSeason), (season) => ({
      number: season + 1,
      safeAfter: null,
      episodes: each(Math.min(perSeason, episodes - season * perSeason), (nth) => {
        const ordinal = season * perSeason + nth + 1
        const known = each(roles, (at) => at).filter((at) => entered(at) <= ordinal)
        return {
          key: `e${ordinal}`,
          number: nth + 1,
          ordinal,
          title: `Part ${ordinal}`,
          airDate: null,
          runtimeMinutes: 25,
          beats: each(Math.floor(beats / episodes), (beat) => ({
            key: `beat-${ordinal}-${beat}`,
            text: 'A door opens.',
            safeAfter: ordinal,
            threads: ['house'],
            roles: [...new Set([throwDie(known.length), throwDie(known.length)])].map((at) => `role-${at}`),
            sources,
          })),
          sources,
        }
      }),
    })),
    relationships: each(relationships, (nth) => {
      // a few people have most of the lines
      const from = throwDie(3) === 0 ? throwDie(7) : throwDie(roles)
      const to = (from + 1 + throwDie(roles - 1)) % roles
      const since = later(Math.max(entered(from), entered(to)))
      const until = throwDie(4) === 0 ? later(since) : null
      return {
        key: `line-${nth}`,
        from: `role-${from}`,
        to: `role-${to}`,
        kind: KINDS[throwDie(KINDS.length)],
        label: LABELS[throwDie(LABELS.length)],
        since,
        until,
        safeAfter: since,
        sources,
      }
    }),
    circles: each(4, (circle) => ({
      key: `circle-${circle}`,
      name: `Floor ${circle + 1}`,
      safeAfter: 1,
      members: each(5, (nth) => circle * 6 + nth + 1)
        .filter((at) => at < roles)
        .map((at) => ({ role: `role-${at}`, safeAfter: entered(at) })),
    })),
    bulletins: [],
    audience: [],
    trackers: [],
    questions: [],
  })
}
