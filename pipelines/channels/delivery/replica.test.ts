/** Two processes that follow into one file, in the moments in which they could harm each other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { entryOf } from '../../../tests/fixtures/delivery.ts'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { ledgerOf } from '../../../tests/support/delivery-server.ts'
import { applyEntries } from './apply.ts'
import { createReplica, type Replica } from './replica.ts'
import { openStore, type Store } from './store.ts'

const entries = [1, 2, 3].map((n) =>
  entryOf(n, makeItem({ id: `articles:${n}`, slug: `a-${n}` }), 'published'),
)
let folder: string
let other: Store
let replica: Replica
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-replica-'))
  other = openStore(folder)
  other.startOver('an-epoch')
  applyEntries(other, entries.slice(0, 2))
  replica = createReplica(folder)
})
afterEach(async () => {
  await replica.stop()
  other.close()
  rmSync(folder, { recursive: true })
})

/** `meanwhile`: after the database has answered, before the replica hears of it; once. */
function ledger(of: typeof entries, when: 'head' | 'entries', meanwhile: () => void): Payload {
  const payload = ledgerOf(of)
  const { find } = payload.db
  let isDone = false
  payload.db.find = (async (args: { where: { seq?: object } }) => {
    const found = await find(args as never)
    if (isDone || (when === 'entries') !== (args.where.seq !== undefined)) return found
    isDone = true
    meanwhile()
    return found
  }) as never
  return payload
}

it('says what to do where the file is damaged, and has it made anew at the next start', async () => {
  replica.store.write = () => {
    throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' })
  }
  await replica.start(ledger(entries, 'head', () => {}))
  expect(replica.standing().error).toMatch(/malformed \(restart Galley/)
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const next = openStore(folder)
  expect(next.position().seq).toBe(0)
  next.close()
  said.mockRestore()
})

const live = () => other.sql<[string]>('SELECT id FROM items WHERE live = 1 ORDER BY id').all().flat()

it('keeps the rows when another process got further while the head was asked for', async () => {
  const known = entries.slice(0, 2)
  const { generation } = other.position()
  const payload = ledger(known, 'head', () => {
    known.push(...entries.slice(2))
    applyEntries(other, entries.slice(2))
  })
  await replica.start(payload)
  expect(other.position()).toEqual({ epoch: 'an-epoch', seq: 3, generation })
})

it('leaves no gap when another process has begun anew while entries were read', async () => {
  await replica.start(ledger(entries, 'entries', () => other.startOver('an-epoch')))
  await replica.caughtUp()
  expect(live()).toEqual(['articles:1', 'articles:2', 'articles:3'])
})
