/** Several Galleys on one database: web instances that publish, workers that follow, and two versions side by side. */
import type { Payload } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHead } from '../../pipelines/ledger/read.ts'
import { createReign, DERIVATION_VERSION } from '../../pipelines/publish/reign.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { entriesOf, wholeLedger } from '../support/ledger.ts'
import { itOnSqlite } from '../support/only-on.ts'

/** The goal is a second; a busy machine and the stand-in for MongoDB take longer. */
const AT_MOST = { timeout: 240_000 }
const SOON = { timeout: 60_000, interval: 50 }
/** How soon others see that a process is gone. */
const QUICK = { beatMs: 1_000 }
const EACH = databaseName === 'sqlite' ? 4 : 3

describe.skipIf(databaseUrl() === null)('several processes on one database', () => {
  let webs: TestGalley[]
  let workers: TestGalley[]
  let payload: Payload
  let person: { id: number | string; itemId: string }

  beforeAll(async () => {
    const first = await startGalley({ ROLE: 'web' })
    payload = first.payload
    webs = [first, await startGalley({ ROLE: 'web' }, first)]
    workers = [
      await startGalley({ ROLE: 'worker' }, first, QUICK),
      await startGalley({ ROLE: 'worker' }, first, QUICK),
    ]
  })
  afterAll(async () => {
    // The first one's folder is the others', too.
    for (const instance of [...(workers ?? []), ...(webs ?? []).reverse()]) await instance.close()
  })

  const settled = async () => {
    for (let head = -1; head !== (await readHead(payload)); ) {
      head = await readHead(payload)
      for (const { galley } of [...webs, ...workers]) await galley.settled()
    }
  }
  const make = async (web: TestGalley | undefined, type: string, data: object) => {
    const { body } = await (web as TestGalley).admin
      .post(`/api/${type}`)
      .send({ ...data, _status: 'published' })
      .expect(201)
    return { id: body.doc.id, itemId: `${type}:${body.doc.uid}`, slug: body.doc.slug }
  }
  const rename = (web: TestGalley | undefined, type: string, id: number | string, data: object) =>
    (web as TestGalley).admin
      .patch(`/api/${type}/${id}`)
      .send({ ...data, _status: 'published' })
      .expect(200)

  it('leave no gap, nothing twice and nothing out while all of them write', AT_MOST, async () => {
    person = await make(webs[0], 'people', { name: 'Before' })
    const numbers = Array.from({ length: EACH }, (_, n) => n)
    const made = await Promise.all(
      webs.flatMap((web, at) =>
        numbers.map((n) => make(web, 'articles', { title: `Article ${at} ${n}`, authors: [person.id] })),
      ),
    )
    await Promise.all([
      rename(webs[1], 'people', person.id, { name: 'After' }),
      ...made.map(({ id }, n) => rename(webs[n % 2], 'articles', id, { summary: `Summary ${n}` })),
    ])
    await settled()
    const ledger = await wholeLedger(payload)
    expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1))
    for (const [n, { itemId, slug }] of made.entries()) {
      const entries = ledger.filter((entry) => entry.itemId === itemId)
      const hashes = entries.map(({ hash }) => hash)
      expect(hashes.filter((hash, index) => hash === hashes[index - 1])).toEqual([])
      const last = { summary: `Summary ${n}`, authors: [{ name: 'After' }] }
      expect(entries.at(-1)?.item).toMatchObject(last)
      const { body } = await request(webs[n % 2]?.app as never)
        .get(`/v1/articles/${slug}`)
        .expect(200)
      expect(body.data).toMatchObject(last)
    }
  })

  it('show on one what another has published, in the API and in the feeds', async () => {
    const feed = async () => (await request(webs[1]?.app as never).get('/feeds/rss.xml')).text
    expect(await feed()).not.toContain('Seen elsewhere')
    const { slug } = await make(webs[0], 'articles', { title: 'Seen elsewhere', summary: 'S' })
    const status = async () => (await request(webs[1]?.app as never).get(`/v1/articles/${slug}`)).status
    await expect.poll(status, SOON).toBe(200)
    await expect.poll(feed, SOON).toContain('Seen elsewhere')
  })

  const hosts = async () => {
    const lasts = new Map((await wholeLedger(payload)).map((entry) => [entry.itemId, entry.url]))
    const urls = [...lasts].filter(([id]) => id.startsWith('articles:')).map(([, url]) => new URL(url).host)
    return [...new Set(urls)]
  }

  itOnSqlite(
    'of which one has new addresses, move everything there once; the old ones bring nothing back',
    AT_MOST,
    async () => {
      const moved = await startGalley({ ROLE: 'worker', SITE_URL: 'http://moved.test' }, webs[0], QUICK)
      workers.push(moved)
      await moved.galley.settled()
      await settled()
      expect(await hosts()).toEqual(['moved.test'])

      // Both old and new are asked to look again; what is saved through an old one moves, too.
      await rename(webs[0], 'people', person.id, { name: 'At last' })
      const { itemId } = await make(webs[0], 'articles', { title: 'Saved on an old one' })
      await expect.poll(async () => (await entriesOf(payload, itemId)).at(-1)?.cause, SOON).toBe('rebuild')
      await settled()
      expect(await hosts()).toEqual(['moved.test'])
      const head = await readHead(payload)
      for (const { galley } of workers) await galley.settled()
      expect(await readHead(payload)).toBe(head)
    },
  )

  itOnSqlite(
    'bring the old addresses back, once, when those with the new ones are gone',
    AT_MOST,
    async () => {
      await workers.pop()?.close()
      await expect.poll(hosts, SOON).toEqual(['www.test'])
      await settled()
      const head = await readHead(payload)
      for (const { galley } of workers) await galley.settled()
      expect([await hosts(), await readHead(payload)]).toEqual([['www.test'], head])
    },
  )

  it('give way to one that was taken for gone and had only stood still', async () => {
    const of = (host: string, beatMs: number) =>
      createReign({
        payload,
        addresses: { siteUrl: `http://${host}.test`, publicUrl: 'http://cms.test' },
        beatMs,
        onTakenOver: () => took.push(host),
      })
    const took: string[] = []
    const [old, stalled] = [of('old', 100), of('new', 3_000)]
    await old.claim()
    await stalled.claim()
    expect([await old.standing(), await stalled.standing()]).toEqual(['following', 'reigning'])
    // It says nothing for thirty times as long as the other would.
    await expect.poll(() => took, SOON).toEqual(['old'])
    await expect.poll(() => took, SOON).toEqual(['old', 'new'])
    expect([await old.standing(), await stalled.standing()]).toEqual(['following', 'reigning'])
    await old.stop()
    await stalled.stop()
  })

  it('of which one has a lower version, follow the higher while it lives, whoever came last', async () => {
    const addresses = { siteUrl: 'http://moved.test', publicUrl: 'http://cms.test' }
    const [lower, higher] = [1, 2].map((later) =>
      createReign({ payload, addresses, version: DERIVATION_VERSION + later, beatMs: 1_000 }),
    )
    await higher?.claim()
    await lower?.claim()
    expect([await lower?.standing(), await higher?.standing()]).toEqual(['following', 'reigning'])
    await higher?.stop()
    await expect.poll(async () => lower?.standing(), SOON).toBe('deputy')
    await lower?.stop()
  })
})
