import type { Episode } from '@shared/library/schema'
import { language, m } from '@shared/messages'
import { minutesFor, timeAway } from '@shared/recap/rules'
import type { LastSeen } from '@shared/recap/schema'
import type { SectionOf, Telling } from '@shared/recap/telling'
import { timesAway } from '../../ui/formats'
import { dayOf, episodeLabel, spelled, spelledFirst } from '../../ui/words'

/** `seen twice, last on 29 April 2021`; null when it has not been watched. */
export function seenWords({ viewings, lastWatchedAt }: Episode): string | null {
  if (viewings === 0) return null
  const seen =
    viewings === 2 ? m.recap_seen_twice() : m.recap_seen({ count: viewings, spelled: spelled(viewings) })
  return lastWatchedAt === null ? seen : m.recap_seen_last({ seen, date: dayOf(lastWatchedAt) })
}

/** `fourteen beats, one note` */
export function countWords(beats: number, notes: number): string {
  const first = m.recap_beats({ count: beats, spelled: spelled(beats) })
  return notes === 0
    ? first
    : m.recap_and_notes({ first, notes: m.recap_notes({ count: notes, spelled: spelled(notes) }) })
}

/** `Three beats, safe after S1 E8` */
export const veiledWords = (beats: number, episode: string | null): string => {
  if (episode === null) return m.app_veil_unknown()
  return beats === 0
    ? m.app_veil_safe_after({ episode })
    : m.recap_veiled_beats({ count: beats, spelled: spelledFirst(beats), episode })
}

/** `Two minutes to read, three of your notes woven in` */
export function lengthWords({ words, pins }: Telling): string {
  const count = minutesFor(words, language())
  const first = m.recap_minutes({ count, spelled: spelledFirst(count) })
  return pins === 0
    ? first
    : m.recap_woven({ first, notes: m.recap_your_notes({ count: pins, spelled: spelled(pins) }) })
}

/** `You watched S1 E10 seven months ago.` */
export function awayWords({ days }: LastSeen, episode: Episode): string {
  const { unit, count } = timeAway(days)
  const parts = timesAway({ numeric: 'always' }).formatToParts(-count, unit)
  const when = parts.map((part) => (part.type === 'integer' ? spelled(count) : part.value)).join('')
  return m.recap_away({ episode: episodeLabel(episode), when })
}

/** What a section is headed with, for people. */
export function sectionWords(of: SectionOf, episodeOf: (ordinal: number) => Episode | undefined): string {
  if (of.view === 'character') return of.role.name
  if (of.view === 'storyline') return of.name
  const episode = episodeOf(of.ordinal)
  if (!episode) return ''
  return episode.details.veiled
    ? episodeLabel(episode)
    : m.recap_episode_heading({ episode: episodeLabel(episode), title: episode.details.title })
}
