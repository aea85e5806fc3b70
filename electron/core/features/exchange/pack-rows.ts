import { AppError } from '@shared/app-error'
import { laneOf } from '@shared/boards/rules'
import type { Pack } from '@shared/exchange/pack-schema'

type Value = string | number | null
/** One row on its way into a table; its keys are the table's columns. */
export interface PackRow {
  readonly table: string
  readonly row: Readonly<Record<string, Value>>
}

const MS_PER_MINUTE = 60_000

/** Gives every key of a pack an id of its own, by kind, and finds it again. */
function idBook(newId: () => string) {
  const ids = new Map<string, string>()
  return {
    make(kind: string, key: string): string {
      const id = newId()
      ids.set(`${kind}/${key}`, id)
      return id
    },
    find(kind: string, key: string): string {
      const id = ids.get(`${kind}/${key}`)
      if (!id) throw new AppError('pack-invalid', `no ${kind} is called ${key}`, { place: key })
      return id
    },
  }
}

/**
 * Lays a checked pack out as rows, parents before children, so that any number of them from the start can
 * be written without breaking a reference. The show itself comes first and is not `ready`.
 *
 * @param pack a pack that `toPack` has passed
 * @param newId makes ids: random, so that none tells anything about the text it stands for
 * @param now the moment of writing, ISO-8601
 */
export function packRows(pack: Pack, newId: () => string, now: string): { showId: string; rows: PackRow[] } {
  const rows: PackRow[] = []
  const book = idBook(newId)
  const add = (table: string, row: Record<string, Value>) => rows.push({ table, row })
  const showId = newId()

  const cite = (itemId: string, keys: readonly string[]) => {
    for (const [position, key] of [...new Set(keys)].entries()) {
      add('citation', { item_id: itemId, source_id: book.find('source', key), position })
    }
  }

  const { show } = pack
  add('show', {
    id: showId,
    title: show.title,
    emphasis: show.emphasis,
    creator: show.creator,
    network: show.network,
    genre: show.genre,
    premise: show.premise,
    first_aired: show.firstAired,
    as_of: pack.pack.asOf,
    pack_id: pack.pack.id,
    pack_version: pack.pack.version,
    ready: 0,
    created_at: now,
  })
  for (const [key, source] of Object.entries(pack.sources)) {
    const id = book.make('source', key)
    add('source', {
      id,
      show_id: showId,
      pack_key: key,
      title: source.title,
      url: source.url ?? null,
      date: source.date ?? null,
    })
  }
  cite(showId, show.sources)

  for (const [position, thread] of pack.threads.entries()) {
    const id = book.make('thread', thread.key)
    add('thread', {
      id,
      show_id: showId,
      name: thread.name,
      safe_after: thread.safeAfter,
      position,
      pack_key: thread.key,
    })
  }
  for (const person of pack.people) {
    const id = book.make('person', person.key)
    add('person', { id, show_id: showId, name: person.name, pack_key: person.key })
  }
  for (const [position, role] of pack.roles.entries()) {
    const id = book.make('role', role.key)
    add('role', {
      id,
      show_id: showId,
      person_id: role.person === null ? null : book.find('person', role.person),
      name: role.name,
      short_name: role.shortName,
      grouping: role.group,
      tone: role.tone,
      work: role.work,
      first_ordinal: role.firstEpisode,
      safe_after: role.safeAfter,
      safe_from_ms: role.safeFromMs,
      position,
      pack_key: role.key,
    })
    cite(id, role.sources)
    for (const ordinal of new Set(role.seenIn)) add('role_seen', { role_id: id, ordinal })
    for (const [at, fact] of role.facts.entries()) {
      const factId = newId()
      add('role_fact', {
        id: factId,
        role_id: id,
        ordinal: fact.episode,
        text: fact.text,
        safe_after: fact.safeAfter,
        safe_from_ms: fact.safeFromMs,
        position: at,
        pack_key: fact.key,
      })
      cite(factId, fact.sources)
    }
  }
  addEpisodes(pack, { showId, newId, book, add, cite })
  addCircles(pack, { showId, newId, book, add, cite })
  addOrders(pack, { showId, newId, book, add, cite })
  addPress(pack, { showId, newId, book, add, cite })
  addBoard(pack, { showId, newId, book, add, cite }, now)
  return { showId, rows }
}

interface Laying {
  readonly showId: string
  readonly newId: () => string
  readonly book: ReturnType<typeof idBook>
  readonly add: (table: string, row: Record<string, Value>) => void
  readonly cite: (itemId: string, keys: readonly string[]) => void
}

function addEpisodes(pack: Pack, { showId, newId, book, add, cite }: Laying): void {
  for (const season of pack.seasons) {
    const seasonId = newId()
    add('season', { id: seasonId, show_id: showId, number: season.number, safe_after: season.safeAfter })
    for (const episode of season.episodes) {
      const id = book.make('episode', episode.key)
      add('episode', {
        id,
        show_id: showId,
        season_id: seasonId,
        number: episode.number,
        ordinal: episode.ordinal,
        special: episode.special ? 1 : 0,
        title: episode.title,
        air_date: episode.airDate,
        runtime_ms: episode.runtimeMinutes === null ? null : episode.runtimeMinutes * MS_PER_MINUTE,
        writers: JSON.stringify(episode.writers),
        directors: JSON.stringify(episode.directors),
        standing: episode.standing,
        pack_key: episode.key,
      })
      cite(id, episode.sources)
      for (const [position, beat] of episode.beats.entries()) {
        const beatId = book.make('beat', beat.key)
        add('beat', {
          id: beatId,
          episode_id: id,
          text: beat.text,
          safe_after: beat.safeAfter,
          safe_from_ms: beat.safeFromMs,
          position,
          pack_key: beat.key,
        })
        cite(beatId, beat.sources)
        for (const [at, key] of beat.threads.entries()) {
          add('beat_thread', { beat_id: beatId, thread_id: book.find('thread', key), position: at })
        }
        for (const [at, key] of beat.roles.entries()) {
          add('beat_role', { beat_id: beatId, role_id: book.find('role', key), position: at })
        }
        for (const key of beat.buildsOn)
          add('beat_link', { beat_id: beatId, builds_on_id: book.find('beat', key) })
      }
    }
  }
  for (const [position, line] of pack.relationships.entries()) {
    const id = newId()
    add('relationship', {
      id,
      show_id: showId,
      from_role_id: book.find('role', line.from),
      to_role_id: book.find('role', line.to),
      kind: line.kind,
      label: line.label,
      label_back: line.labelBack,
      text: line.text,
      since_ordinal: line.since,
      until_ordinal: line.until,
      safe_after: line.safeAfter,
      safe_from_ms: line.safeFromMs,
      position,
      pack_key: line.key,
    })
    cite(id, line.sources)
  }
}

function addCircles(pack: Pack, { showId, newId, book, add }: Laying): void {
  for (const [position, circle] of pack.circles.entries()) {
    const id = newId()
    const { name, safeAfter: safe_after, key: pack_key } = circle
    add('circle', { id, show_id: showId, name, safe_after, position, pack_key })
    for (const [at, member] of circle.members.entries()) {
      const role_id = book.find('role', member.role)
      add('circle_role', { circle_id: id, role_id, safe_after: member.safeAfter, position: at })
    }
  }
}

function addOrders(pack: Pack, { showId, newId, book, add }: Laying): void {
  for (const [position, order] of pack.orders.entries()) {
    const id = newId()
    add('episode_order', { id, show_id: showId, name: order.name, position, pack_key: order.key })
    for (const [at, key] of order.episodes.entries()) {
      add('order_entry', { order_id: id, episode_id: book.find('episode', key), position: at })
    }
  }
}

function addPress(pack: Pack, { showId, newId, add, cite }: Laying): void {
  for (const [position, item] of pack.bulletins.entries()) {
    const id = newId()
    add('bulletin', {
      id,
      show_id: showId,
      kind: item.kind,
      date: item.date,
      season: item.season,
      stage: item.stage,
      headline: item.headline,
      text: item.text,
      by_name: item.by?.name ?? null,
      by_role: item.by?.role ?? null,
      safe_after: item.safeAfter,
      position,
      pack_key: item.key,
    })
    cite(id, item.sources)
  }
  for (const [position, figure] of pack.audience.entries()) {
    const id = newId()
    add('audience_figure', {
      id,
      show_id: showId,
      value: figure.value,
      unit: figure.unit,
      window_days: figure.windowDays,
      text: figure.text,
      safe_after: figure.safeAfter,
      position,
      pack_key: figure.key,
    })
    cite(id, figure.sources)
  }
  for (const [position, tracker] of pack.trackers.entries()) {
    const id = newId()
    const { name, handle, unit, safeAfter: safe_after, key: pack_key } = tracker
    add('tracker', { id, show_id: showId, name, handle, unit, safe_after, position, pack_key })
    cite(id, tracker.sources)
    for (const [at, reading] of tracker.readings.entries()) {
      const readingId = newId()
      add('reading', {
        id: readingId,
        tracker_id: id,
        ordinal: reading.episode,
        point: reading.point,
        value: reading.value,
        words: reading.words,
        disputed: reading.disputed ? 1 : 0,
        note: reading.note,
        safe_after: reading.safeAfter,
        safe_from_ms: reading.safeFromMs,
        position: at,
        pack_key: reading.key,
      })
      cite(readingId, reading.sources)
    }
  }
}

function addBoard(pack: Pack, { showId, newId, add, cite }: Laying, now: string): void {
  for (const [position, question] of pack.questions.entries()) {
    const id = newId()
    const { answer } = question
    add('question', {
      id,
      show_id: showId,
      kind: question.kind,
      text: question.text,
      raised_ordinal: question.raised,
      safe_after: question.safeAfter,
      answer_ordinal: answer?.episode ?? null,
      answer_text: answer?.text ?? null,
      answer_outcome: answer?.outcome ?? null,
      answer_safe_after: answer?.safeAfter ?? null,
      position,
      pack_key: question.key,
    })
    cite(id, question.sources)
    add('card', {
      id: newId(),
      show_id: showId,
      question_id: id,
      kind: question.kind,
      lane: laneOf(question.kind),
      position: position + 1,
      text: question.text,
      details: '',
      ordinal: question.raised,
      safe_after: question.safeAfter,
      created_at: now,
      updated_at: now,
    })
  }
}
