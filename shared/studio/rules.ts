import { bareWords } from '../bare-words'
import type { Item, Kind } from '../exchange/flat-fields'
import { asLists, flatten, type Lists, seasonKey } from '../exchange/flat-pack'
import { textOf } from '../exchange/item-words'
import type { PackProblem, PackRule } from '../exchange/pack-problem'
import { checkPack, checkStructure } from '../exchange/pack-rules'
import { Pack } from '../exchange/pack-schema'
import { type ProblemPlace, placeInPack } from '../exchange/problem-place'
import type { IsoDate } from '../time'
import type { EpisodeOrdinal } from '../veil/schema'
import type { FindingRule, NewShow } from './schema'

/** Rules that an edit may break and the check tells: none of them opens a veil. Every other one refuses it. */
const TOLD: ReadonlySet<PackRule> = new Set<PackRule>(['role-too-early', 'names-later-role'])

export type FoundProblem = ProblemPlace & { readonly rule: FindingRule }

const placed = (pack: Pack, { rule, path }: PackProblem): FoundProblem => ({
  rule,
  ...placeInPack(pack, path),
})

const nameOf = ({ rule, kind, key, field }: FoundProblem): string => [rule, kind, key, field].join(' ')

/**
 * What an edit breaks that held before it, and must not: a reference to nothing, a stamp too early or beyond
 * the end, a circle of beats. Null when it may be kept.
 */
export function whatBreaks(before: Pack, after: Pack): FoundProblem | null {
  const broken = (pack: Pack) =>
    checkStructure(pack)
      .filter(({ rule }) => !TOLD.has(rule))
      .map((problem) => placed(pack, problem))
  const known = new Set(broken(before).map(nameOf))
  return broken(after).find((problem) => !known.has(nameOf(problem))) ?? null
}

/** Everything that stands between a show and a pack that others can read, in the order of the pack's parts. */
export function findingsIn(pack: Pack): FoundProblem[] {
  const parsed = Pack.safeParse(pack)
  const incomplete = (parsed.success ? [] : parsed.error.issues).map(
    ({ path }): FoundProblem => ({
      rule: 'incomplete',
      ...placeInPack(
        pack,
        path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join(''),
      ),
    }),
  )
  const all = [...incomplete, ...checkPack(pack).map((problem) => placed(pack, problem))]
  return [...new Map(all.map((problem) => [nameOf(problem), problem])).values()]
}

/** A second line for an item in a list: who is meant, or what it hangs on. */
export function aboutItem(kind: Kind, item: Item, lists: Lists): string {
  const named = (of: Kind, key: unknown): string => {
    const found = lists[of].find((each) => each.key === key)
    return found ? textOf(of, found) : ''
  }
  if (kind === 'role') return item.person ? named('person', item.person) : ''
  if (kind === 'fact') return named('role', item.parent)
  if (kind === 'beat') return named('episode', item.parent)
  if (kind === 'reading') return named('tracker', item.parent)
  if (kind === 'artwork') return named('role', item.role) || named('episode', item.episode)
  if (kind === 'relationship') return `${named('role', item.from)} · ${named('role', item.to)}`
  return ''
}

const slug = (title: string): string =>
  bareWords(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')

/**
 * The pack of a show that somebody begins: seasons and episodes to be named, one source to cite, nothing told.
 *
 * @param today the day from which it looks at the show
 * @param mark random letters that no other pack has: lower case and digits
 */
export function newPack(
  { title, seasons, source, episode, language }: NewShow,
  today: IsoDate,
  mark: string,
): Pack {
  const sources = ['own']
  let ordinal = 0
  return {
    format: 'entracte-pack',
    formatVersion: 1,
    pack: {
      id: ['own', slug(title), mark].filter((part) => part !== '').join('-'),
      version: '1.0.0',
      language,
      title,
      about: '',
      licence: '',
      asOf: today,
    },
    sources: { own: { title: source } },
    show: {
      title,
      emphasis: null,
      creator: null,
      network: null,
      genre: null,
      premise: '',
      firstAired: null,
      sources,
    },
    threads: [],
    people: [],
    roles: [],
    seasons: seasons.map((count, index) => ({
      number: index + 1,
      safeAfter: null,
      episodes: Array.from({ length: count }, (_value, at) => {
        ordinal += 1
        return {
          key: `${seasonKey(index + 1)}e${at + 1}`,
          number: at + 1,
          ordinal: ordinal as EpisodeOrdinal,
          special: false,
          title: `${episode} ${at + 1}`,
          airDate: null,
          runtimeMinutes: null,
          writers: [],
          directors: [],
          standing: null,
          beats: [],
          sources,
        }
      }),
    })),
    relationships: [],
    circles: [],
    orders: [],
    bulletins: [],
    audience: [],
    trackers: [],
    questions: [],
    artwork: [],
  }
}

/** The items of a pack by kind. */
export const listsOf = (pack: Pack): Lists => asLists(flatten(pack))
