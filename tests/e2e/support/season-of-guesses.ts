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

/** How near somebody comes: the part of the way from even odds to the truth. From 1 (knows) to below 0 (errs). */
const SKILL: Readonly<Record<Guesser, number>> = {
  Nora: 0.42,
  Tomas: 0.16,
  Priya: 0.3,
  Maud: 0.5,
  Idris: 0.62,
}

/** The same odds on every run: a person leans towards the truth, and strays by where the prediction stands. */
function oddsOf(name: Guesser, n: number, outcome: number): number {
  const at = GUESSERS.indexOf(name)
  const truth = outcome === 0 ? 100 : 0
  const stray = ((n * 37 + at * 53 + n * at * 11) % 61) - 30
  return Math.max(2, Math.min(98, Math.round(50 + SKILL[name] * (truth - 50) + stray)))
}

const outcomeOf = (n: number): 0 | 1 | 'void' => (n === 17 || n === 31 ? 'void' : (n * 7) % 5 < 2 ? 0 : 1)
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
    for (const name of GUESSERS)
      if (gives(name, n)) await give(n, name, oddsOf(name, n, outcomeOf(n) === 1 ? 1 : 0))
  }
  for (let reach = 2; reach <= 10; reach += 1) {
    if (reach === 6)
      for (let n = 1; n <= count; n += 1)
        if (episodeOf(n) > 6 && n % 4 === 0) {
          const outcome = outcomeOf(n) === 1 ? 1 : 0
          await give(n, 'Nora', Math.round((oddsOf('Nora', n, outcome) + (outcome === 0 ? 100 : 0)) / 2))
        }
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
