import { EpisodeId, ItemId, ShowId } from '@shared/ids'
import { type Cue, LanguageTag, SubtitleFormat, SubtitleTrouble } from '@shared/subtitles/schema'
import { IsoTime, Ms } from '@shared/time'
import { EpisodeOrdinal } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'
import type { ReadCue } from './read-cues'

const Troubles = z.array(SubtitleTrouble)
const SubtitleRow = z
  .object({
    seq: z.int(),
    id: ItemId,
    show_id: ShowId,
    episode_id: EpisodeId,
    ordinal: EpisodeOrdinal,
    language: LanguageTag.nullable(),
    name: z.string(),
    format: SubtitleFormat,
    encoding: z.string(),
    cues: z.int(),
    chosen: z.int().transform((flag) => flag === 1),
    troubles: z.string().transform((json) => Troubles.parse(JSON.parse(json))),
    added_at: IsoTime,
  })
  .transform(({ show_id, episode_id, added_at, ...rest }) => ({
    ...rest,
    showId: show_id,
    episodeId: episode_id,
    addedAt: added_at,
  }))
export type SubtitleRow = z.infer<typeof SubtitleRow>

/** Cues of one subtitle have their `seq` in a range of their own: its number shifted by so many bits, and their place. */
const PLACES = 2 ** 20

const CueRow = z.object({ seq: z.int(), from_ms: Ms, to_ms: Ms, text: z.string() }).transform(
  ({ seq, from_ms, to_ms, text }): Cue => ({
    n: seq % PLACES,
    fromMs: from_ms,
    toMs: to_ms,
    text,
  }),
)
const HitRow = z.object({ seq: z.int(), from_ms: Ms, to_ms: Ms, text: z.string(), subtitle_id: ItemId })

export interface SubtitleRecord {
  readonly id: ItemId
  readonly episodeId: EpisodeId
  readonly language: LanguageTag | null
  readonly name: string
  readonly format: SubtitleFormat
  readonly encoding: string
  readonly troubles: readonly SubtitleTrouble[]
  readonly now: string
}

const COLUMNS = `
  subtitle.seq, subtitle.id, episode.show_id, subtitle.episode_id, episode.ordinal, subtitle.language,
  subtitle.name, subtitle.format, subtitle.encoding, subtitle.cues, subtitle.chosen, subtitle.troubles,
  subtitle.added_at
`
const KEPT = `
  FROM subtitle
  JOIN episode ON episode.id = subtitle.episode_id
  WHERE subtitle.ready = 1 AND subtitle.removed_at IS NULL
`

/** Subtitle files and their cues. A file counts when all of its cues are in. */
export function subtitleStore(db: Database) {
  const ofEpisode = db.prepare(
    `SELECT ${COLUMNS} ${KEPT} AND subtitle.episode_id = ? ORDER BY subtitle.seq LIMIT 100`,
  )
  const one = db.prepare(`SELECT ${COLUMNS} ${KEPT} AND subtitle.id = ?`)
  const chosen = db.prepare(`SELECT ${COLUMNS} ${KEPT} AND subtitle.episode_id = ? AND subtitle.chosen = 1`)
  const hadName = db
    .prepare('SELECT 1 FROM subtitle WHERE episode_id = @episodeId AND name = @name AND ready = 1')
    .pluck()
  const add = db.prepare(`
    INSERT INTO subtitle (id, episode_id, language, name, format, encoding, troubles, cues, chosen, ready, added_at)
    VALUES (@id, @episodeId, @language, @name, @format, @encoding, @troubles, 0, 0, 0, @now)
  `)
  const addCue = db.prepare(`
    INSERT INTO cue (seq, subtitle_seq, from_ms, to_ms, text) VALUES (@seq, @subtitle, @fromMs, @toMs, @text)
  `)
  const index = db.prepare(`
    INSERT INTO cue_text (rowid, text) SELECT seq, text FROM cue WHERE seq BETWEEN @first AND @last
  `)
  const finish = db.prepare('UPDATE subtitle SET ready = 1, cues = @cues WHERE seq = @seq')
  const discard = db.prepare('DELETE FROM subtitle WHERE ready = 0 AND (@seq IS NULL OR seq = @seq)')
  const unchoose = db.prepare('UPDATE subtitle SET chosen = 0 WHERE episode_id = ? AND chosen = 1')
  const choose = db.prepare('UPDATE subtitle SET chosen = 1 WHERE id = ?')
  const setLanguage = db.prepare('UPDATE subtitle SET language = @language WHERE id = @id')
  const remove = db.prepare(
    'UPDATE subtitle SET removed_at = @now, chosen = 0 WHERE id = @id AND removed_at IS NULL',
  )
  const restore = db.prepare('UPDATE subtitle SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL')
  const cues = db.prepare(`
    SELECT seq, from_ms, to_ms, text
    FROM cue
    WHERE subtitle_seq = @subtitle AND from_ms <= @until
    ORDER BY from_ms, seq
    LIMIT 100 OFFSET @offset
  `)
  const count = db
    .prepare('SELECT count(*) FROM cue WHERE subtitle_seq = @subtitle AND from_ms <= @until')
    .pluck()
  const last = db.prepare(`
    SELECT seq, from_ms, to_ms, text
    FROM cue
    WHERE subtitle_seq = @subtitle AND from_ms <= @until
    ORDER BY from_ms DESC, seq DESC
    LIMIT 1
  `)
  const spans = db
    .prepare(`
      SELECT from_ms, to_ms FROM cue WHERE subtitle_seq = @subtitle AND from_ms <= @until ORDER BY from_ms LIMIT 2000
    `)
    .raw()
  const matching = db.prepare(`
    SELECT cue.seq, cue.from_ms, cue.to_ms, cue.text, subtitle.id AS subtitle_id
    FROM cue_text
    JOIN cue ON cue.seq = cue_text.rowid
    JOIN subtitle ON subtitle.seq = cue.subtitle_seq
    WHERE cue_text MATCH @match
      AND cue_text.rowid BETWEEN @first AND @last
      AND cue.from_ms <= @until
    ORDER BY cue_text.rowid
    LIMIT @most
  `)
  const nearest = db.prepare(`
    SELECT cue.seq, cue.from_ms, cue.to_ms, cue.text
    FROM cue_text
    JOIN cue ON cue.seq = cue_text.rowid
    WHERE cue_text MATCH @match
      AND cue_text.rowid BETWEEN @first AND @last
    ORDER BY abs(cue.from_ms - @near), cue_text.rowid
    LIMIT @most
  `)
  const chosenOfShow = db.prepare(
    `SELECT ${COLUMNS} ${KEPT} AND episode.show_id = ? AND subtitle.chosen = 1 ORDER BY episode.ordinal LIMIT 1000`,
  )

  const firstOf = (subtitle: number): number => subtitle * PLACES

  return {
    ofEpisode: (id: EpisodeId): SubtitleRow[] => ofEpisode.all(id).map((row) => SubtitleRow.parse(row)),
    one: (id: ItemId): SubtitleRow | null => {
      const row = one.get(id)
      return row ? SubtitleRow.parse(row) : null
    },
    /** The file of an episode that lines are taken from. */
    chosen: (id: EpisodeId): SubtitleRow | null => {
      const row = chosen.get(id)
      return row ? SubtitleRow.parse(row) : null
    },
    /** The chosen files of a show, in the order of its episodes. */
    chosenOfShow: (id: ShowId): SubtitleRow[] => chosenOfShow.all(id).map((row) => SubtitleRow.parse(row)),
    /** Whether a file of this name was ever taken, and perhaps removed since. */
    hadNamed: (episodeId: EpisodeId, name: string): boolean => hadName.get({ episodeId, name }) === 1,
    /** Begins a file. @returns its number */
    begin: ({ troubles, ...record }: SubtitleRecord): number =>
      Number(add.run({ ...record, troubles: JSON.stringify(troubles) }).lastInsertRowid),
    /** @param from the place of the first of these cues in the file */
    addCues: (subtitle: number, from: number, slice: readonly ReadCue[]): void => {
      slice.forEach((cue, index) => {
        addCue.run({ ...cue, subtitle, seq: firstOf(subtitle) + from + index })
      })
      index.run({ first: firstOf(subtitle) + from, last: firstOf(subtitle) + from + slice.length - 1 })
    },
    finish: (seq: number, total: number): void => void finish.run({ seq, cues: total }),
    /**
     * Takes files away whose cues never all came in.
     *
     * @param seq one of them; null for all
     * @returns how many there were
     */
    discardUnfinished: (seq: number | null): number => discard.run({ seq }).changes,
    choose: (row: Pick<SubtitleRow, 'id' | 'episodeId'>): void => {
      unchoose.run(row.episodeId)
      choose.run(row.id)
    },
    setLanguage: (id: ItemId, language: LanguageTag | null): void => void setLanguage.run({ id, language }),
    remove: (id: ItemId, now: string): boolean => remove.run({ id, now }).changes === 1,
    restore: (id: ItemId): boolean => restore.run(id).changes === 1,
    /** Cues that begin no later than a moment, a hundred at a time. */
    cues: (subtitle: number, until: number, offset: number): Cue[] =>
      cues.all({ subtitle, until, offset }).map((row) => CueRow.parse(row)),
    count: (subtitle: number, until: number): number => Number(count.get({ subtitle, until })),
    /** The last cue that begins no later than a moment. */
    last: (subtitle: number, until: number): Cue | null => {
      const row = last.get({ subtitle, until })
      return row ? CueRow.parse(row) : null
    },
    spans: (subtitle: number, until: number): [Ms, Ms][] =>
      z.array(z.tuple([Ms, Ms])).parse(spans.all({ subtitle, until })),
    /** Cues of one file that match an FTS5 expression and begin no later than a moment, in order. */
    matching: (subtitle: number, match: string, until: number, most: number) =>
      matching
        .all({ match, until, most, first: firstOf(subtitle), last: firstOf(subtitle + 1) - 1 })
        .map((row) => {
          const hit = HitRow.parse(row)
          return { subtitleId: hit.subtitle_id, ...CueRow.parse(row) }
        }),
    /** Cues of one file that match an FTS5 expression, wherever they are: those closest to a moment first. */
    nearest: (subtitle: number, match: string, near: number, most: number): Cue[] =>
      nearest
        .all({ match, near, most, first: firstOf(subtitle), last: firstOf(subtitle + 1) - 1 })
        .map((row) => CueRow.parse(row)),
  }
}
