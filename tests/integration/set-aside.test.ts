/** An entry that a channel cannot apply: the others flow, it is kept, and can be tried again. */
import type { Payload } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readVersion } from '../../pipelines/ledger/cursors.ts'
import type { SetAside } from '../../pipelines/ledger/set-aside.ts'
import { type Ask, everybody, type Who } from '../support/access-table.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

/** Five tries take about five seconds; the stand-in for MongoDB is slow. */
const SOON = { timeout: 60_000, interval: 100 }
const REASON = 'it is not digestible'

type Channel = { channel: string; lag: number; failures: number; error: string | null; setAside: number }

describe.skipIf(databaseUrl() === null)('an entry that a channel cannot apply', () => {
  let instance: TestGalley
  let payload: Payload
  let ask: Ask
  const poisoned = new Set<string>()

  beforeAll(async () => {
    instance = await startGalley()
    payload = instance.payload
    ask = await everybody(instance)
    const { create, updateOne } = payload.db
    const refuse = (args: { collection: string; data: { [field: string]: unknown } }) => {
      if (args.collection === 'delivery-items' && poisoned.has(String(args.data.itemId)))
        throw new Error(REASON)
    }
    payload.db.create = async function orRefuse(this: typeof payload.db, args) {
      refuse(args as never)
      return create.call(this, args)
    } as typeof create
    payload.db.updateOne = async function orRefuse(this: typeof payload.db, args) {
      refuse(args as never)
      return updateOne.call(this, args)
    } as typeof updateOne
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  const publish = async (name: string) => {
    const data = { name, _status: 'published' } as never
    const { id, uid, slug } = await payload.create({ collection: 'topics', data })
    return { id, itemId: `topics:${uid}`, url: `/v1/topics/${slug}` }
  }
  const delivery = async (): Promise<Channel> => {
    const { body } = await request(instance.app).get('/readyz').expect(200)
    return body.channels.find(({ channel }: Channel) => channel === 'delivery')
  }
  const statusOf = async (url: string) => (await request(instance.app).get(url)).status
  const setAside = async (itemId: string): Promise<SetAside[]> => {
    const url = `/api/ledger-set-aside?where[itemId][equals]=${itemId}`
    return (await ask('editor', { method: 'get', url }).expect(200)).body.docs
  }
  const retry = (who: Who, { id }: SetAside) =>
    ask(who, { method: 'post', url: `/api/ledger-set-aside/${id}/retry` })

  it('is set aside after five tries; entries of others flow, before and after it, in every channel', async () => {
    const before = await publish('Before it')
    const poison = await payload.create({ collection: 'topics', draft: true, data: { name: 'Poison' } })
    poisoned.add(`topics:${poison.uid}`)
    await payload.update({ collection: 'topics', id: poison.id, data: { _status: 'published' } })
    const after = await publish('After it')

    await expect.poll(async () => (await delivery()).error, SOON).toBe(REASON)
    await expect.poll(async () => await statusOf(before.url), SOON).toBe(200)
    await expect.poll(async () => (await delivery()).setAside, SOON).toBe(1)
    await expect.poll(async () => await statusOf(after.url), SOON).toBe(200)
    await instance.galley.settled()
    expect(await delivery()).toMatchObject({ lag: 0, failures: 0, error: null, setAside: 1 })
    expect(await statusOf(`/v1/topics/${poison.slug}`)).toBe(404)
    expect(await setAside(`topics:${poison.uid}`)).toMatchObject([
      { consumer: 'delivery', itemId: `topics:${poison.uid}`, error: REASON, attempts: 5 },
    ])
  })

  it('is tried again by editors and admins alone, who are told why it fails or that it is applied', async () => {
    const [itemId = ''] = poisoned
    const [row] = await setAside(itemId)
    if (!row) throw new Error('nothing is set aside')
    await retry('nobody', row).expect(401)
    await retry('reader', row).expect(403)
    await retry('author', row).expect(403)
    const refused = await retry('editor', row).expect(409)
    expect([refused.type, refused.body.detail]).toEqual([
      'application/problem+json',
      expect.stringContaining(REASON),
    ])
    expect(await setAside(row.itemId)).toMatchObject([{ attempts: 6 }])
    poisoned.clear()
    const version = await readVersion(payload, 'delivery')
    expect((await retry('admin', row).expect(200)).body).toEqual({ status: 'applied' })
    expect((await delivery()).setAside).toBe(0)
    // What is rendered of its rows, by any process, is no longer what they say.
    expect(await readVersion(payload, 'delivery')).toBeGreaterThan(version)
    expect(await statusOf('/v1/topics/poison')).toBe(200)
    await retry('editor', row).expect(404)
  })

  // What no database decides is asked once.
  const onSqlite = databaseName === 'sqlite' ? it : () => {}
  onSqlite(
    'is forgotten once a newer one of its item is applied, so that nothing old comes back',
    async () => {
      const { id, itemId, url } = await publish('First name')
      await instance.galley.settled()
      poisoned.add(itemId)
      const rename = async (name: string) =>
        payload.update({ collection: 'topics', id, data: { name, _status: 'published' } })
      await rename('Second name')
      await expect.poll(async () => (await setAside(itemId)).length, SOON).toBe(1)
      const [row] = await setAside(itemId)
      poisoned.clear()
      await rename('Third name')
      await instance.galley.settled()
      expect(await setAside(itemId)).toEqual([])
      if (row) await retry('editor', row).expect(404)
      expect((await request(instance.app).get(url)).body.data.title).toBe('Third name')
    },
  )
})
