import { describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/ipc'
import { answerPicture, pictureIn } from './pictures'

const id = '0197a3c0-0000-7000-8000-000000000001'
const at = `app://entracte/picture/${id}`
const refused: Reply = {
  ok: false,
  error: { code: 'not-found', message: 'no such picture', details: { what: 'picture' } },
}

describe('the address of a picture', () => {
  it('is an id and nothing else', () => {
    expect(pictureIn(at)).toBe(id)
  })
  it.each([
    `app://bundle/picture/${id}`,
    `https://entracte/picture/${id}`,
    `${at}/`,
    `${at}?as=page`,
    `app://entracte/picture/..%2f${id}`,
    `app://entracte/picture/../picture/x/${id}`,
    'app://entracte/picture/',
    `app://entracte/picture/${id.toUpperCase()}`,
    'picture',
  ])('is not %j', (address) => {
    expect(pictureIn(address)).toBeNull()
  })
})

describe('a picture that is asked for', () => {
  it('comes with its own type, and no copy of it is kept', async () => {
    const asked: unknown[] = []
    const call = async (request: unknown): Promise<Reply> => {
      asked.push(request)
      return { ok: true, value: { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) } }
    }
    const answer = await answerPicture({ call }, at)
    expect(asked).toEqual([{ method: 'library.picture', input: { pictureId: id } }])
    expect([...(answer.data as Buffer)]).toEqual([1, 2, 3])
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
  it('is answered alike when it is veiled, when it is not there, and when it is no address', async () => {
    const veiled = await answerPicture({ call: async () => refused }, at)
    const never = async (): Promise<Reply> => {
      throw new Error('the core was asked')
    }
    expect(await answerPicture({ call: never }, 'app://entracte/picture/x')).toEqual(veiled)
    expect(veiled).toMatchObject({ statusCode: 404, data: Buffer.alloc(0) })
  })
  it('is not there when what answers is no picture', async () => {
    for (const value of [null, 'png', { type: 'text/html', bytes: new Uint8Array() }, { type: 'image/png' }])
      expect(await answerPicture({ call: async () => ({ ok: true, value }) }, at)).toMatchObject({
        statusCode: 404,
      })
  })
})
