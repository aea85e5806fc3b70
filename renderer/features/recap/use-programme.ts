import type { ShowId, ThreadId } from '@shared/ids'
import { language, m } from '@shared/messages'
import type { Pin } from '@shared/notes/schema'
import type { RecapChoice } from '@shared/recap/choices'
import type { PrintedNote, Programme } from '@shared/recap/programme'
import { LONG_BREAK_DAYS } from '@shared/recap/rules'
import { type Telling, tell } from '@shared/recap/telling'
import { formatTimecode } from '@shared/timecode'
import { useMemo } from 'react'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { episodeLabel } from '../../ui/words'
import { openQuestions } from './open-questions'
import { placesOf } from './places'
import { usePins, useRecap } from './use-recap'
import { awayWords, sectionWords } from './words'

const NO_PINS: readonly Pin[] = []

const printed = ({ atMs, title, text }: Pin): PrintedNote => ({
  time: atMs === null ? null : formatTimecode(atMs),
  title,
  text,
})

/** Everything that a recap is made of, told as the person chose. */
export function useTelling(showId: ShowId, { view, length }: RecapChoice, hidden: ReadonlySet<ThreadId>) {
  const { episodes, reach } = useShow()
  const recap = useRecap(showId)
  const pins = usePins(showId)
  const spoken = language()
  // a line that has just moved back closes at once what the last answer still holds
  const last = recap.data?.reach ?? null
  const shown = last === null || reach === null ? null : last < reach ? last : reach
  const places = useMemo(() => placesOf(episodes, shown), [episodes, shown])
  const { data } = recap
  const notes = pins.data ?? NO_PINS
  const telling = useMemo((): Telling | null => {
    if (!data || data.reach !== shown) return null
    return tell(data, notes, places, { view, length, hidden, language: spoken })
  }, [data, shown, notes, places, view, length, hidden, spoken])

  const isAway = data?.lastSeen != null && data.lastSeen.days > LONG_BREAK_DAYS
  const board = useAsk('boards', 'questions', { showId }, { enabled: isAway })
  const questions = useMemo(() => (board.data ? openQuestions(board.data) : []), [board.data])
  const ready = telling !== null && !pins.isPending && (!isAway || !board.isPending)
  return {
    recap,
    telling,
    places,
    reach: shown,
    away: isAway ? (data?.lastSeen ?? null) : null,
    questions,
    ready,
  }
}

/** A recap in words, as it leaves the app. */
export function useProgramme({
  telling,
  reach,
  away,
  questions,
}: Pick<ReturnType<typeof useTelling>, 'telling' | 'reach' | 'away' | 'questions'>): Programme | null {
  const { page, episodeByOrdinal } = useShow()
  if (!telling || !page) return null
  const show = page.show.title
  const at = episodeByOrdinal(reach)
  const seen = away ? episodeByOrdinal(away.ordinal) : undefined
  const title = at
    ? m.recap_print_title({ show, episode: episodeLabel(at) })
    : m.recap_print_title_start({ show })
  const placeOf = (ordinal: number) => {
    const episode = episodeByOrdinal(ordinal)
    return episode ? episodeLabel(episode) : null
  }
  const sections = telling.sections
    .filter(({ beats, pins }) => beats.length > 0 || pins.length > 0)
    .map(({ of, beats, pins }) => ({
      heading: sectionWords(of, episodeByOrdinal),
      beats: beats.map(({ beat, pins: beside }) => ({
        text: beat.text,
        place: of.view === 'episode' ? null : placeOf(beat.ordinal),
        notes: beside.map(printed),
      })),
      notes: pins.map(printed),
    }))
  const loose = { heading: m.recap_loose(), beats: [], notes: telling.loose.map(printed) }
  return {
    show,
    title,
    away: away && seen ? awayWords(away, seen) : null,
    questions:
      away && questions.length > 0
        ? { heading: m.recap_open_then(), items: questions.map(({ text }) => text) }
        : null,
    standing: telling.standing,
    sections: telling.loose.length > 0 ? [...sections, loose] : sections,
  }
}
