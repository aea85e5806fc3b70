/** What somebody might have written while watching: samples, for pictures only. */

const START = Date.UTC(2021, 4, 4, 18)
let made = 0

/** A fixed UUIDv7, so that pictures are the same from run to run. */
const sampleId = () => {
  made += 1
  const time = (START + made).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(made).padStart(12, '0')}`
}

/**
 * @param {number} ordinal
 * @param {string} time mm:ss
 * @param {string} title
 * @param {string} body
 * @param {{ kind?: string, tags?: string[], pinned?: boolean }} [more]
 */
function note(ordinal, time, title, body, { kind = 'note', tags = [], pinned = false } = {}) {
  const [minutes, seconds] = time.split(':').map(Number)
  return { id: sampleId(), ordinal, atMs: (minutes * 60 + seconds) * 1000, title, body, kind, tags, pinned }
}

export const SAMPLE_NOTES = [
  note(1, '03:20', 'No French at all', 'She says *bonjour* as if it were a password.', { tags: ['savoir'] }),
  note(2, '14:05', 'The word', 'They smile while they say it. She will look it up.', {
    kind: 'quote',
    tags: ['savoir'],
  }),
  note(4, '21:48', 'Oh no', 'She kissed him. And the flower girl is **with** him.', {
    kind: 'reaction',
    tags: ['heart'],
  }),
  note(5, '11:30', 'What is the plan', 'How long can one avoid two people who live on the same stairs?', {
    kind: 'question',
    tags: ['heart'],
  }),
  note(6, '07:02', 'Ringarde', 'The word is going to stick. Watch for it.', {
    tags: ['savoir', 'ringarde'],
    pinned: true,
  }),
  note(
    6,
    '18:40',
    'The watch house, first mention',
    'Fourtier is the account that Emily is kept away from after the atelier.',
    { tags: ['savoir'] },
  ),
  note(
    7,
    '04:18',
    'Sylvie delegating',
    'Never a kindness. The watch launch is a test with a star attached.',
    { tags: ['savoir'], pinned: true },
  ),
  note(
    7,
    '12:41',
    'Which kind of ending',
    'Luc gives the rule before the watch goes missing, so it is a **promise**, not a joke.\n\n> An American film ends well. A French one ends truthfully.\n\nIf he is right, three things follow:\n\n- nobody is punished on time\n- Camille is told last\n- the last scene asks, it does not answer',
    { tags: ['luc', 'savoir'], pinned: true },
  ),
  note(7, '19:26', 'The signature', 'She signs for the watch without reading it. Ringing in my ears.', {
    tags: ['savoir'],
  }),
  note(9, '07:50', 'A watch, of all things', 'Mathieu looks at his own. He is in a hurry to be elsewhere.', {
    tags: ['ringarde'],
  }),
  note(10, '24:50', 'The pan', 'He gives her the omelette pan. Somebody will recognise it.', {
    tags: ['heart'],
    pinned: true,
  }),
  note(10, '26:02', 'Can we talk', 'Four words, and season two has its first scene.', {
    kind: 'question',
    tags: ['heart'],
  }),
]

/** What somebody might have read off the screen; the second tracker is their own. */
export const SAMPLE_READINGS = [
  { ordinal: 2, atMs: 1_261_000, point: 'over lunch', value: 1500, own: false },
  { ordinal: 5, atMs: 761_000, point: 'on her phone', value: 18_300, own: false },
  { ordinal: 1, atMs: null, point: '', value: 2, own: true },
  { ordinal: 3, atMs: null, point: '', value: 1, own: true },
  { ordinal: 4, atMs: null, point: '', value: 4, own: true },
].map((reading) => ({ id: sampleId(), words: null, note: null, ...reading }))

export const SAMPLE_TRACKER = { id: sampleId(), name: 'Croissants eaten', unit: 'croissants' }

/** Invented lines, as a subtitle file would have them. */
export const SAMPLE_LINES = [
  ['00:00:45,000', 'Nobody reads the menu here.'],
  ['00:02:00,000', 'It is not my problem. It is yours.'],
  ['00:05:00,000', 'Bonjour. You are late.'],
  ['00:08:20,000', 'Look after him for me.'],
  ['00:10:40,000', 'We do not do that on a Tuesday.'],
  ['00:12:39,000', 'You want the hero to win. We want him to have lived.'],
  ['00:15:00,000', 'Then it is settled.'],
]
  .map(([from, words], index) => `${index + 1}\n${from} --> ${from.replace(',000', ',900')}\n${words}\n`)
  .join('\n')

/** The task of reading them. */
export const SAMPLE_TASK = sampleId()
