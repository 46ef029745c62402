import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseName, startGalley, type TestGalley } from '../support/galley.ts'

const FOLDER = 'database/migrations'

describe.skipIf(databaseName !== 'sqlite')('migrations', () => {
  let instance: TestGalley

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  it('hold no line that switches foreign keys inside a transaction', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'))
    expect(
      files.filter((file) => /PRAGMA foreign_keys/i.test(readFileSync(`${FOLDER}/${file}`, 'utf8'))),
    ).toEqual([])
  })

  it('never gives the id of a deleted row out again', async () => {
    const make = () =>
      instance.payload.create({ collection: 'topics', draft: true, data: { name: 'Short-lived' } })
    const first = await make()
    await instance.payload.delete({ collection: 'topics', id: first.id })
    expect((await make()).id).toBeGreaterThan(Number(first.id))
  })
})
