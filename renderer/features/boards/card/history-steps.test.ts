import type { OddsEntry } from '@shared/boards/odds-schema'
import { ItemId } from '@shared/ids'
import { IsoTime } from '@shared/time'
import { expect, it } from 'vitest'
import { cardId, memberId } from '../card-samples'
import { stepsOf } from './history-steps'

const entry = (member: number, minute: number, yes: number | null, late = false): OddsEntry => ({
  id: ItemId.parse(cardId(minute + member * 100)),
  memberId: memberId(member),
  at: IsoTime.parse(`2021-05-03T21:${String(minute).padStart(2, '0')}:00.000Z`),
  odds: yes === null ? null : [yes, 100 - yes],
  late,
  seal: null,
})
const SIZE = { width: 100, height: 50 }

it('odds hold until they change, and to the end', () => {
  const [first, second] = stepsOf([entry(1, 0, 50), entry(2, 5, 100), entry(1, 10, 0)], 0, SIZE)
  expect(first?.path).toBe('M0 25H100V50H100')
  expect(second?.path).toBe('M50 0H100')
  expect(second?.end).toEqual({ x: 100, y: 0 })
})

it('one moment is a line across, and another option is another line', () => {
  expect(stepsOf([entry(1, 0, 80)], 1, SIZE)[0]?.path).toBe('M0 40H100')
})

it('what came too late or is sealed is not drawn', () => {
  expect(stepsOf([entry(1, 0, null), entry(2, 3, 60, true)], 0, SIZE)).toEqual([])
})
