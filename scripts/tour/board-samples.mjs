/** A board as five friends might fill it: samples, for pictures only. Nothing here is a fact of the show. */

const START = Date.UTC(2021, 4, 5, 18)
let made = 0

/** A fixed UUIDv7, so that pictures are the same from run to run. */
const sampleId = () => {
  made += 1
  const time = (START + made).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(made).padStart(12, '0')}`
}

const FRIENDS = ['Nora', 'Tomas', 'Priya', 'Maud', 'Idris'].map((name, at) => ({
  id: sampleId(),
  name,
  colour: at + 1,
  me: at === 0,
}))
const [nora, tomas, priya, maud, idris] = FRIENDS

/**
 * @param {string} at such as 10 24:50
 * @param {'for' | 'against'} [stance]
 */
const moment = (at, stance = 'for') => {
  const [ordinal, minutes, seconds] = at.split(/[ :]/).map(Number)
  return {
    id: sampleId(),
    stance,
    ground: { is: 'moment', ordinal, atMs: ((minutes ?? 0) * 60 + (seconds ?? 0)) * 1000 },
  }
}

/**
 * @typedef {Record<string, unknown> & { kind: string, text: string }} SampleCard
 * @typedef {(number | null)[]} Guesses of the friends in their order, the person last: who has guessed sees the others
 * @param {string} kind
 * @param {string} text
 * @param {{ id: string }} author
 * @param {Guesses} guesses percent of yes by Nora, Tomas, Priya, Maud, Idris
 * @param {Record<string, unknown>} [more]
 */
const card = (kind, text, author, guesses, more = {}) => ({
  draft: {
    id: sampleId(),
    kind,
    text,
    details: '',
    ordinal: null,
    safeAfter: null,
    authorId: author.id,
    ...more,
  },
  guesses,
})

/** What was written while the first season ran, and became of it: the percentages, and where it was decided. */
const DECIDED = [
  {
    ...card('prediction', 'Sylvie dismisses Emily', priya, [72, 25, 60, null, null]),
    outcome: 0,
    ordinal: 10,
  },
  {
    ...card('prediction', 'The watch is lost for good', tomas, [35, 80, 20, null, null]),
    outcome: 1,
    ordinal: 7,
  },
  { ...card('prediction', 'Doug moves to Paris', maud, [20, null, null, 15, null]), outcome: 1, ordinal: 2 },
]
const SEALED_BEFORE = {
  ...card('prediction', 'He will not leave Paris', maud, []),
  odds: [70, 30],
  outcome: 0,
  ordinal: 10,
}

/** What is open after the first season. */
const OPEN = [
  card('question', 'Do Sylvie and Antoine start again?', nora, [30, 60, 41, null, 45], {
    labels: ['Heart', 'Savoir'],
    evidence: [moment('7 16:30')],
  }),
  card('question', 'Does Mindy sing on a proper stage?', tomas, [88, 95, 80, null, 83], {
    labels: ['Season 2'],
    evidence: [moment('6 13:20'), moment('10 03:11')],
  }),
  card('question', 'Who else knows about Normandy?', idris, [], { labels: ['Heart'] }),
  card('question', 'Who will Emily have dinner with first?', priya, [], {
    labels: ['Heart', 'Season 2'],
    form: { is: 'choice', options: ['Gabriel', 'Camille', 'Mindy', 'Somebody new'] },
    shares: [
      [40, 20, 30, 10],
      [25, 25, 40, 10],
    ],
  }),
  card('theory', 'Sylvie keeps Emily because Emily is good.', nora, [66, 40, 62, 64, null], {
    labels: ['Savoir'],
    details: 'Watch what she signs off, not what she says.',
    evidence: [moment('5 21:07'), moment('9 25:40'), moment('10 11:20', 'against')],
  }),
  card('theory', 'Luc is the narrator.', nora, [35, 10, null, null, 20], {
    details:
      'He explains the genre before each turn.\n\nTwice he says how it will end, and twice nobody listens.',
    evidence: [moment('7 12:41'), moment('9 08:15')],
  }),
  card('theory', 'Camille knew at the château.', priya, [null, null, 45, 20, 28], {
    labels: ['Heart'],
    evidence: [moment('8 22:18')],
  }),
  card('theory', 'Somebody at the firm talks to the press.', idris, [], {
    labels: ['Season 2'],
    safeAfter: 13,
  }),
  card('prediction', 'Gabriel takes Antoine’s money', nora, [55, 70, 48, 62, 71], {
    labels: ['Season 2', 'Heart'],
    closes: 12,
    evidence: [moment('10 26:02'), moment('7 05:44')],
  }),
  card('prediction', 'Savoir keeps Pierre Cadault', idris, [85, null, 77, null, 82], {
    labels: ['Season 2', 'Savoir'],
    closes: 13,
    evidence: [moment('10 19:33')],
  }),
]
const SEALED = {
  ...card('prediction', 'She goes back for a week', maud, [], { closes: 11 }),
  odds: [80, 20],
}

/** The card that is opened, and the one that has the focus. */
export const OPENED = 'Sylvie keeps Emily because Emily is good.'
export const FOCUSED = 'Gabriel takes Antoine’s money'

/**
 * Writes the board through the app's own corridor: first what was guessed while the season ran, then the rest.
 *
 * @param {(method: string, input?: unknown) => Promise<any>} ask
 */
export async function writeBoard(ask) {
  const [{ id: showId }] = await ask('library.shows')
  for (const friend of FRIENDS) await ask('members.save', friend)
  const me = (await ask('members.list')).find((/** @type {{ me: boolean }} */ { me }) => me).id
  const idOf = (/** @type {string} */ id) => (id === nora?.id ? me : id)
  const { id: boardId } = await ask('boards.board', { showId, boardId: null, as: null })

  /** @param {any} draft */
  const filled = ({ shares: _shares, ...draft }) => ({ ...draft, boardId, authorId: idOf(draft.authorId) })
  /** @param {any} one */
  const write = async ({ draft, guesses }) => {
    await ask('boards.save', filled(draft))
    const given = FRIENDS.map(({ id }, at) => ({ id, yes: guesses[at] ?? null })).filter(
      ({ yes }) => yes !== null,
    )
    for (const { id, yes } of given)
      await ask('boards.giveOdds', { cardId: draft.id, memberId: idOf(id), odds: [yes, 100 - (yes ?? 0)] })
    for (const [at, odds] of (draft.shares ?? []).entries())
      await ask('boards.giveOdds', { cardId: draft.id, memberId: idOf(FRIENDS[at]?.id ?? ''), odds })
  }
  await ask('library.setReading', { showId, reach: 1 })
  for (const one of DECIDED) await write(one)
  await ask('boards.sealCard', { draft: filled(SEALED_BEFORE.draft), odds: SEALED_BEFORE.odds })
  await ask('library.setReading', { showId, reach: 10 })
  for (const { draft, outcome, ordinal } of [...DECIDED, SEALED_BEFORE])
    await ask('boards.resolve', { cardId: draft.id, outcome, memberId: null, ordinal, text: '' })
  for (const one of OPEN) await write(one)
  await ask('boards.sealCard', { draft: filled(SEALED.draft), odds: SEALED.odds })
}

/** What each friend gives yes on the first questions of the pack, in percent; null for nothing. */
const ON_QUESTIONS = [
  [82, 65, 90, 74, 79],
  [30, 60, 41, null, 45],
  [55, 70, 48, 62, 71],
  [88, null, 95, 80, 83],
]

/** Lets the friends guess on the questions that the pack asks. @param {(method: string, input?: unknown) => Promise<any>} ask */
export async function guessQuestions(ask) {
  const [{ id: showId }] = await ask('library.shows')
  const me = (await ask('members.list')).find((/** @type {{ me: boolean }} */ { me }) => me).id
  const { open } = await ask('boards.questions', { showId })
  const asked = open.filter((/** @type {{ kind: string }} */ { kind }) => kind === 'question')
  for (const [at, row] of ON_QUESTIONS.entries())
    for (const [friend, yes] of row.entries()) {
      const memberId = FRIENDS[friend]?.id === nora?.id ? me : FRIENDS[friend]?.id
      if (yes !== null)
        await ask('boards.giveOdds', { cardId: asked[at].id, memberId, odds: [yes, 100 - yes] })
    }
}
