/** One person whom many articles show. More of them, for figures: TEST_DEPENDENTS=10000. */
import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outside } from '../../database/together.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { readLast } from '../../pipelines/ledger/read.ts'
import { createGalley } from '../../src/galley.ts'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { wholeLedger } from '../support/ledger.ts'
import { paragraphs } from '../support/text.ts'

const COUNT = Number(process.env.TEST_DEPENDENTS ?? 120)
const AT_MOST = { timeout: 60_000 + COUNT * 100 }

describe('a person whom many articles show', () => {
  let instance: TestGalley
  let person: { id: number; uid: string }

  beforeAll(async () => {
    instance = await startGalley()
    const { payload } = instance
    person = (await payload.create({
      collection: 'people',
      data: { name: 'First Name', _status: 'published' },
    })) as never
    await instance.galley.settled()
    await instance.galley.stop()
    // Below Payload: its hooks would take longer than everything that is tested here.
    const now = new Date().toISOString()
    for (let n = 0; n < COUNT; n++) {
      await payload.db.create({
        collection: 'articles',
        returning: false,
        data: {
          ...{ uid: randomUUID(), title: `Article ${n}`, slug: `article-${n}`, _status: 'published' },
          ...{ publishedAt: now, createdAt: now, updatedAt: now, authors: [person.id] },
          references: [{ relationTo: 'people', value: person.id }],
          body: paragraphs(`Words of number ${n}.`),
        },
      })
    }
    await restart()
    await instance.galley.settled()
  }, AT_MOST.timeout)
  afterAll(() => instance?.close())

  async function restart() {
    instance.galley = createGalley(instance.payload, instance.env)
    await instance.galley.start()
  }
  const rename = async (name: string) => {
    const begun = performance.now()
    await instance.admin
      .patch(`/api/people/${person.id}?depth=0`)
      .send({ name, _status: 'published' })
      .expect(200)
    return performance.now() - begun
  }
  const following = async () => {
    const { body } = await request(instance.app).get('/readyz').expect(200)
    return body.channels.find(({ channel }: { channel: string }) => channel === 'dependents')
  }
  const articles = async () => (await wholeLedger(instance.payload)).filter(({ type }) => type === 'articles')

  it(
    'can be renamed at once; the work behind it shows, goes on after a stop, and writes each article once',
    AT_MOST,
    async () => {
      const saved = [await rename('Second Name')]
      await expect.poll(async () => (await following()).remaining ?? 0, AT_MOST).toBeGreaterThan(0)
      expect((await following()).lag).toBeGreaterThan(0)
      // Others are not held up by what goes on meanwhile.
      const topic = { name: 'Meanwhile', _status: 'published' }
      const others: number[] = []
      for (let n = 0; n < 5; n++) {
        const begun = performance.now()
        await instance.admin
          .post('/api/topics')
          .send({ ...topic, name: `Meanwhile ${n}` })
          .expect(201)
        others.push(performance.now() - begun)
      }
      await instance.galley.stop()
      const half = (await articles()).length - COUNT
      expect(half).toBeGreaterThan(0)
      expect(half).toBeLessThan(COUNT)

      const begun = performance.now()
      await restart()
      await instance.galley.settled()
      const entries = await articles()
      expect(entries.length).toBe(2 * COUNT)
      const second = entries.slice(COUNT)
      expect(new Set(second.map(({ itemId }) => itemId)).size).toBe(COUNT)
      expect(new Set(second.map(({ item }) => item?.authors[0]?.name))).toEqual(new Set(['Second Name']))
      expect(await following()).toMatchObject({ lag: 0 })
      expect((await following()).remaining).toBeUndefined()
      process.stdout.write(
        `${COUNT} dependents: the save ${Math.round(saved[0] ?? 0)} ms; saves meanwhile up to ` +
          `${Math.round(Math.max(...others))} ms; ${half} done by then; the others after a restart in ` +
          `${Math.round((performance.now() - begun) / 1000)} s\n`,
      )
    },
  )

  it(
    'has posts that other settings word anew in small steps: what people save comes between',
    AT_MOST,
    async () => {
      const { payload, galley } = instance
      const behind = async (seq: number) =>
        (await payload.count({ collection: 'linkedin-drafts', where: { seq: { less_than: seq } } })).totalDocs
      const { updateOne } = payload.db
      let saved: Promise<number> | undefined
      // With the first draft that is written anew somebody saves; when they are through, others are still to come.
      payload.db.updateOne = (async (args: never) => {
        const { collection, data } = args as { collection: string; data: { seq?: number } }
        if (collection === 'linkedin-drafts' && !saved)
          saved = outside(async () => {
            await payload.create({ collection: 'topics', data: { name: 'Between', _status: 'published' } })
            return behind(data.seq ?? 0)
          })
        return updateOne.call(payload.db, args)
      }) as typeof updateOne
      try {
        await payload.updateGlobal({ slug: 'settings', data: { linkedin: { emojiBullets: true } } })
        await galley.settled()
      } finally {
        payload.db.updateOne = updateOne
      }
      expect(await saved).toBeGreaterThan(0)
      const { seq } = (await readLast(payload, 'settings:site')) as LedgerEntry
      expect(await behind(seq)).toBe(0)
    },
  )
})
