import { AppError } from '@shared/app-error'
import { SUBTITLE_LIMITS, type SubtitleFormat, type SubtitleTrouble } from '@shared/subtitles/schema'
import { Ms } from '@shared/time'
import { ParseErrorCode, parseText } from 'media-captions'

export interface ReadCue {
  readonly fromMs: Ms
  readonly toMs: Ms
  readonly text: string
}

export interface ReadCues {
  /** In the order in which they are spoken. */
  readonly cues: readonly ReadCue[]
  readonly troubles: readonly SubtitleTrouble[]
}

/** Which of the formats a text is in: by what it holds, and by its name where that says nothing; null when none. */
export function formatOf(text: string, name: string): SubtitleFormat | null {
  const head = text.slice(0, 4096)
  if (/^\s*WEBVTT/.test(head)) return 'vtt'
  if (/^\[(script info|v4\+? styles|events)\]/im.test(head)) return 'ass'
  if (/^\s*<(\?xml|tt|sami)/i.test(head)) return null
  const suffix = /\.(srt|vtt|ass|ssa)$/i.exec(name)?.[1]?.toLowerCase()
  if (text.includes('-->')) return suffix === 'vtt' ? 'vtt' : 'srt'
  return suffix === 'ass' || suffix === 'ssa' ? 'ass' : null
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
}

/** The words of a cue: without tags, override codes and the marks of karaoke, each line trimmed. */
export function plainCue(text: string): string {
  return text
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/<\/?[a-z][^<>]*>|<[\d:.]+>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|lrm|rlm);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .split(/\r?\n|\\[Nn]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const ARROW = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)/
/** Seconds of `01:02:03,456`, `02:03.4` or `3.5`. */
const seconds = (stamp: string): number =>
  stamp
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)

/** Lines whose times run backwards: the parser passes over them in silence. */
function backwards(lines: readonly string[]): SubtitleTrouble[] {
  return lines.flatMap((line, index) => {
    const [, from, to] = ARROW.exec(line) ?? []
    if (from === undefined || to === undefined || seconds(from) < seconds(to)) return []
    return Number.isNaN(seconds(from)) || Number.isNaN(seconds(to))
      ? []
      : [{ line: index + 1, what: 'backwards' as const }]
  })
}

/** A time in every form that files meant to be read have it in. */
const TIME = String.raw`(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?`
const TIMED = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`)
/** A file with more such lines was not written to be read, and a parser takes its time over each. */
const MOST_UNTIMED = 5000

/**
 * Lines as they are parted into cues: each stands between empty lines. Files leave those out, or put white space into
 * them, and everything up to the next empty line would be spoken with the first cue, however much later its time is.
 *
 * @returns the lines, and for each the place of it in the file
 * @throws AppError `subtitles-too-large`
 */
function parted(lines: readonly string[]): { readonly lines: string[]; readonly places: number[] } {
  const out: string[] = []
  const places: number[] = []
  let untimed = 0
  for (const [place, line] of lines.entries()) {
    if (line.includes('-->')) {
      if (!TIMED.test(line)) untimed += 1
      if (untimed > MOST_UNTIMED) throw tooLarge(`${untimed} lines with times that are none`)
      // the number of a cue stands above its times
      const number = /^\s*\d+\s*$/.test(out.at(-1) ?? '')
      const at = out.length - (number ? 1 : 0)
      if (at > 0 && out[at - 1] !== '') {
        out.splice(at, 0, '')
        places.splice(at, 0, places[at] ?? place)
      }
    }
    out.push(/^\s*$/.test(line) ? '' : line)
    places.push(place)
  }
  return { lines: out, places }
}

/** As many are told. */
const MOST_TROUBLES = 100

const TROUBLES: Readonly<Partial<Record<number, SubtitleTrouble['what']>>> = {
  [ParseErrorCode.BadTimestamp]: 'time',
  [ParseErrorCode.BadFormat]: 'format',
}

const shortened = (text: string): string =>
  text.length > SUBTITLE_LIMITS.cueCharacters ? `${text.slice(0, SUBTITLE_LIMITS.cueCharacters - 1)}…` : text

/** A line that is longer is none that anybody speaks, and parsers take their time over it. */
const LONGEST_LINE = 20_000
/** Fifty thousand cues of six lines. */
const MOST_LINES = 300_000

const tooLarge = (what: string) => new AppError('subtitles-too-large', what, { most: SUBTITLE_LIMITS.cues })

/**
 * The lines of a text, with empty ones in the place of those that are too long, which are listed. White space says
 * no more than one blank does, and a long run of it makes a parser search it again from each of its characters.
 *
 * @throws AppError `subtitles-too-large`
 */
function linesOf(text: string): { readonly lines: string[]; readonly troubles: SubtitleTrouble[] } {
  const troubles: SubtitleTrouble[] = []
  const all = text.split(/\r\n|\r|\n/)
  if (all.length > MOST_LINES) throw tooLarge(`${all.length} lines`)
  const lines = all.map((line, index) => {
    if (line.length <= LONGEST_LINE) return line.replace(/\s{2,}/g, ' ')
    if (troubles.length < MOST_TROUBLES) troubles.push({ line: index + 1, what: 'format' })
    return ''
  })
  return { lines, troubles }
}

/**
 * A line of ASS without its drawings and its override blocks, and without a brace that is left: for the parser every
 * `{` is one more search to the end of the line.
 */
const withoutOverrides = (line: string): string =>
  line.includes('{')
    ? line
        .replace(/\{[^{}]*\\p[1-9][^{}]*\}[^{]*/g, '')
        .replace(/\{[^{}]*\}/g, '')
        .replaceAll('{', '')
    : line

/**
 * What of an ASS file the parser may see. Comments are not spoken; it would take them for more of the line before.
 * How lines look nobody asks here.
 * Lines with fewer fields than their format names, which it stumbles over, are listed instead.
 */
function soundAss(lines: readonly string[]): { readonly text: string; readonly troubles: SubtitleTrouble[] } {
  const troubles: SubtitleTrouble[] = []
  let fields = 0
  const kept = lines.map((long, index) => {
    const line = withoutOverrides(long)
    if (/^\s*\[/.test(line)) fields = 0
    const names = /^\s*Format:(.*)$/i.exec(line)?.[1]
    if (names !== undefined) {
      const found = names.split(',').map((name) => name.trim().toLowerCase())
      const usable = ['start', 'end', 'text'].every((name) => found.includes(name))
      fields = usable ? found.length : 0
    }
    if (/^\s*(Comment|Style):/i.test(line)) return ''
    if (!/^\s*Dialogue:/i.test(line)) return line
    if (fields > 0 && line.split(',').length >= fields) return line
    if (troubles.length < MOST_TROUBLES) troubles.push({ line: index + 1, what: 'format' })
    return ''
  })
  return { text: kept.join('\n'), troubles }
}

/**
 * Reads subtitles as well as they can be read: what is sound becomes cues, what is not is listed by its line. How
 * a cue would be placed and coloured is passed over.
 *
 * @param text a whole file
 * @throws AppError `subtitles-too-large` when there are more than `SUBTITLE_LIMITS.cues`
 */
export async function readCues(text: string, format: SubtitleFormat): Promise<ReadCues> {
  const { lines, troubles: tooLong } = linesOf(text)
  const apart = format === 'ass' ? null : parted(lines)
  const sound = apart ? { text: apart.lines.join('\n'), troubles: backwards(lines) } : soundAss(lines)
  const lineOf = (line: number) => (apart?.places[line - 1] ?? line - 1) + 1
  const { cues, errors } = await parseText(sound.text, {
    type: format === 'ass' ? 'ssa' : format,
    strict: false,
    errors: true,
  })
  if (cues.length > SUBTITLE_LIMITS.cues) throw tooLarge(`${cues.length} cues`)
  const troubles = new Map<number, SubtitleTrouble>()
  const add = (trouble: SubtitleTrouble) => {
    if (!troubles.has(trouble.line)) troubles.set(trouble.line, trouble)
  }
  for (const { code, line } of errors) {
    const what = TROUBLES[code]
    if (what !== undefined) add({ line: lineOf(Math.max(1, line)), what })
  }
  for (const trouble of [...tooLong, ...sound.troubles]) add(trouble)
  const read = cues.flatMap(({ startTime, endTime, text: words }): ReadCue[] => {
    const fromMs = Ms.safeParse(Math.round(startTime * 1000))
    const toMs = Ms.safeParse(Math.round(endTime * 1000))
    const plain = shortened(plainCue(words))
    return fromMs.success && toMs.success && plain !== ''
      ? [{ fromMs: fromMs.data, toMs: toMs.data, text: plain }]
      : []
  })
  read.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)
  return {
    cues: read,
    troubles: [...troubles.values()].sort((a, b) => a.line - b.line).slice(0, MOST_TROUBLES),
  }
}
