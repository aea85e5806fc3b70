import type { Calibration, CalibrationDot, Habit } from '@shared/boards/scores-schema'
import { describe, expect, it } from 'vitest'
import { habitWords, relativeFigure, scoreFigure, toldOdds, toneOf } from './skill-words'

const dot = (said: number, share: number, n: number): CalibrationDot => ({
  said,
  share,
  n,
  low: 0.1,
  high: 0.9,
})
const withHabit = (habit: Partial<Habit>): Calibration => {
  const whole = { dot: dot(70, 0.6, 10), close: false, clear: true, others: 2, othersClose: true, ...habit }
  return { dots: [whole.dot], habit: whole }
}
const YOU = { me: true, name: 'You' }
const TOMAS = { me: false, name: 'Tomas' }

describe('what is said of somebody who guesses', () => {
  it('is certain when it is hardly chance', () => {
    expect(habitWords(withHabit({}), YOU)).toBe(
      'When you say about 70%, it happens 60% of the time. Everywhere else you are close.',
    )
    expect(habitWords(withHabit({}), TOMAS)).toMatch(/^When Tomas says about 70%/)
  })

  it('is less certain when it may be chance, and says of how many', () => {
    const words = habitWords(withHabit({ clear: false }), YOU)
    expect(words).toContain('10')
    expect(words).toContain('may be chance')
  })

  it('praises nobody for the rest when there is no rest, or when it is off as well', () => {
    expect(habitWords(withHabit({ others: 0 }), YOU)).not.toContain('else')
    expect(habitWords(withHabit({ othersClose: false }), YOU)).not.toContain('you are close')
  })

  it('says that words and facts agree when the widest gap is small', () => {
    expect(habitWords(withHabit({ close: true, clear: false }), YOU)).not.toContain('chance')
  })

  it('says what is needed while there is too little', () => {
    const little = habitWords({ dots: [dot(70, 1, 2)], habit: null }, YOU)
    const nothing = habitWords({ dots: [], habit: null }, YOU)
    expect(little).toContain('five')
    expect(nothing).not.toBe(little)
  })
})

describe('figures', () => {
  it('have three decimals, and a sign where they compare', () => {
    expect(scoreFigure(0.1419)).toBe('0.142')
    expect(scoreFigure(0.0784, 2)).toBe('0.08')
    expect([relativeFigure(0.0214), relativeFigure(-0.034), relativeFigure(-0.0001)]).toEqual([
      '+0.021',
      '−0.034',
      '0.000',
    ])
  })

  it('are green from 70 % on what came, and red when even odds were nearer', () => {
    expect([0.09, 0.0784, 0.12, 0.25, 0.26].map((brier) => toneOf(brier, 2))).toEqual([
      'good',
      'good',
      null,
      null,
      'bad',
    ])
    expect([0.26, 0.375, 0.38].map((brier) => toneOf(brier, 4))).toEqual([null, null, 'bad'])
  })

  it('tell the odds on yes, and of a choice those on what came', () => {
    const choice = { is: 'choice' as const, options: ['Gabriel', 'Camille', 'Mindy'] }
    expect(toldOdds({ form: { is: 'yes-no' }, outcome: 1 }, [80, 20])).toBe(80)
    expect(toldOdds({ form: choice, outcome: 1 }, [50, 30, 20])).toBe(30)
  })
})
