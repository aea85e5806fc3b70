import { afterEach, beforeEach, expect, it } from 'vitest'
import { MemberId } from '../../../../shared/ids'
import { type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

const newId = () => MemberId.parse(core.newId())
const add = (name: string, colour = 2) => core.client.members.save({ id: newId(), name, colour, me: false })

it('there is nobody before somebody is named', async () => {
  expect(await core.client.members.list(undefined)).toEqual([])
})

it('beside somebody else there is the person, in another ink', async () => {
  await add('Nora', 1)
  const members = await core.client.members.list(undefined)
  expect(members.map(({ name, me, colour }) => ({ name, me, colour }))).toEqual([
    { name: '', me: true, colour: 2 },
    { name: 'Nora', me: false, colour: 1 },
  ])
})

it('the person is one, however often they say who they are', async () => {
  const first = await core.client.members.save({ id: newId(), name: 'Maud', colour: 1, me: true })
  const second = await core.client.members.save({ id: newId(), name: 'Maud B.', colour: 3, me: true })
  expect(second.id).toBe(first.id)
  expect(await core.client.members.list(undefined)).toEqual([{ ...second, leftAt: null }])
})

it('somebody who left can come back, and the person cannot leave', async () => {
  const nora = await add('Nora')
  const me = (await core.client.members.list(undefined)).find((member) => member.me)
  await core.client.members.leave({ memberId: nora.id })
  expect((await core.client.members.list(undefined)).find(({ id }) => id === nora.id)?.leftAt).not.toBeNull()
  await core.client.members.comeBack({ memberId: nora.id })
  expect((await core.client.members.list(undefined)).find(({ id }) => id === nora.id)?.leftAt).toBeNull()
  expect(await core.call('members.leave', { memberId: me?.id })).toMatchObject({
    error: { code: 'not-found' },
  })
})

it('somebody else has a name, and nobody becomes the person', async () => {
  expect(await core.call('members.save', { id: newId(), name: '  ', colour: 2, me: false })).toMatchObject({
    error: { code: 'invalid-input', details: { place: 'name' } },
  })
  const nora = await add('Nora')
  expect(await core.call('members.save', { id: nora.id, name: 'N', colour: 2, me: true })).toMatchObject({
    error: { code: 'invalid-input' },
  })
})
