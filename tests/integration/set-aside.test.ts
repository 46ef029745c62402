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
      if (args.collection === 'feed-items' && poisoned.has(String(args.data.itemId))) throw new Error(REASON)
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

  const publish = async (title: string) => {
    const data = { title, summary: 'S', _status: 'published' } as never
    const { id, uid } = await payload.create({ collection: 'articles', data })
    return { id, itemId: `articles:${uid}` }
  }
  const feeds = async (): Promise<Channel> => {
    const { body } = await request(instance.app).get('/readyz').expect(200)
    return body.channels.find(({ channel }: Channel) => channel === 'feeds')
  }
  const isInFeed = async (itemId: string) =>
    (await request(instance.app).get('/feeds/feed.json').expect(200)).text.includes(itemId)
  const setAside = async (itemId: string): Promise<SetAside[]> => {
    const url = `/api/ledger-set-aside?where[itemId][equals]=${itemId}`
    return (await ask('editor', { method: 'get', url }).expect(200)).body.docs
  }
  const retry = (who: Who, { id }: SetAside) =>
    ask(who, { method: 'post', url: `/api/ledger-set-aside/${id}/retry` })

  it('is set aside after five tries; entries of others flow, before and after it, in every channel', async () => {
    const before = await publish('Before it')
    const data = { title: 'Poison', summary: 'S' }
    const poison = await payload.create({ collection: 'articles', draft: true, data })
    const itemId = `articles:${poison.uid}`
    poisoned.add(itemId)
    await payload.update({ collection: 'articles', id: poison.id, data: { _status: 'published' } })
    const after = await publish('After it')

    await expect.poll(async () => (await feeds()).error, SOON).toBe(REASON)
    await expect.poll(async () => await isInFeed(before.itemId), SOON).toBe(true)
    await expect.poll(async () => (await feeds()).setAside, SOON).toBe(1)
    await expect.poll(async () => await isInFeed(after.itemId), SOON).toBe(true)
    await instance.galley.settled()
    expect(await feeds()).toMatchObject({ lag: 0, failures: 0, error: null, setAside: 1 })
    expect(await isInFeed(itemId)).toBe(false)
    await request(instance.app).get('/v1/articles/poison').expect(200)
    expect(await setAside(itemId)).toMatchObject([{ consumer: 'feeds', itemId, error: REASON, attempts: 5 }])
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
    const version = await readVersion(payload, 'feeds')
    expect((await retry('admin', row).expect(200)).body).toEqual({ status: 'applied' })
    expect((await feeds()).setAside).toBe(0)
    // What is rendered of its rows, by any process, is no longer what they say.
    expect(await readVersion(payload, 'feeds')).toBeGreaterThan(version)
    expect(await isInFeed(itemId)).toBe(true)
    await retry('editor', row).expect(404)
  })

  // What no database decides is asked once.
  const onSqlite = databaseName === 'sqlite' ? it : () => {}
  onSqlite(
    'is forgotten once a newer one of its item is applied, so that nothing old comes back',
    async () => {
      const { id, itemId } = await publish('First name')
      await instance.galley.settled()
      poisoned.add(itemId)
      const rename = async (title: string) =>
        payload.update({ collection: 'articles', id, data: { title, _status: 'published' } })
      await rename('Second name')
      await expect.poll(async () => (await setAside(itemId)).length, SOON).toBe(1)
      const [row] = await setAside(itemId)
      poisoned.clear()
      await rename('Third name')
      await instance.galley.settled()
      expect(await setAside(itemId)).toEqual([])
      if (row) await retry('editor', row).expect(404)
      const { text } = await request(instance.app).get('/feeds/feed.json')
      expect(text).toContain('Third name')
      expect(text).not.toContain('Second name')
    },
  )
})
