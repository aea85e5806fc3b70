import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MemberId } from '../ids'
import { IsoTime } from '../time'
import { uuidV7 } from '../uuid'
import { freeColour, initialOf, present } from './rules'
import type { Member } from './schema'

const member = (n: number, over: Partial<Member> = {}): Member => ({
  id: MemberId.parse(uuidV7(n, new Uint8Array(10))),
  name: `Member ${n}`,
  colour: 1,
  me: false,
  leftAt: null,
  ...over,
})
const gone = IsoTime.parse('2021-05-04T18:00:00.000Z')

it('puts the person first and leaves out who has left', () => {
  const [a, b, me] = [member(1), member(2, { leftAt: gone }), member(3, { me: true })]
  expect(present([a, b, me])).toEqual([me, a])
})

it('gives eight people eight inks before one is worn twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), (count) => {
      const members: Member[] = []
      for (let n = 0; n < count; n += 1) members.push(member(n, { colour: freeColour(members) }))
      const worn = [1, 2, 3, 4, 5, 6, 7, 8].map(
        (ink) => members.filter(({ colour }) => colour === ink).length,
      )
      expect(Math.max(...worn) - Math.min(...worn)).toBeLessThanOrEqual(1)
    }),
  )
})

it('takes one letter of a name, whatever it is made of', () => {
  expect(['nora', ' émile', '', '👩‍🚀 Zoé'].map(initialOf)).toEqual(['N', 'É', '–', '👩‍🚀'])
})
