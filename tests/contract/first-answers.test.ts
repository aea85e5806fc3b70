import { readFileSync } from 'node:fs'
import path from 'node:path'
import { coreContract } from '@shared/contract'
import { methodsOf } from '@shared/ipc'
import { uuidV7 } from '@shared/uuid'
import { expect, it } from 'vitest'

const BEFORE = readFileSync(path.resolve(import.meta.dirname, '../../renderer/public/before.js'), 'utf8')
const methods = (/const ofShow = \[([^\]]+)\]/.exec(BEFORE)?.[1] ?? '').match(/[a-z]+\.[a-zA-Z]+/g) ?? []

it('what is asked for before any module runs is in the contract, and takes a show and nothing else', () => {
  const showId = uuidV7(0, new Uint8Array(10))
  const inputs = new Map(methodsOf(coreContract).map(({ name, method }) => [name, method.input]))
  const wrong = methods.filter((name) => !inputs.get(name)?.safeParse({ showId }).success)
  expect(methods.length).toBeGreaterThan(3)
  expect(wrong).toEqual([])
})
