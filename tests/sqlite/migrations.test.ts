import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseName, startGalley, type TestGalley } from '../support/galley.ts'

type Kit = {
  generateDrizzleJson(schema: unknown): Promise<unknown>
  generateMigration(before: unknown, after: unknown): Promise<string[]>
}

const FOLDER = 'database/migrations'

describe.skipIf(databaseName !== 'sqlite')('migrations', () => {
  let instance: TestGalley

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  it('are up to date with the collections: else run "npm run migration -- name"', async () => {
    const adapter = instance.payload.db as unknown as { requireDrizzleKit(): Kit; schema: unknown }
    const kit = adapter.requireDrizzleKit()
    const newest = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .at(-1)
    const committed = JSON.parse(readFileSync(`${FOLDER}/${newest}`, 'utf8'))
    expect(await kit.generateMigration(committed, await kit.generateDrizzleJson(adapter.schema))).toEqual([])
  })

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
