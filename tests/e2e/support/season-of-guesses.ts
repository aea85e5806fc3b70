import type { Page } from '@playwright/test'
import { ask, showIdOf } from './ask'

/** Five who guess, and a season of ten episodes in which forty of their predictions are decided. */

/** A fixed UUIDv7. */
const uuid = (kind: number, n: number) => `0190a${kind}00-0000-7000-8000-${String(n).padStart(12, '0')}`

export const GUESSERS = ['Nora', 'Tomas', 'Priya', 'Maud', 'Idris'] as const
type Guesser = (typeof GUESSERS)[number]
export const guesserId = (name: Guesser): string => uuid(1, GUESSERS.indexOf(name))
export const cardId = (n: number): string => uuid(2, n)

/** What all of the predictions are called, from the first to the last; the ones without a verdict come after these. */
export const DECIDED = 40
export const predictionName = (n: number): string => `Prediction ${n}: somebody knocks twice at the door`
/** What must not be told as of S1 E7. */
export const SECRET = 'CANARY of the ninth'

/** A number from 0 to 99 that looks like chance and is the same on every run. */
const chance = (n: number, at: number): number => {
  let x = Math.imul(n, 374_761_393) + Math.imul(at + 1, 668_265_263)
  x = Math.imul(x ^ (x >>> 13), 1_274_126_177)
  return ((x ^ (x >>> 16)) >>> 0) % 100
}

/** How likely a prediction really is, in percent; nobody knows it. */
const likely = (n: number): number => 6 + ((n * 29) % 89)
const outcomeOf = (n: number): 0 | 1 | 'void' =>
  n === 17 || n === 31 ? 'void' : chance(n, 9) < likely(n) ? 0 : 1

/** How far from that somebody is, in percent, and how much too sure they are of it. */
const HABIT: Readonly<Record<Guesser, { readonly stray: number; readonly boldness: number }>> = {
  Nora: { stray: 18, boldness: 1.15 },
  Tomas: { stray: 44, boldness: 1.3 },
  Priya: { stray: 30, boldness: 1 },
  Maud: { stray: 16, boldness: 0.8 },
  Idris: { stray: 8, boldness: 1 },
}

function oddsOf(name: Guesser, n: number): number {
  const { stray, boldness } = HABIT[name]
  const off = ((chance(n, GUESSERS.indexOf(name)) - 49.5) / 50) * stray
  return Math.max(2, Math.min(98, Math.round(50 + (likely(n) - 50) * boldness + off)))
}

const episodeOf = (n: number): number => 2 + ((n - 1) % 9)
/** Maud comes late, and Idris leaves some out. */
const gives = (name: Guesser, n: number): boolean =>
  name === 'Maud' ? n % 3 !== 0 : name === 'Idris' ? n % 5 !== 0 : name === 'Nora' || n !== 12

interface SeasonOfGuesses {
  /** What is written on the cards, for pictures; numbered by default. */
  readonly nameOf?: (n: number) => string
  readonly count?: number
}

/**
 * Writes the season through the app's own corridor: predictions made before it, odds given then and some again after
 * the fifth episode, verdicts as they were seen. The reading line stands at the tenth episode afterwards.
 */
export async function fillSeason(
  page: Page,
  { nameOf = predictionName, count = DECIDED }: SeasonOfGuesses = {},
): Promise<{ readonly showId: string; readonly boardId: string; readonly me: string }> {
  const showId = await showIdOf(page)
  for (const [at, name] of GUESSERS.entries())
    await ask(page, 'members.save', { id: guesserId(name), name, colour: at + 1, me: at === 0 })
  const members = await ask<{ id: string; me: boolean }[]>(page, 'members.list')
  const me = members.find((member) => member.me)?.id ?? guesserId('Nora')
  const idOf = (name: Guesser) => (name === 'Nora' ? me : guesserId(name))
  const { id: boardId } = await ask<{ id: string }>(page, 'boards.board', { showId, boardId: null, as: null })
  const read = (reach: number) => ask(page, 'library.setReading', { showId, reach })
  const give = (n: number, name: Guesser, yes: number) =>
    ask(page, 'boards.giveOdds', { cardId: cardId(n), memberId: idOf(name), odds: [yes, 100 - yes] })

  await read(1)
  for (let n = 1; n <= count; n += 1) {
    await ask(page, 'boards.save', {
      id: cardId(n),
      boardId,
      kind: 'prediction',
      text: nameOf(n),
      details: '',
      ordinal: null,
      closes: episodeOf(n) > 2 ? episodeOf(n) : null,
    })
    for (const name of GUESSERS) if (gives(name, n)) await give(n, name, oddsOf(name, n))
  }
  for (let reach = 2; reach <= 10; reach += 1) {
    if (reach === 6)
      for (let n = 1; n <= count; n += 1)
        // she has seen something, and goes half of the way to the truth
        if (episodeOf(n) > 6 && n % 4 === 0)
          await give(n, 'Nora', Math.round((oddsOf('Nora', n) + (outcomeOf(n) === 1 ? 0 : 100)) / 2))
    await read(reach)
    for (let n = 1; n <= count; n += 1)
      if (episodeOf(n) === reach)
        await ask(page, 'boards.resolve', {
          cardId: cardId(n),
          outcome: outcomeOf(n),
          memberId: me,
          ordinal: reach,
          text: reach === 9 ? SECRET : '',
        })
  }
  return { showId, boardId, me }
}
