import type { SafeAfter } from '../veil/schema'
import type { PackProblem } from './pack-problem'
import type { Pack } from './pack-schema'
import {
  type At,
  answersOf,
  at,
  beatsOf,
  episodesOf,
  factsOf,
  opensAfter,
  type Role,
  readingsOf,
} from './pack-walk'

/** One text that a screen may show, and the stamp under which it does. */
interface StampedText {
  path: string
  text: string
  safeAfter: SafeAfter
  safeFromMs?: number | null
}

/** Single names that are words as well: a sentence may begin with one and mean nobody. */
const COMMON_WORDS = new Set(
  `Amber April Art August Autumn Bill Bishop Bob Boss Captain Chance Chase Chuck Colonel Crystal Daisy Dawn
  Destiny Detective Doctor Drew Duke Earl Faith Father Frank General Gene Ginger Grace Grant Guy Harmony Heath
  Holly Honor Hope Hunter Iris Ivy Jack Jade Jasmine Joy June King Lily Mark Mason Max May Melody Mercy Miles
  Mother Nick Olive Page Pat Patience Penny Pepper Pierce Poppy Prince Princess Queen Ray Reed Rich Rob Robin
  Rose Ruby Rusty Sage Sandy Scout Sergeant Sky Stone Sue Summer Sunny Victor Violet Wade Will Winter`.split(
    /\s+/,
  ),
)

function stampedTexts(pack: Pack): StampedText[] {
  const { about, title } = pack.pack
  const texts: {
    path: string
    texts: Record<string, string | null>
    safeAfter: SafeAfter
    safeFromMs?: number | null
  }[] = [
    { path: 'pack', texts: { title, about }, safeAfter: null },
    { path: 'show', texts: { title: pack.show.title, premise: pack.show.premise }, safeAfter: null },
    ...Object.entries(pack.sources).map(([key, source]) => ({
      path: `sources.${key}`,
      texts: { title: source.title },
      safeAfter: null,
    })),
    ...spread(at('threads', pack.threads), ({ name }) => ({ name })),
    ...spread(at('roles', pack.roles), ({ work }) => ({ work })),
    ...spread(factsOf(pack), ({ text }) => ({ text })),
    ...episodesOf(pack).map(({ path, value }) => ({
      path,
      texts: { title: value.title, standing: value.standing },
      safeAfter: value.ordinal,
    })),
    ...spread(beatsOf(pack), ({ text }) => ({ text })),
    ...spread(at('relationships', pack.relationships), ({ label, labelBack, text }) => ({
      label,
      labelBack,
      text,
    })),
    ...spread(at('circles', pack.circles), ({ name }) => ({ name })),
    ...at('orders', pack.orders).map(({ path, value }) => ({
      path,
      texts: { name: value.name },
      safeAfter: null,
    })),
    ...spread(at('bulletins', pack.bulletins), ({ headline, text }) => ({ headline, text })),
    ...spread(at('audience', pack.audience), ({ text }) => ({ text })),
    ...spread(at('trackers', pack.trackers), ({ name, handle, unit }) => ({ name, handle, unit })),
    ...spread(readingsOf(pack), ({ point, words, note }) => ({ point, words, note })),
    ...spread(at('questions', pack.questions), ({ text }) => ({ text })),
    ...spread(answersOf(pack), ({ text }) => ({ text })),
    ...spread(at('artwork', pack.artwork), ({ alt, credit }) => ({ alt, credit })),
  ]
  return texts.flatMap((item) =>
    Object.entries(item.texts).flatMap(([field, text]) =>
      text === null ? [] : [{ ...item, path: `${item.path}.${field}`, text }],
    ),
  )
}

function spread<T extends { safeAfter: SafeAfter; safeFromMs?: number | null }>(
  items: readonly At<T>[],
  textsOf: (value: T) => Record<string, string | null>,
) {
  return items.map(({ path, value }) => ({
    path,
    texts: textsOf(value),
    safeAfter: value.safeAfter,
    safeFromMs: value.safeFromMs ?? null,
  }))
}

/** Texts that are looked through in one step. */
const TEXTS_PER_STEP = 500

/**
 * Finds the texts that name a role whose own stamp is later than theirs. Names are found as whole words,
 * with their capitals. Crew are jobs, not names, and are left out; a name that several roles bear counts
 * only when all of them are still to come.
 */
export function* laterNames(pack: Pack): Generator<void, PackProblem[]> {
  const bearers = new Map<string, At<Role>[]>()
  for (const role of at('roles', pack.roles).filter(({ value }) => value.group !== 'crew')) {
    for (const name of new Set([role.value.name.normalize('NFC'), role.value.shortName.normalize('NFC')])) {
      if (!COMMON_WORDS.has(name)) bearers.set(name, [...(bearers.get(name) ?? []), role])
    }
  }
  if (bearers.size === 0) return []
  const longestFirst = [...bearers.keys()].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const problems: PackProblem[] = []
  for (const [index, { path, text, ...stamp }] of stampedTexts(pack).entries()) {
    if (index % TEXTS_PER_STEP === 0) yield
    const found = new Set([...text.normalize('NFC').matchAll(anyName)].map(([name]) => name))
    for (const name of found) {
      const roles = bearers.get(name) ?? []
      if (!roles.every(({ value }) => opensAfter(value, stamp))) continue
      const places = roles.map((role) => role.path).join(' and ')
      problems.push({ path, rule: 'names-later-role', text: `It names ${places}, whose own stamp is later.` })
    }
  }
  return problems
}
