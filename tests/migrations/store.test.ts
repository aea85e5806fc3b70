import { expect, it } from 'vitest'
import { storeDatabase } from './store-database'

it.runIf(process.env.UPDATE_STORED)('stores a database of the newest version', async () => {
  await expect(storeDatabase()).resolves.toBeUndefined()
})
