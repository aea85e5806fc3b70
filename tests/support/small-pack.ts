import type { z } from 'zod'
import { checkPack } from '../../shared/exchange/pack-rules'
import { Pack } from '../../shared/exchange/pack-schema'

/** Small packs for tests of the rules: sound as they are, and changed in one place at a time. */
export type PackInput = z.input<typeof Pack>
export type SeasonInput = PackInput['seasons'][number]
export type EpisodeInput = SeasonInput['episodes'][number]
export type BeatInput = EpisodeInput['beats'][number]
export type RoleInput = PackInput['roles'][number]
export type RelationshipInput = PackInput['relationships'][number]
export type QuestionInput = PackInput['questions'][number]
export type PictureInput = NonNullable<PackInput['artwork']>[number]

export const sources = ['weekly']

export function beat(change: Partial<BeatInput> = {}): BeatInput {
  return {
    key: 'a',
    text: 'A letter arrives.',
    safeAfter: 1,
    threads: ['house'],
    roles: [],
    sources,
    buildsOn: [],
    ...change,
  }
}

export function episode(ordinal: number, change: Partial<EpisodeInput> = {}): EpisodeInput {
  return {
    key: `e${ordinal}`,
    number: ordinal,
    ordinal,
    title: `Part ${ordinal}`,
    airDate: null,
    runtimeMinutes: null,
    standing: 'The letter is still closed.',
    beats: [],
    sources,
    ...change,
  }
}

export function role(change: Partial<RoleInput> = {}): RoleInput {
  return {
    key: 'ada',
    name: 'Ada Holm',
    shortName: 'Ada',
    person: null,
    group: 'lead',
    tone: 'nuit',
    work: null,
    firstEpisode: 1,
    safeAfter: null,
    facts: [],
    sources,
    ...change,
  }
}

/** Somebody who is met in the third episode. */
export const bruno = role({
  key: 'bruno',
  name: 'Bruno Falk',
  shortName: 'Bruno',
  firstEpisode: 3,
  safeAfter: 3,
})

/** Somebody who is there from the start. */
export const ben = role({ key: 'ben', name: 'Ben Lind', shortName: 'Ben' })

export function picture(change: Partial<PictureInput> = {}): PictureInput {
  return {
    key: 'poster',
    kind: 'poster',
    file: 'art/poster.png',
    alt: 'A house by night',
    credit: 'Made for tests',
    safeAfter: null,
    ...change,
  }
}

export function fact(change: Partial<RoleInput['facts'][number]> = {}): RoleInput['facts'][number] {
  return { key: 'letter', text: 'Receives a letter', episode: 2, safeAfter: 2, sources, ...change }
}

export function relationship(change: Partial<RelationshipInput> = {}): RelationshipInput {
  return {
    key: 'r',
    from: 'ada',
    to: 'ben',
    kind: 'friends',
    label: 'neighbours',
    since: 2,
    until: null,
    safeAfter: 2,
    sources,
    ...change,
  }
}

export function question(change: Partial<QuestionInput> = {}): QuestionInput {
  return {
    key: 'q',
    kind: 'prediction',
    text: 'Is the letter opened?',
    raised: 1,
    safeAfter: 1,
    answer: null,
    sources,
    ...change,
  }
}

export function season(episodes: EpisodeInput[], number = 1): SeasonInput {
  return { number, safeAfter: null, episodes }
}

/** The smallest show with something to check: one season of three episodes, one role, no texts that tell. */
export function pack(change: Partial<PackInput> = {}): Pack {
  return Pack.parse({
    format: 'entracte-pack',
    formatVersion: 1,
    pack: {
      id: 'house',
      version: '1.0.0',
      language: 'en',
      title: 'House',
      about: 'A pack for tests.',
      licence: 'MIT',
      asOf: '2021-05-03',
    },
    sources: { weekly: { title: 'The Weekly' } },
    show: {
      title: 'House',
      emphasis: null,
      creator: null,
      network: null,
      genre: null,
      premise: 'A house and a letter.',
      firstAired: null,
      sources,
    },
    threads: [{ key: 'house', name: 'House', safeAfter: null }],
    people: [{ key: 'ines', name: 'Ines Roth' }],
    roles: [role()],
    seasons: [season([episode(1), episode(2), episode(3)])],
    relationships: [],
    bulletins: [],
    audience: [],
    trackers: [],
    questions: [],
    ...change,
  })
}

/** The same show with these beats in its second episode. */
export function packWithBeats(...beats: BeatInput[]): Pack {
  return pack({ roles: [role(), bruno], seasons: [season([episode(1), episode(2, { beats }), episode(3)])] })
}

export function problems(of: Pack): string[] {
  return checkPack(of).map(({ rule, path }) => `${rule} ${path}`)
}
