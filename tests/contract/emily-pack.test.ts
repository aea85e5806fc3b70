import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPack, PACK_RULES } from '../../shared/exchange/pack-rules'
import { Pack } from '../../shared/exchange/pack-schema'

const root = resolve(import.meta.dirname, '../..')
const file = readFileSync(resolve(root, 'resources/packs/emily-in-paris.json'), 'utf8')
const pack = Pack.parse(JSON.parse(file))
const episodes = pack.seasons.flatMap((season) => season.episodes)
const beats = episodes.flatMap((episode) => episode.beats)

/** Every text of a value that a person may read: keys, addresses and dates are left out. */
function textsOf(value: unknown): string[] {
  const silent = new Set([
    'key',
    'url',
    'date',
    'safeAfter',
    'sources',
    'threads',
    'roles',
    'person',
    'from',
    'to',
  ])
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (silent.has(name) ? [] : textsOf(inner)))
}

/** Whether one of these items says all of these words, whatever their case. */
function says(items: readonly object[], ...words: string[]): boolean {
  return items.some((item) => {
    const text = textsOf(item).join(' ').toLowerCase()
    return words.every((word) => text.includes(word.toLowerCase()))
  })
}

describe('the bundled pack', () => {
  it('keeps every rule', () => {
    expect(checkPack(pack)).toEqual([])
  })

  it('looks at the show from the day on which season 2 went into production', () => {
    expect(pack.pack).toMatchObject({ id: 'emily-in-paris', asOf: '2021-05-03', language: 'en' })
  })

  it('has all twenty episodes of seasons 1 and 2, numbered through', () => {
    expect(pack.seasons.map((season) => season.episodes.map(({ number }) => number))).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ])
    expect(episodes.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    expect(episodes.slice(0, 10).every(({ airDate }) => airDate === '2020-10-02')).toBe(true)
    expect(episodes.slice(10).every(({ airDate }) => airDate === '2021-12-22')).toBe(true)
  })

  it('invents no runtime', () => {
    expect(episodes.map(({ runtimeMinutes }) => runtimeMinutes)).toEqual(episodes.map(() => null))
  })

  it.each(episodes)('tells $key in three to seven beats, each safe after its own episode', (episode) => {
    expect(episode.beats.length).toBeGreaterThanOrEqual(3)
    expect(episode.beats.length).toBeLessThanOrEqual(7)
    expect(episode.beats.every(({ safeAfter }) => safeAfter === episode.ordinal)).toBe(true)
  })

  it('says in two or three sentences where each episode ends', () => {
    const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
    for (const { key, standing } of episodes) {
      const count = [...sentences.segment(standing ?? '')].length
      expect(count, key).toBeGreaterThanOrEqual(2)
      expect(count, key).toBeLessThanOrEqual(3)
    }
  })

  it('has seven leads, whose names and actors are public, and stamps everybody else', () => {
    const leads = pack.roles.filter(({ group }) => group === 'lead')
    expect(leads.map(({ shortName }) => shortName)).toEqual([
      'Emily',
      'Sylvie',
      'Mindy',
      'Gabriel',
      'Camille',
      'Julien',
      'Luc',
    ])
    expect(leads.every(({ safeAfter, person }) => safeAfter === null && person !== null)).toBe(true)
    const others = pack.roles.filter(({ group }) => group === 'recurring' || group === 'guest')
    expect(
      others.every(({ safeAfter, firstEpisode }) => safeAfter !== null && safeAfter === firstEpisode),
    ).toBe(true)
  })

  it('lists only sources that it uses and people who play or make something', () => {
    const cited = new Set<string>()
    JSON.stringify(pack, (name, value: unknown) => {
      if (name === 'sources' && Array.isArray(value)) for (const key of value) cited.add(String(key))
      return value
    })
    expect(Object.keys(pack.sources).filter((key) => !cited.has(key))).toEqual([])
    const people = new Set(pack.roles.map(({ person }) => person))
    expect(pack.people.filter(({ key }) => !people.has(key))).toEqual([])
    const threads = new Set(beats.flatMap((beat) => beat.threads))
    expect(pack.threads.filter(({ key }) => !threads.has(key))).toEqual([])
  })

  it('sets its texts with care: round quotation marks, one space, no shouting', () => {
    const careless = textsOf(pack).filter((text) => /['"`]| {2}|\.\.\.|!(?!$)|\s$/.test(text))
    expect(careless).toEqual([])
    const titles = new Set(episodes.map(({ title }) => title))
    expect(textsOf(pack).filter((text) => text.includes('!') && !titles.has(text))).toEqual([])
  })
})

describe('what the announcement of 3 May 2021 said', () => {
  const of = (kind: Pack['bulletins'][number]['kind']) => pack.bulletins.filter((item) => item.kind === kind)

  it('season 2 is officially in production, in Paris and Saint-Tropez', () => {
    expect(says(of('milestone'), 'officially in production', 'cast and crew', 'Paris', 'Saint-Tropez')).toBe(
      true,
    )
    expect(of('milestone').find(({ stage }) => stage === 'production')).toMatchObject({
      date: '2021-05-03',
      season: 2,
      safeAfter: null,
    })
  })

  it('it had been renewed on 11 November 2020', () => {
    expect(of('milestone').find(({ stage }) => stage === 'renewed')).toMatchObject({
      date: '2020-11-11',
      season: 2,
    })
  })

  it('Darren Star and Lily Collins have their say, restated and never quoted', () => {
    expect(says(of('statement'), 'Darren Star', 'Creator', 'thrilled', 'second season', 'adventures')).toBe(
      true,
    )
    expect(says(of('statement'), 'Lily Collins', 'art', 'relief', 'honoured', 'Paris', 'about Emily')).toBe(
      true,
    )
    expect(of('statement').some(({ text }) => /[“”]/.test(text))).toBe(false)
  })

  it('critics were divided, the audience was large, and it was the most watched comedy of 2020', () => {
    expect(says(of('reception'), 'divided', 'critics', '58 million', 'households', 'people')).toBe(true)
    expect(says(of('reception'), 'most watched comedy of 2020')).toBe(true)
  })

  it('the 58 million are given in every reading, each with its own sources', () => {
    expect(pack.audience.map(({ unit, value }) => [unit, value])).toEqual([
      ['households', 58_000_000],
      ['people', 58_000_000],
      ['fans', 58_000_000],
    ])
    expect(pack.audience[0]?.windowDays).toBe(28)
    expect(pack.audience[1]?.windowDays).toBe(28)
    expect(pack.audience[1]?.sources).not.toEqual(pack.audience[0]?.sources)
  })

  it('where we left off: a project with Pierre Cadault and a triangle', () => {
    expect(says(of('story'), 'ambitious project', 'Pierre Cadault')).toBe(true)
    expect(says(of('story'), 'triangle', 'Camille', 'neighbour Gabriel')).toBe(true)
    expect(of('story').every(({ safeAfter }) => safeAfter === 10)).toBe(true)
  })

  it.each([
    [['Mindy', 'gig', 'cabaret singer']],
    [['Emily', 'respect', 'Sylvie', 'stern boss']],
    [['Emily', 'follower count']],
  ])('it asks about %j, as news and on the board', (words) => {
    expect(says(of('question'), ...words)).toBe(true)
    expect(says(pack.questions, ...words)).toBe(true)
  })

  it('it names six of the cast', () => {
    const named = [
      ['Lily Collins', 'Emily'],
      ['Lucas Bravo', 'Gabriel'],
      ['Camille Razat', 'Camille'],
      ['Ashley Park', 'Mindy'],
      ['Philippine Leroy-Beaulieu', 'Sylvie'],
      ['Jean-Christophe Bouvet', 'Pierre Cadault'],
    ]
    for (const [actor = '', character = ''] of named) {
      expect(says(of('milestone'), `${actor}`, character), actor).toBe(true)
      const role = pack.roles.find(({ name, shortName }) => name === character || shortName === character)
      expect(pack.people.find(({ key }) => key === role?.person)?.name).toBe(actor)
    }
  })

  it('the premiere is known only to those who have begun season 2', () => {
    expect(pack.bulletins.find(({ stage }) => stage === 'premiere')).toMatchObject({
      date: '2021-12-22',
      season: 2,
      safeAfter: 11,
    })
  })
})

describe('what is asked and counted', () => {
  it('every question was raised by the end of season 1 and has an answer', () => {
    expect(pack.questions).toHaveLength(11)
    for (const { key, raised, safeAfter, answer } of pack.questions) {
      expect([raised, safeAfter], key).toEqual([10, 10])
      expect(answer?.safeAfter, key).toBe(answer?.episode)
      expect(answer?.episode, key).toBeGreaterThan(10)
    }
  })

  it('Emily’s followers have the readings that sources give, and no others', () => {
    const [tracker] = pack.trackers
    expect(tracker?.handle).toBeNull()
    expect(tracker?.readings.map(({ episode, value }) => [episode, value])).toEqual([
      [1, 48],
      [1, 58],
      [1, 53],
      [1, 200],
      [2, 230],
      [2, 1435],
      [4, 10_400],
      [10, null],
    ])
    expect(tracker?.readings.filter(({ disputed }) => disputed).map(({ value }) => value)).toEqual([58])
    expect(tracker?.readings.at(-1)?.words).toBe('tens of thousands')
  })
})

describe('before the first episode', () => {
  it('nothing that is always safe names a role that is met only later', () => {
    const always = <T extends { safeAfter: number | null }>(items: readonly T[]) =>
      items.filter(({ safeAfter }) => safeAfter === null)
    const roles = always(pack.roles).map(({ name, shortName, work }) => ({ name, shortName, work }))
    const visible = textsOf([
      pack.pack,
      Object.values(pack.sources),
      pack.show,
      always(pack.threads),
      roles,
      always(beats),
      always(pack.roles.flatMap((role) => role.facts)),
      always(pack.relationships),
      always(pack.bulletins),
      always(pack.audience),
      always(pack.trackers).map(({ name, unit }) => ({ name, unit })),
      always(pack.questions),
    ])
    const later = pack.roles.filter(({ group, safeAfter }) => group !== 'crew' && safeAfter !== null)
    expect(later.length).toBeGreaterThan(15)
    for (const { name, shortName } of later) {
      const named = visible.filter((text) => new RegExp(`\\b(?:${name}|${shortName})\\b`).test(text))
      expect(named, name).toEqual([])
    }
  })

  it('no plot is always safe', () => {
    const plot = [...beats, ...pack.roles.flatMap((role) => role.facts), ...pack.relationships]
    expect(plot.filter(({ safeAfter }) => safeAfter === null)).toEqual([])
  })

  it('Sylvie’s husband is a secret until the episode that tells of him', () => {
    const told = [...beats, ...pack.roles, ...pack.roles.flatMap((role) => role.facts), ...pack.relationships]
    const telling = told.filter((item) => /husband|laurent/i.test(JSON.stringify({ ...item, facts: [] })))
    expect(telling.map(({ key }) => key).sort()).toEqual([
      'laurent',
      'laurent-husband',
      'laurent-insulted',
      's2e2-husband',
      'sylvie-husband',
      'sylvie-laurent',
    ])
    expect(telling.every(({ safeAfter }) => safeAfter === 12)).toBe(true)
  })
})

describe('the documentation of the format', () => {
  const docs = readFileSync(resolve(root, 'docs/pack-format.md'), 'utf8')

  it('explains every rule', () => {
    expect(PACK_RULES.filter((rule) => !docs.includes(`\`${rule}\``))).toEqual([])
  })

  it('ends with a small pack that may be applied', () => {
    const example = docs.split('## A small pack')[1]?.match(/```json\n([\s\S]*?)```/)?.[1] ?? ''
    expect(checkPack(Pack.parse(JSON.parse(example)))).toEqual([])
  })
})
