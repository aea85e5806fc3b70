import { AppError } from '@shared/app-error'
import { bareWords } from '@shared/bare-words'
import { type Item, type Kind, referencesOf } from '@shared/exchange/flat-fields'
import { asFlat, type Lists, seasonKey, unflatten } from '@shared/exchange/flat-pack'
import { stampOfItem, textOf } from '@shared/exchange/item-words'
import { aboutItem, findingsIn } from '@shared/studio/rules'
import type {
  Findings,
  ListOf,
  Outline,
  Preview,
  PreviewRows,
  PreviewRowsOf,
  StudioItem,
  StudioList,
} from '@shared/studio/schema'
import { redact, upTo } from '@shared/veil/rules'
import type { Reach, SafeAfter, Veil } from '@shared/veil/schema'

/** Rows of one answer. */
const PAGE = 100

/** The kinds that a preview shows: what the real screens show of a pack. */
const SHOWN: readonly Kind[] = [
  'episode',
  'beat',
  'role',
  'fact',
  'relationship',
  'circle',
  'thread',
  'bulletin',
  'audience',
  'tracker',
  'reading',
  'question',
  'artwork',
]

const stampIn = (kind: Kind, item: Item): SafeAfter =>
  ((kind === 'episode' ? item.ordinal : item.safeAfter) ?? null) as SafeAfter

export function mustFind(lists: Lists, kind: Kind, key: string): Item {
  const item = lists[kind].find((each) => each.key === key)
  if (!item) throw new AppError('not-found', `no such ${kind}`, { what: kind })
  return item
}

/** What the outline says of the items themselves. */
export function outlineOf(
  lists: Lists,
): Pick<Outline, 'title' | 'version' | 'counts' | 'seasons' | 'episodes'> {
  const flat = asFlat(lists)
  const numbers = new Map(flat.season.map(({ key, number }) => [key, number]))
  return {
    title: flat.show[0]?.title ?? '',
    version: flat.pack[0]?.version ?? '',
    counts: Object.fromEntries(
      Object.entries(lists).map(([kind, items]) => [kind, items.length]),
    ) as Outline['counts'],
    seasons: flat.season.map(({ number }) => ({ key: seasonKey(number), number })),
    episodes: flat.episode.map(({ key, number, ordinal, title, special, parent }) => ({
      key,
      season: numbers.get(parent) ?? 0,
      number,
      ordinal,
      title,
      special,
    })),
  }
}

/** The items of a kind that a search finds, a page at a time. */
export function listOf(
  lists: Lists,
  { kind, parent, search, offset }: Omit<ListOf, 'workshopId'>,
): StudioList {
  const wanted = bareWords(search.trim())
  const rows = lists[kind]
    .filter((item) => parent === null || item.parent === parent)
    .map((item) => ({
      key: item.key,
      text: textOf(kind, item),
      about: aboutItem(kind, item, lists),
      safeAfter: stampIn(kind, item),
    }))
    .filter(({ text, about }) => wanted === '' || bareWords(`${text} ${about}`).includes(wanted))
  return { total: rows.length, rows: rows.slice(offset, offset + PAGE) }
}

/** One item with its fields, and the names of what it refers to. */
export function itemOf(lists: Lists, kind: Kind, key: string): StudioItem {
  const { key: _key, ordinal: _ordinal, ...fields } = mustFind(lists, kind, key)
  const names: Record<string, string> = {}
  for (const reference of referencesOf(kind, { key, ...fields })) {
    const found = lists[reference.kind].find((each) => each.key === reference.key)
    if (found) names[`${reference.kind}/${reference.key}`] = textOf(reference.kind, found)
  }
  return { kind, key, fields: fields as StudioItem['fields'], names }
}

/** What the check finds. */
export function findingsOf(lists: Lists): Findings {
  const found = findingsIn(unflatten(asFlat(lists)))
  const rows = found.slice(0, PAGE).map((finding) => {
    const item = lists[finding.kind].find(({ key }) => key === finding.key)
    return { ...finding, text: item ? textOf(finding.kind, item) : '' }
  })
  return { total: found.length, rows }
}

type PreviewRow = Veil | (PreviewRows['rows'][number] & { readonly veiled: false })

/** Every row of a kind as somebody at a reach would meet it. */
function previewed(lists: Lists, kind: Kind, reach: Reach): PreviewRow[] {
  const horizon = upTo(reach)
  const rows = lists[kind].map((item) =>
    redact(stampOfItem(kind, item, lists), horizon, () => ({
      key: item.key,
      text: textOf(kind, item),
      about: aboutItem(kind, item, lists),
    })),
  )
  return kind === 'question' ? [...rows, ...answersAt(lists, reach)] : rows
}

/** The answers to open questions, each a row of its own with the question above it. */
function answersAt(lists: Lists, reach: Reach): PreviewRow[] {
  return asFlat(lists).question.flatMap(({ key, text, answer, safeAfter }) => {
    if (!answer) return []
    const stamp = Math.max(answer.safeAfter ?? 0, safeAfter ?? 0)
    return redact((stamp === 0 ? null : stamp) as SafeAfter, upTo(reach), () => ({
      key,
      text: answer.text,
      about: text,
    }))
  })
}

/** How much of every kind somebody at a reach would see. */
export const previewOf = (lists: Lists, reach: Reach): Preview =>
  SHOWN.map((kind) => {
    const rows = previewed(lists, kind, reach)
    const open = rows.filter(({ veiled }) => !veiled).length
    return { kind, open, veiled: rows.length - open }
  })

/** What is open of a kind at a reach, a page at a time, and how many veils lift after which episode. */
export function previewRowsOf(
  lists: Lists,
  { kind, reach, offset }: Omit<PreviewRowsOf, 'workshopId'>,
): PreviewRows {
  const all = SHOWN.includes(kind) ? previewed(lists, kind, reach) : []
  const rows = all.flatMap((row) => (row.veiled ? [] : [{ key: row.key, text: row.text, about: row.about }]))
  const counts = new Map<SafeAfter, number>()
  for (const row of all) if (row.veiled) counts.set(row.safeAfter, (counts.get(row.safeAfter) ?? 0) + 1)
  const veils = [...counts]
    .map(([safeAfter, count]) => ({ safeAfter, count }))
    .sort((a, b) => (a.safeAfter ?? 0) - (b.safeAfter ?? 0))
  return { total: rows.length, rows: rows.slice(offset, offset + PAGE), veils }
}
