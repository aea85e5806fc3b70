/** A note of the person's own, as it is printed. */
export interface PrintedNote {
  /** `12:41`; null for a note without a time. */
  readonly time: string | null
  readonly title: string
  readonly text: string
}

export interface PrintedBeat {
  readonly text: string
  /** `S1 E7`, where the section does not say it already. */
  readonly place: string | null
  readonly notes: readonly PrintedNote[]
}

export interface PrintedSection {
  readonly heading: string
  readonly beats: readonly PrintedBeat[]
  readonly notes: readonly PrintedNote[]
}

/**
 * A recap as it leaves the app, in the words of one language: the one source of the Markdown, the text on the
 * clipboard and the printed pages. What is veiled is not in it.
 */
export interface Programme {
  readonly show: string
  /** `Previously on Emily in Paris, as of S1 E7` */
  readonly title: string
  /** `You watched S1 E10 seven months ago.`; null when that is not long ago. */
  readonly away: string | null
  /** What was open then; null when nobody was away, or nothing was open. */
  readonly questions: { readonly heading: string; readonly items: readonly string[] } | null
  readonly standing: string | null
  readonly sections: readonly PrintedSection[]
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * A text as Markdown that reads as it was written: no mark in it means anything.
 * https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>()#|~&!$^=]/gu, '\\$&')
    .replace(/^([-+])(?=\s|$)/u, '\\$1')
    // behind the dash of a list, two more of them are a rule across the page
    .replace(/^-(?=[-\s]+$)/u, '\\-')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')

const noteWords = (
  { time, title, text }: PrintedNote,
  mark: (words: string) => string,
  bold: string,
): string =>
  [time === null ? '' : `${bold}${mark(time)}${bold}`, mark(title), mark(text)]
    .filter((part) => part !== '')
    .join(title !== '' && text !== '' ? ' · ' : ' ')

/** Two blank lines never follow each other, and the file ends with its last line. */
const joined = (blocks: readonly string[]): string =>
  `${blocks.filter((block) => block !== '').join('\n\n')}\n`

/** The programme as Markdown (CommonMark). */
export function asMarkdown({ title, away, questions, standing, sections }: Programme): string {
  const quote = (note: PrintedNote, indent: string) => `${indent}> ${noteWords(note, escapeMarkdown, '**')}`
  const beat = ({ text, place, notes }: PrintedBeat) =>
    [
      `- ${escapeMarkdown(text)}${place === null ? '' : ` (${escapeMarkdown(place)})`}`,
      ...notes.flatMap((note) => ['', quote(note, '  ')]),
    ].join('\n')
  return joined([
    `# ${escapeMarkdown(title)}`,
    away === null ? '' : escapeMarkdown(away),
    ...(questions
      ? [
          `## ${escapeMarkdown(questions.heading)}`,
          questions.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n'),
        ]
      : []),
    standing === null ? '' : escapeMarkdown(standing),
    ...sections.flatMap(({ heading, beats, notes }) => [
      `## ${escapeMarkdown(heading)}`,
      beats.map(beat).join('\n'),
      notes.map((note) => quote(note, '')).join('\n>\n'),
    ]),
  ])
}

/** The programme as plain text, for the clipboard. */
export function asPlainText({ title, away, questions, standing, sections }: Programme): string {
  const note = (one: PrintedNote) => `  “${noteWords(one, oneLine, '')}”`
  return joined([
    oneLine(title),
    away ?? '',
    questions ? [questions.heading, ...questions.items.map((item) => `– ${oneLine(item)}`)].join('\n') : '',
    standing === null ? '' : oneLine(standing),
    ...sections.map(({ heading, beats, notes }) =>
      [
        oneLine(heading),
        ...beats.flatMap(({ text, place, notes: own }) => [
          `– ${oneLine(text)}${place === null ? '' : ` (${place})`}`,
          ...own.map(note),
        ]),
        ...notes.map(note),
      ].join('\n'),
    ),
  ])
}
