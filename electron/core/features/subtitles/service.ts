import { AppError } from '@shared/app-error'
import { DAY_MS } from '@shared/day'
import { type EpisodeId, ItemId, type ShowId } from '@shared/ids'
import type { OfEpisode } from '@shared/library/schema'
import { parseSearch } from '@shared/notes/rules'
import { languageInName, saysEnough } from '@shared/subtitles/rules'
import {
  type ChangeLanguage,
  type Cue,
  type FoundLine,
  type Heard,
  type LinePage,
  type LinesOf,
  type OfSubtitle,
  type SearchLines,
  type Speech,
  SUBTITLE_LIMITS,
  type Subtitle,
  type SubtitleFile,
} from '@shared/subtitles/schema'
import { openUntilMs } from '@shared/veil/rules'
import type { EpisodeOrdinal, Horizon } from '@shared/veil/schema'
import { type CoreContext, nowIso } from '../../context'
import type { LibraryService } from '../library/service'
import { decodeText } from './decode-text'
import { formatOf, readCues } from './read-cues'
import { type SubtitleRow, subtitleStore } from './store'

/** Rows of one transaction, so that a save never waits for long. */
const SLICE = 600
const END_MS = DAY_MS

interface Steps {
  readonly progress: (value: { cues: number; of: number }) => void
  readonly signal: AbortSignal
  /** Leaves the file that is chosen; the first of an episode is chosen all the same. */
  readonly keepChoice?: boolean
}

const toSubtitle = ({
  seq: _seq,
  showId: _showId,
  ordinal: _ordinal,
  troubles,
  ...rest
}: SubtitleRow): Subtitle => ({
  ...rest,
  troubles: troubles.slice(0, 100),
})

/**
 * Subtitle files and their lines. A line opens at its moment: of an episode that has been seen all are open, of the
 * one that is on those up to now, of a later one none. What is not open is not even read.
 */
export function subtitleService(context: CoreContext, library: LibraryService) {
  const { db } = context
  const store = subtitleStore(db)

  const missing = () => new AppError('not-found', 'no such subtitles', { what: 'subtitles' })
  const mustHave = (id: ItemId): SubtitleRow => {
    const row = store.one(id)
    if (!row) throw missing()
    return row
  }
  const ordinalOf = ({ showId, episodeId }: OfEpisode): EpisodeOrdinal => {
    library.mustHave(showId)
    const ordinal = library.ordinalOf(showId, episodeId)
    if (ordinal === null) throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
    return ordinal
  }
  const until = (ordinal: EpisodeOrdinal, horizon: Horizon | null): number =>
    Math.min(END_MS, openUntilMs(ordinal, horizon))
  const open = ({ ordinal, showId }: SubtitleRow): number => until(ordinal, library.horizonOf(showId))

  const add = async (
    { showId, episodeId, name, bytes }: SubtitleFile,
    { progress, signal, keepChoice = false }: Steps,
  ) => {
    ordinalOf({ showId, episodeId })
    if (bytes.length > SUBTITLE_LIMITS.bytes)
      throw new AppError('subtitles-too-large', `${bytes.length} bytes`, { most: SUBTITLE_LIMITS.bytes })
    const decoded = decodeText(bytes)
    const format = decoded && formatOf(decoded.text, name)
    if (!decoded || !format) throw new AppError('subtitles-unreadable', 'not a format that is known')
    const { cues, troubles } = await readCues(decoded.text, format)
    if (cues.length === 0) throw new AppError('subtitles-unreadable', 'no cue could be read')
    const id = ItemId.parse(context.newId())
    // one transaction a slice; a file that never gets ready is not seen and goes at the next start
    const seq = db
      .transaction(() =>
        store.begin({
          id,
          episodeId,
          language: languageInName(name),
          name,
          format,
          encoding: decoded.encoding,
          troubles,
          now: nowIso(context),
        }),
      )
      .immediate()
    for (let from = 0; from < cues.length; from += SLICE) {
      if (signal.aborted) {
        store.discardUnfinished(seq)
        throw new AppError('cancelled', 'the work was cancelled')
      }
      const slice = cues.slice(from, from + SLICE)
      db.transaction(() => store.addCues(seq, from, slice)).immediate()
      progress({ cues: from + slice.length, of: cues.length })
      await new Promise((resolve) => setImmediate(resolve))
    }
    db.transaction(() => {
      store.finish(seq, cues.length)
      if (!keepChoice || store.chosen(episodeId) === null) store.choose({ id, episodeId })
    }).immediate()
    return toSubtitle(mustHave(id))
  }

  return {
    /** Takes away what an interrupted import left. @returns how many files */
    discardUnfinished: (): number => store.discardUnfinished(null),

    ofEpisode(wanted: OfEpisode): Subtitle[] {
      ordinalOf(wanted)
      return store.ofEpisode(wanted.episodeId).map(toSubtitle)
    },

    /** Whether an episode ever had a file of this name. */
    hadNamed: store.hadNamed,

    /**
     * Reads a file and takes its lines for an episode from it.
     *
     * @throws AppError `subtitles-unreadable`, `subtitles-too-large`, `not-found` or `cancelled`; nothing is changed
     */
    add,

    choose({ subtitleId }: OfSubtitle): void {
      db.transaction(() => store.choose(mustHave(subtitleId))).immediate()
    },

    setLanguage({ subtitleId, language }: ChangeLanguage): void {
      mustHave(subtitleId)
      store.setLanguage(subtitleId, language)
    },

    /** Takes a file away; another of the episode steps in. It can be restored. */
    remove({ subtitleId }: OfSubtitle): void {
      db.transaction(() => {
        const row = mustHave(subtitleId)
        store.remove(subtitleId, nowIso(context))
        const [other] = row.chosen ? store.ofEpisode(row.episodeId) : []
        if (other) store.choose(other)
      }).immediate()
    },

    restore({ subtitleId }: OfSubtitle): void {
      db.transaction(() => {
        if (!store.restore(subtitleId)) throw missing()
        store.choose(mustHave(subtitleId))
      }).immediate()
    },

    /** The lines that have been spoken, in order. */
    lines({ subtitleId, offset }: LinesOf): LinePage {
      const row = mustHave(subtitleId)
      const spoken = open(row)
      return { rows: store.cues(row.seq, spoken, offset), total: store.count(row.seq, spoken) }
    },

    /** Lines of every episode that say the words, as far as they have been spoken. */
    search({ showId, words }: SearchLines): FoundLine[] {
      library.mustHave(showId)
      const { match } = parseSearch(words)
      if (match === null) return []
      const horizon = library.horizonOf(showId)
      const found: FoundLine[] = []
      for (const row of store.chosenOfShow(showId)) {
        const spoken = until(row.ordinal, horizon)
        if (spoken < 0) continue
        const hits = store.matching(row.seq, match, spoken, 100 - found.length)
        found.push(...hits.map((hit) => ({ ...hit, episodeId: row.episodeId })))
        if (found.length >= 100) break
      }
      return found
    },

    /**
     * Finds a line that somebody has just heard, wherever in the episode it is: they say what it says. Only for
     * words that say enough, and only in the episode that is on or one that has been seen: nobody else heard it.
     *
     * @param on where the clock stands; null when nothing is on
     * @returns the lines closest to the clock first; of an episode that is not on, from its start
     */
    heard(
      { showId, episodeId, words }: Heard,
      on: { readonly episodeId: EpisodeId; readonly positionMs: number } | null,
    ): Cue[] {
      const ordinal = ordinalOf({ showId, episodeId })
      const runs = on?.episodeId === episodeId
      const seen = openUntilMs(ordinal, library.horizonOf(showId)) === Number.POSITIVE_INFINITY
      const { match } = parseSearch(words)
      const row = runs || seen ? store.chosen(episodeId) : null
      if (!row || match === null || !saysEnough(words)) return []
      return store.nearest(row.seq, match, runs ? on.positionMs : 0, 20)
    },

    /** When somebody speaks, as far as the episode is open. */
    speech(wanted: OfEpisode): Speech {
      const ordinal = ordinalOf(wanted)
      const row = store.chosen(wanted.episodeId)
      return { spans: row ? store.spans(row.seq, until(ordinal, library.horizonOf(wanted.showId))) : [] }
    },

    /**
     * The line at a moment of an episode, or the last before it.
     *
     * @param horizon what is open with the clock at that moment
     */
    at(showId: ShowId, episodeId: OfEpisode['episodeId'], positionMs: number, horizon: Horizon | null) {
      const ordinal = library.ordinalOf(showId, episodeId)
      const row = ordinal === null ? null : store.chosen(episodeId)
      if (!row || ordinal === null) return { line: null, now: false }
      const spoken = Math.min(positionMs, until(ordinal, horizon))
      const line = spoken < 0 ? null : store.last(row.seq, spoken)
      return { line, now: line !== null && positionMs < line.toMs }
    },
  }
}
export type SubtitleService = ReturnType<typeof subtitleService>
