import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Connection } from '../../database/connection.ts'
import { DatabaseInUseError } from '../../database/snapshot/index.ts'
import { sqliteStore } from '../../database/snapshot/sqlite.ts'

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'galley-test-'))
  file = path.join(folder, 'galley.db')
  const connection = new Connection(file)
  await connection.executeMultiple('PRAGMA journal_mode = WAL; CREATE TABLE kept (id)')
  connection.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('has a file to itself, and gives it back at once', async () => {
  const store = sqliteStore(file)
  for (let time = 0; time < 20; time++) {
    await store.alone(async () => {
      await expect(store.alone(async () => {})).rejects.toBeInstanceOf(DatabaseInUseError)
    })
  }
})
