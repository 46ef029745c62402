/**
 * Two mirrors of a busy site, one that asks (/v1/sync) and one that listens (/v1/changes), with connections that are
 * cut, restarts, compaction and a lost read model meanwhile: in the end both hold what the API gives. More by hand:
 * PROPERTY_STEPS=300 PROPERTY_SEED=$RANDOM npx vitest run --project sqlite tests/http/sync-mirror.test.ts
 */
import { readdir, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import fc from 'fast-check'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compact } from '../../pipelines/ledger/compact.ts'
import { closePayload } from '../../src/boot.ts'
import { DELIVERED_TYPES } from '../../src/http/v1/types.ts'
import { databaseName, databaseUrl, type signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { listen } from '../support/listen.ts'
import { sequences, World } from '../support/model.ts'
import { SseReader } from '../support/sse-reader.ts'

const isSlow = databaseName !== 'sqlite'
const STEPS = Number(process.env.PROPERTY_STEPS ?? (isSlow ? 6 : 16))
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_123)
const RESTART_EVERY = isSlow ? 4 : 7

type Item = { id: string; [member: string]: unknown }
type Said = { op: 'upsert'; item: Item } | { op: 'delete'; id: string }
type Page = { data: Said[]; cursor: string; more: boolean }

describe.skipIf(databaseUrl() === null)('mirrors of a busy site', () => {
  let owner: TestGalley
  let instance: TestGalley
  let server: Awaited<ReturnType<typeof listen>>
  const decisions = fc.sample(fc.nat(1_000), { seed: SEED, numRuns: 100_000 })
  /** One of so many, the same with the same seed. */
  const chance = (of: number) => (decisions.pop() ?? 0) % of === 0

  beforeAll(async () => {
    owner = await startGalley()
    instance = owner
    server = await listen(instance.app)
  })
  afterAll(async () => {
    await server?.close()
    if (instance !== owner) await instance.close()
    if (owner) await rm(owner.env.dataDir, { recursive: true, force: true })
  })

  async function restart() {
    await server.close()
    await instance.galley.stop()
    await closePayload(instance.payload)
    const { dataDir } = owner.env
    if (chance(2))
      for (const file of await readdir(dataDir))
        if (file.startsWith('delivery-')) await rm(path.join(dataDir, file))
    instance = await startGalley({}, owner)
    server = await listen(instance.app)
  }

  const ask = (url: string, headers = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get({ port: server.port, path: url, headers, agent: false }, resolve).on('error', reject)
    })

  class Mirror {
    readonly items = new Map<string, Item>()
    cursor = ''

    say(said: Said) {
      if (said.op === 'upsert') this.items.set(said.item.id, said.item)
      else this.items.delete(said.id)
    }

    /** One page; true when there is more. */
    async sync(): Promise<boolean> {
      const response = await ask(`/v1/sync?limit=3${this.cursor && `&cursor=${this.cursor}`}`)
      let text = ''
      try {
        for await (const chunk of response) {
          text += String(chunk)
          if (chance(4)) response.destroy()
        }
      } catch {
        return true
      }
      expect([response.statusCode, text]).toEqual([200, expect.any(String)])
      const page = JSON.parse(text) as Page
      for (const said of page.data) this.say(said)
      this.cursor = page.cursor
      return page.more
    }

    /** Until `isOver`; comes back where it was when it is cut off. */
    async listen(isOver: () => boolean): Promise<void> {
      while (!isOver()) {
        const response = await ask('/v1/changes', { 'Last-Event-ID': this.cursor }).catch(() => null)
        if (response?.statusCode !== 200) {
          await new Promise((resolve) => setTimeout(resolve, 20))
          continue
        }
        const reader = new SseReader(response)
        for (let isCut = false; !isCut && !isOver(); isCut = chance(5)) {
          const event = await reader.nextOrEnd()
          if (!event) break
          this.say(JSON.parse(event.data) as Said)
          this.cursor = event.id
        }
        response.destroy()
      }
    }
  }

  async function published(): Promise<Map<string, Item>> {
    const lists = await Promise.all(
      DELIVERED_TYPES.map(async (type) => {
        const { body } = await request(instance.app).get(`/v1/${type}?limit=100`).expect(200)
        expect(body.page.next).toBe(null)
        return body.data as Item[]
      }),
    )
    return new Map(lists.flat().map((item) => [item.id, item]))
  }

  it(`end as the site is (${STEPS} steps, seed ${SEED})`, async () => {
    const send = (method: keyof ReturnType<typeof signedIn>) => (url: string) => instance.admin[method](url)
    const client = {
      ...{ get: send('get'), head: send('head'), post: send('post') },
      ...{ patch: send('patch'), delete: send('delete') },
    }
    const make = async (collection: 'topics' | 'people', name: string) =>
      (await instance.payload.create({ collection, data: { name, _status: 'published' } } as never)).id
    const rename = (collection: 'topics' | 'people', id: number | string, name: string) =>
      instance.payload.update({ collection, id, data: { name, _status: 'published' } } as never)
    const [topic, author] = [await make('topics', 'Rain'), await make('people', 'Somebody')]
    await instance.galley.settled()
    const asking = new Mirror()
    while (await asking.sync());
    const listening = new Mirror()
    for (const [id, item] of asking.items) listening.items.set(id, item)
    listening.cursor = asking.cursor
    let isOver = false
    const heard = listening.listen(() => isOver)

    const world = new World(client, { topics: [topic], authors: [author] })
    const steps = fc.sample(sequences(STEPS), { seed: SEED, numRuns: 3 }).flat().slice(0, STEPS)
    for (const type of ['faqs', 'articles', 'articles'] as const)
      await world.step({ kind: 'create and publish', doc: 0, pick: 0, type })
    for (const [n, step] of steps.entries()) {
      await world.step(step)
      // Every article shows them.
      if (chance(5)) await rename('topics', topic, `Rain ${n}`)
      if (chance(8)) await rename('people', author, `Somebody ${n}`)
      if (chance(2)) await asking.sync()
      if (chance(6)) {
        await instance.galley.settled()
        const { consumers } = instance.galley
        await compact(instance.payload, { before: new Date(), consumers })
      }
      if (n % RESTART_EVERY === RESTART_EVERY - 1) await restart()
    }
    await instance.galley.settled()
    const site = await published()
    expect(site.size).toBeGreaterThan(2)
    while (await asking.sync());
    expect(asking.items).toEqual(site)
    await expect.poll(() => listening.items, { timeout: 20_000 }).toEqual(site)
    isOver = true
    await server.close()
    await heard
    server = await listen(instance.app)
  })
})
