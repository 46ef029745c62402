/** The file that the API reads: shared by processes, in the way of one another, out of room, removed. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEntries } from '../../pipelines/channels/delivery/apply.ts'
import { createReplica, type Replica, type Stale } from '../../pipelines/channels/delivery/replica.ts'
import { openStore } from '../../pipelines/channels/delivery/store.ts'
import { readAfter } from '../../pipelines/ledger/read.ts'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { rowsOf } from '../support/store-rows.ts'
import { paragraphs } from '../support/text.ts'

const SOON = { timeout: 60_000, interval: 20 }

describe('the file that the API reads', () => {
  let instance: TestGalley
  let own: Replica
  let count = 0

  beforeAll(async () => {
    instance = await startGalley()
    if (!instance.galley.replica) throw new Error('nothing is served')
    own = instance.galley.replica
  })
  afterAll(() => instance?.close())

  const publish = async (words = 'Words.') => {
    const data = { title: `Article ${++count}`, body: paragraphs(words), _status: 'published' } as never
    const { slug } = await instance.payload.create({ collection: 'articles', data })
    return `/v1/articles/${slug}`
  }
  const statusOf = async (url: string) => (await request(instance.app).get(url)).status
  const delivery = async () => {
    const { body } = await request(instance.app).get('/readyz').expect(200)
    return body.channels.find(({ channel }: { channel: string }) => channel === 'delivery')
  }
  const another = async <T>(work: (replica: Replica, stale: Stale[]) => Promise<T>) => {
    const replica = createReplica(instance.env.dataDir)
    const stale: Stale[] = []
    replica.onStale((what) => stale.push(what))
    try {
      await replica.start(instance.payload)
      return await work(replica, stale)
    } finally {
      await replica.stop()
    }
  }

  it('is followed by two processes, each of which forgets what the other one has changed', async () => {
    const errors: unknown[] = []
    const { error } = instance.payload.logger
    instance.payload.logger.error = ((what: unknown) => errors.push(what)) as typeof error
    try {
      await another(async (replica, stale) => {
        for (let round = 0; round < 12; round++) {
          const url = await publish()
          // Both at once; the one that comes too late is in the way of nothing.
          replica.wake()
          await instance.galley.settled()
          await replica.caughtUp()
          expect(await statusOf(url)).toBe(200)
          const tag = `at articles/${url.split('/').at(-1)}`
          const isForgotten = stale.some((what) => what === 'everything' || what.tags.has(tag))
          expect([url, isForgotten]).toEqual([url, true])
          stale.length = 0
        }
        expect(rowsOf(replica.store)).toEqual(rowsOf(own.store))
        expect(replica.seq()).toBe(own.seq())
      })
    } finally {
      instance.payload.logger.error = error
    }
    expect(errors).toEqual([])
  })

  it('is read anew by one that has looked just before another one wrote the same', async () => {
    await instance.galley.settled()
    const folder = path.join(instance.env.dataDir, 'race')
    const late = createReplica(folder)
    const other = openStore(folder)
    const stale: Stale[] = []
    late.onStale((what) => stale.push(what))
    const { db } = instance.payload
    const find = async (args: { where?: { seq?: object } }) => {
      const found = await db.find(args as never)
      if (args.where?.seq) applyEntries(other, await readAfter(instance.payload, other.position().seq, 1_000))
      return found
    }
    const value = Object.create(db, { find: { value: find } })
    await late.start(Object.create(instance.payload, { db: { value } }))
    // For starting over, and for what the other one has brought in.
    expect(stale).toEqual(['everything', 'everything'])
    expect(late.seq()).toBe(own.seq())
    expect(rowsOf(late.store)).toEqual(rowsOf(own.store))
    await late.stop()
    other.close()
  })

  it('waits while another process writes it, and is no fault then', async () => {
    await instance.galley.settled()
    const writer = openStore(instance.env.dataDir)
    writer.exec('BEGIN IMMEDIATE')
    const url = await publish()
    await expect.poll(async () => (await delivery()).lag, SOON).toBeGreaterThan(0)
    expect(await delivery()).toMatchObject({ failures: 0, error: null })
    expect(await statusOf('/v1/articles')).toBe(200)
    writer.exec('ROLLBACK')
    writer.close()
    await expect.poll(() => statusOf(url), SOON).toBe(200)
    expect((await delivery()).lag).toBe(0)
  })

  it('has no room: what there was is given out, operators see why, and it goes on by itself', async () => {
    const before = await publish()
    await instance.galley.settled()
    const [pages] = own.store.sql<[number]>('PRAGMA page_count').get() ?? [0]
    own.store.exec(`PRAGMA max_page_count = ${pages}`)
    const rows = rowsOf(own.store)
    const url = await publish('Words. '.repeat(10_000))
    await expect.poll(async () => (await delivery()).error, SOON).toMatch(/full/)
    expect(rowsOf(own.store)).toEqual(rows)
    expect([await statusOf(before), await statusOf(url)]).toEqual([200, 404])
    own.store.exec('PRAGMA max_page_count = 1000000000')
    await expect.poll(() => statusOf(url), SOON).toBe(200)
    await expect.poll(delivery, SOON).toMatchObject({ lag: 0, failures: 0, error: null })
  })

  it('is removed: it is read on, and made again at the next start', async () => {
    const rows = rowsOf(own.store)
    for (const suffix of ['', '-wal', '-shm'])
      await rm(path.join(instance.env.dataDir, `delivery-1.db${suffix}`), { force: true })
    const url = await publish()
    await instance.galley.settled()
    expect(await statusOf(url)).toBe(200)
    await another(async (replica) => {
      expect(rowsOf(replica.store)).toEqual(rowsOf(own.store))
      expect(rowsOf(replica.store)).not.toEqual(rows)
    })
  })
})
