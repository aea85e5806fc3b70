import type { Form, Odds } from '@shared/boards/odds-schema'
import type { Calibration, CalibrationDot, Habit, ResolvedCard } from '@shared/boards/scores-schema'
import { m } from '@shared/messages'
import { numbers } from '../../../ui/formats'
import { percent } from '../../../ui/words'
import { optionNames } from '../board-words'

/** A score with so many decimals: `0.142`, `0,142`. */
export const scoreFigure = (value: number, decimals = 3): string =>
  numbers({
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)

/** A score against others', with its sign: `+0.021`, `−0.034`. */
export const relativeFigure = (value: number): string => {
  const figure = scoreFigure(Math.abs(value))
  const isNothing = figure === scoreFigure(0)
  return isNothing ? figure : `${value < 0 ? '−' : '+'}${figure}`
}

/**
 * What a score of one prediction is worth a colour for. Good is what 70 % on what came scores (0.09), or less. Bad is
 * more than even odds score: whoever said nothing at all was nearer. For two options that is 0.25, for four 0.375.
 */
export function toneOf(brier: number, options: number): 'good' | 'bad' | null {
  if (brier <= 0.09 + 1e-9) return 'good'
  return brier > (1 - 1 / options) / 2 + 1e-9 ? 'bad' : null
}

/** The option whose odds are told of a decided card: yes, where there is only yes and no; else what came. */
export const toldOption = ({ form, outcome }: Pick<ResolvedCard, 'form' | 'outcome'>): number =>
  form.is === 'yes-no' || outcome === 'void' ? 0 : outcome

/** How much odds gave to it, in percent. */
export const toldOdds = (card: Pick<ResolvedCard, 'form' | 'outcome'>, odds: Odds): number =>
  odds[toldOption(card)] ?? 0

/** On what the odds are that are told, where that is not plain: the name of an option. */
export const toldOn = (form: Form, outcome: ResolvedCard['outcome']): string | null =>
  form.is === 'yes-no' || outcome === 'void' ? null : (optionNames(form)[outcome] ?? null)

/** Who a sentence is about: the person, or somebody by name. */
interface About {
  readonly me: boolean
  readonly name: string
}

const sayThat = ({ dot, clear }: Habit, { me, name }: About): string => {
  const words = { said: percent(dot.said), share: percent(100 * dot.share) }
  if (clear) return me ? m.scores_habit_clear(words) : m.scores_habit_clear_of({ ...words, name })
  const n = { ...words, count: dot.n }
  return me ? m.scores_habit_maybe(n) : m.scores_habit_maybe_of({ ...n, name })
}

/** How well somebody means what they say, in a sentence or two; what is needed when there is too little. */
export function habitWords({ dots, habit }: Calibration, about: About): string {
  const { me, name } = about
  if (dots.length === 0) return me ? m.scores_habit_nothing() : m.scores_habit_nothing_of({ name })
  if (!habit) return m.scores_habit_little()
  if (habit.close) return me ? m.scores_habit_close() : m.scores_habit_close_of({ name })
  const first = sayThat(habit, about)
  if (habit.others === 0) return first
  if (habit.othersClose) return `${first} ${me ? m.scores_habit_rest() : m.scores_habit_rest_of({ name })}`
  return `${first} ${m.scores_habit_far()}`
}

/** One dot in words, with everything that is known of it. */
export const dotWords = ({ said, share, n, low, high }: CalibrationDot): string =>
  m.scores_dot({
    said: percent(said),
    share: percent(100 * share),
    count: n,
    low: percent(100 * low),
    high: percent(100 * high),
  })
