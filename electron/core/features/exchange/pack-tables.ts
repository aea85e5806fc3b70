import type { Item, Kind } from '@shared/exchange/flat-fields'

export type Value = string | number | null | Uint8Array

/** One column of a kind's table, and the field of the item that it holds. */
interface Column {
  readonly column: string
  /** `answer.text` for a field of a field. */
  readonly field: string
  readonly write: (value: unknown) => Value
  readonly read: (value: Value) => unknown
  /** The kind whose row id stands here in place of its key. */
  readonly to?: Kind
}

/** A list of an item's that has a table of its own, one row for each entry. */
export interface LinkTable {
  readonly table: string
  /** The column with the id of the item. */
  readonly owner: string
  readonly field: string
  /** The column with the entry: the id of a row of kind `to`, or the entry itself. */
  readonly column: string
  readonly to?: Kind
  /** The field of the entry that `column` holds, when entries are objects. */
  readonly entry?: string
  readonly columns?: readonly Column[]
  readonly ordered: boolean
}

/** How the items of one kind lie in the database: told once, for both directions. */
export interface PackTable {
  readonly kind: Kind
  readonly table: string
  /** The column with the id of what the item hangs on; the show for what hangs on nothing else. */
  readonly parent: string
  readonly columns: readonly Column[]
  readonly links: readonly LinkTable[]
  /** Whether rows know their place; others are ordered by a column. */
  readonly order: string
  /** Rows that are a person's own and no part of the pack. */
  readonly own?: string
  /** The field that sources hang on, besides the item itself. */
  readonly cited: boolean
}

const plain = (column: string, field = column): Column => ({
  column,
  field,
  write: (value) => (value ?? null) as Value,
  read: (value) => value,
})
const flag = (column: string, field = column): Column => ({
  column,
  field,
  write: (value) => (value === true ? 1 : 0),
  read: (value) => value === 1,
})
const list = (column: string): Column => ({
  column,
  field: column,
  write: (value) => JSON.stringify(value ?? []),
  read: (value) => JSON.parse(String(value)),
})
const MS_PER_MINUTE = 60_000
const minutes = (column: string, field: string): Column => ({
  column,
  field,
  write: (value) => (typeof value === 'number' ? value * MS_PER_MINUTE : null),
  read: (value) => (value === null ? null : Math.max(1, Math.round(Number(value) / MS_PER_MINUTE))),
})
const reference = (column: string, field: string, to: Kind): Column => ({ ...plain(column, field), to })

const STAMP = plain('safe_after', 'safeAfter')
const MOMENT = plain('safe_from_ms', 'safeFromMs')
const POSITION = 'position, rowid'

const links = (
  table: string,
  owner: string,
  field: string,
  column: string,
  more: Partial<LinkTable> = {},
): LinkTable => ({ table, owner, field, column, ordered: true, ...more })

const table = (
  kind: Kind,
  name: string,
  columns: readonly Column[],
  more: Partial<PackTable> = {},
): PackTable => ({
  kind,
  table: name,
  parent: 'show_id',
  columns,
  links: [],
  order: POSITION,
  cited: true,
  ...more,
})

/** The table of every kind but the header and the show itself, what is hung on before what hangs on it. */
export const PACK_TABLES: readonly PackTable[] = [
  table('source', 'source', [plain('title'), plain('url'), plain('date')], { cited: false }),
  table('thread', 'thread', [plain('name'), STAMP], { cited: false }),
  table('person', 'person', [plain('name')], { cited: false }),
  table(
    'role',
    'role',
    [
      plain('name'),
      plain('short_name', 'shortName'),
      reference('person_id', 'person', 'person'),
      plain('grouping', 'group'),
      plain('tone'),
      plain('work'),
      plain('first_ordinal', 'firstEpisode'),
      STAMP,
      MOMENT,
    ],
    { links: [links('role_seen', 'role_id', 'seenIn', 'ordinal', { ordered: false })] },
  ),
  table('fact', 'role_fact', [plain('text'), plain('ordinal', 'episode'), STAMP, MOMENT], {
    parent: 'role_id',
  }),
  table('season', 'season', [plain('number'), STAMP], { order: 'number', cited: false }),
  table(
    'episode',
    'episode',
    [
      reference('season_id', 'parent', 'season'),
      plain('number'),
      plain('ordinal'),
      flag('special'),
      plain('title'),
      plain('air_date', 'airDate'),
      minutes('runtime_ms', 'runtimeMinutes'),
      list('writers'),
      list('directors'),
      plain('standing'),
    ],
    { order: 'ordinal' },
  ),
  table('beat', 'beat', [plain('text'), STAMP, MOMENT], {
    parent: 'episode_id',
    links: [
      links('beat_thread', 'beat_id', 'threads', 'thread_id', { to: 'thread' }),
      links('beat_role', 'beat_id', 'roles', 'role_id', { to: 'role' }),
      links('beat_link', 'beat_id', 'buildsOn', 'builds_on_id', { to: 'beat' }),
    ],
  }),
  table('relationship', 'relationship', [
    reference('from_role_id', 'from', 'role'),
    reference('to_role_id', 'to', 'role'),
    plain('kind'),
    plain('label'),
    plain('label_back', 'labelBack'),
    plain('text'),
    plain('since_ordinal', 'since'),
    plain('until_ordinal', 'until'),
    STAMP,
    MOMENT,
  ]),
  table('circle', 'circle', [plain('name'), STAMP], {
    cited: false,
    links: [
      links('circle_role', 'circle_id', 'members', 'role_id', {
        to: 'role',
        entry: 'role',
        columns: [STAMP],
      }),
    ],
  }),
  table('order', 'episode_order', [plain('name')], {
    cited: false,
    links: [links('order_entry', 'order_id', 'episodes', 'episode_id', { to: 'episode' })],
  }),
  table('bulletin', 'bulletin', [
    plain('kind'),
    plain('date'),
    plain('season'),
    plain('stage'),
    plain('headline'),
    plain('text'),
    plain('by_name', 'by.name'),
    plain('by_role', 'by.role'),
    STAMP,
  ]),
  table('audience', 'audience_figure', [
    plain('value'),
    plain('unit'),
    plain('window_days', 'windowDays'),
    plain('text'),
    STAMP,
  ]),
  // a tracker that no pack named is the person's own
  table('tracker', 'tracker', [plain('name'), plain('handle'), plain('unit'), STAMP], {
    own: 'pack_key IS NULL',
  }),
  table(
    'reading',
    'reading',
    [
      plain('ordinal', 'episode'),
      plain('point'),
      plain('value'),
      plain('words'),
      flag('disputed'),
      plain('note'),
      STAMP,
      MOMENT,
    ],
    { parent: 'tracker_id', own: 'mine = 1' },
  ),
  table('question', 'question', [
    plain('kind'),
    plain('text'),
    plain('raised_ordinal', 'raised'),
    STAMP,
    plain('answer_ordinal', 'answer.episode'),
    plain('answer_text', 'answer.text'),
    plain('answer_outcome', 'answer.outcome'),
    plain('answer_safe_after', 'answer.safeAfter'),
  ]),
  table(
    'artwork',
    'artwork',
    [
      plain('kind'),
      reference('episode_id', 'episode', 'episode'),
      reference('role_id', 'role', 'role'),
      plain('file'),
      plain('alt'),
      plain('credit'),
      STAMP,
      MOMENT,
    ],
    { cited: false },
  ),
]

/** The value of a field, or of a field of a field. */
export function valueAt(item: Item | Readonly<Record<string, unknown>>, field: string): unknown {
  const [name = '', inner] = field.split('.')
  const value = item[name]
  if (inner === undefined) return value
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[inner] : null
}

/** The fields of an item from its row's columns. A field whose own fields are all empty is itself empty. */
export function fieldsOf(
  columns: readonly Column[],
  row: Readonly<Record<string, Value>>,
  keyOf: (kind: Kind, id: string) => string,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const inner = new Map<string, Record<string, unknown>>()
  for (const { column, field, read, to } of columns) {
    const stored = row[column] ?? null
    const value = to && stored !== null ? keyOf(to, String(stored)) : read(stored)
    const [name = '', part] = field.split('.')
    if (part === undefined) fields[name] = value
    else inner.set(name, { ...inner.get(name), [part]: value })
  }
  for (const [name, parts] of inner) {
    fields[name] = Object.values(parts).every((value) => value === null) ? null : parts
  }
  return fields
}
