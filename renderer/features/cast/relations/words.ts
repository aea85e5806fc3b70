import type { RelatedRole } from '@shared/cast/relations-schema'
import { labelFrom } from '@shared/cast/rules'
import { isOver, type Line, type Strand, type Style } from '@shared/cast/strands'
import { m } from '@shared/messages'
import {
  IconBriefcase,
  IconHeart,
  IconHeartBroken,
  IconLink,
  IconSwords,
  IconUsers,
} from '@tabler/icons-react'
import type { IconDrawing } from '../../../ui/icon'
import { listed } from '../../../ui/words'
import type { EpisodeMarks } from '../episode-marks'

export const STYLE_NAMES: Record<Style, () => string> = {
  loves: m.cast_kind_loves,
  family: m.cast_kind_family,
  'works-for': m.cast_kind_works_for,
  client: m.cast_kind_client,
  friends: m.cast_kind_friends,
  'at-odds': m.cast_kind_at_odds,
  ended: m.cast_kind_ended,
}

const ICONS: Record<Line['kind'], IconDrawing> = {
  loves: IconHeart,
  family: IconUsers,
  'works-for': IconBriefcase,
  client: IconBriefcase,
  friends: IconLink,
  'at-odds': IconSwords,
}

/** The icon of a change: what begins has its kind's, a love that ends is broken. */
export const changeIcon = ({ kind }: Line, ended: boolean): IconDrawing =>
  ended && kind === 'loves' ? IconHeartBroken : ICONS[kind]

/** More letters than this do not stand on a line; the table has them all. */
const ON_A_LINE = 24
export const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words

const lastOf = ({ lines }: Strand): Line | undefined => lines.at(-1)

/** What stands on a line: its newest word, with the episode where this one changed it. */
export function strandLabel(strand: Strand, at: number, marks: EpisodeMarks): string {
  const line = lastOf(strand)
  if (!line) return ''
  if (strand.style === 'ended') return m.cast_relations_ended({ episode: marks.mark(line.until ?? at) })
  const words = cut(line.label, ON_A_LINE)
  return strand.changed ? m.cast_relations_label_new({ label: words, episode: marks.mark(at) }) : words
}

/** When a line began, and when it ended: "since E1", "E4 to E10", "in E6". */
export function timeWords(line: Line, at: number, marks: EpisodeMarks): string {
  const since = marks.mark(line.since)
  if (line.until === null || !isOver(line, at)) return m.cast_since({ episode: since })
  if (line.until === line.since) return m.cast_in({ episode: since })
  return m.cast_relations_from_to({ from: since, to: marks.mark(line.until) })
}

/** A strand as one role's page would say it: "Gabriel, loves: kissed, since E4". */
export function strandWords(
  strand: Strand,
  who: number,
  roles: readonly RelatedRole[],
  at: number,
  marks: EpisodeMarks,
): { readonly other: RelatedRole | undefined; readonly words: string } {
  const stories = strand.lines.map((line) => {
    const label = labelFrom(line.from === who ? 'out' : 'in', line)
    return [label, timeWords(line, at, marks)].filter(Boolean).join(', ')
  })
  const kind = STYLE_NAMES[strand.style]()
  return {
    other: roles[strand.from === who ? strand.to : strand.from],
    words: m.cast_relations_line({ kind, words: stories.join('; ') }),
  }
}

/** One sentence for a change, where the pack has none: who, and what it is. */
export function changeWords(line: Line, ended: boolean, roles: readonly RelatedRole[]): string {
  if (!ended && line.text) return line.text
  const names = listed([line.from, line.to].flatMap((who) => roles[who]?.shortName ?? []))
  return ended
    ? m.cast_relations_change_ended({ names, label: line.label })
    : m.cast_relations_change_begun({ names, kind: STYLE_NAMES[line.kind](), label: line.label })
}
