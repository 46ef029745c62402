import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { importContent } from '../../src/content-files/index.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { entriesOf } from '../support/ledger.ts'
import { describeOnSqlite, itOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'

const TEXT =
  'A gravel bed under the kerb holds the rain for nine days, and the trees above it drink all of it before the ' +
  'next shower comes down the street.'

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const IN_A_DAY = 86_400
/** The stand-in for MongoDB takes 55 ms a write, one after another for everybody: saves get more time before the date. */
const patience = databaseName === 'sqlite' ? 1 : 3
/** So that whoever asks whether an entry is there does not keep the stand-in from writing it. In ms. */
const ASK_EVERY = databaseName === 'sqlite' ? 20 : 500

/**
 * Within a second: how long the stand-in takes to write what is due says nothing of the clock. That it was the clock,
 * and neither the check every five minutes nor a restart, is its cause on every database.
 */
function expectInTime(late: number): void {
  expect(late).toBeGreaterThanOrEqual(0)
  if (databaseName === 'sqlite') expect(late).toBeLessThan(1000)
}

// On time by the second: a machine that stalls meanwhile is not Galley's.
describe.skipIf(databaseUrl() === null)('a publication date in the future', { retry: 2 }, () => {
  let instance: TestGalley
  let count = 0

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  afterAll(() => instance?.close())

  type Doc = { id: string; uid: string; slug: string; publishedAt: string }
  const settled = () => instance.galley.settled()
  const make = async (data: object, type = 'articles'): Promise<Doc> => {
    const title = `Scheduled ${++count}`
    const made = await instance.admin
      .post(`/api/${type}?depth=0`)
      .send({ title, body: paragraphs(TEXT), _status: 'published', ...data })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    await settled()
    return made.body.doc
  }
  const change = (doc: Doc, data: object) =>
    instance.admin.patch(`/api/articles/${doc.id}?depth=0`).send({ _status: 'published', ...data })
  const read = async (address: string) => (await request(instance.app).get(address)).text
  const surfaces = () =>
    Promise.all(['/v1/articles?limit=100', '/feeds/rss.xml', '/feeds/feed.json'].map(read))
  const isOut = async (doc: Doc) => (await surfaces()).every((surface) => surface.includes(doc.uid))
  const isHeldBack = async (doc: Doc) => (await surfaces()).every((surface) => !surface.includes(doc.uid))
  const desk = (doc: Doc, payload: Payload = instance.payload) =>
    payload.db.findOne<{ id: number; state: string }>({
      collection: 'linkedin-drafts' as CollectionSlug,
      where: { itemId: { equals: `articles:${doc.uid}` } },
    })
  const entries = (doc: Doc, payload = instance.payload) => entriesOf(payload, `articles:${doc.uid}`)
  /** How long after its time (or after `since`) the first entry was written, in ms. */
  const lateness = async (doc: Doc, since = Date.parse(doc.publishedAt), payload = instance.payload) => {
    await expect
      .poll(async () => (await entries(doc, payload)).length, { timeout: 60_000, interval: ASK_EVERY })
      .toBe(1)
    const [first] = await entries(doc, payload)
    return Date.parse(first?.recordedAt ?? '') - since
  }

  it('holds an item back everywhere, and lets it out everywhere at its time', async () => {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } })
      .png()
      .toBuffer()
    const image = await instance.payload.create({
      collection: 'media',
      data: { alt: 'A scheduled picture' },
      file: { data: picture, mimetype: 'image/png', name: 'scheduled.png', size: picture.length },
    })
    const made = await make({ publishedAt: inSeconds(IN_A_DAY), image: image.id }, 'case-studies')
    const showing = await make({ caseStudies: [made.id] })
    const doc = { ...made, publishedAt: '' }
    const filesOf = (id: string) =>
      Number(instance.galley.replica?.store.sql('SELECT count(*) FROM files WHERE id = ?').get(id)?.[0])
    const card = async () =>
      JSON.stringify(JSON.parse(await read(`/v1/articles/${showing.slug}`)).data.relations)
    const everywhere = async () => [
      (await read('/v1/case-studies')).includes(doc.uid),
      (await request(instance.app).get(`/v1/case-studies/${doc.slug}`)).status === 200,
      (await read('/feeds/rss.xml')).includes(doc.uid),
      (await read('/feeds/feed.json')).includes(doc.uid),
      (await card()).includes(doc.slug),
      (
        await instance.payload.db.count({
          collection: 'linkedin-drafts' as CollectionSlug,
          where: { itemId: { equals: `case-studies:${doc.uid}` } },
        })
      ).totalDocs === 1,
      filesOf(`media:${(image as { uid?: string }).uid}`) > 0,
    ]
    expect(await everywhere()).toEqual(Array(7).fill(false))
    doc.publishedAt = inSeconds(4 * patience)
    const { publishedAt } = doc
    await instance.admin.patch(`/api/case-studies/${doc.id}`).send({ publishedAt, _status: 'published' })
    await expect
      .poll(async () => (await everywhere()).every(Boolean), { timeout: 60_000, interval: 250 * patience })
      .toBe(true)
    const [entry] = await entriesOf(instance.payload, `case-studies:${doc.uid}`)
    expect(entry).toMatchObject({ action: 'published', cause: 'schedule' })
    expectInTime(Date.parse(entry?.recordedAt ?? '') - Date.parse(doc.publishedAt))
  })

  itOnSqlite(
    'goes out within a second after a restart, and at the start if its time has passed meanwhile',
    async () => {
      const first = await startGalley()
      const create = async (seconds: number) =>
        (await first.payload.create({
          collection: 'articles',
          data: { title: `Restart ${seconds}`, publishedAt: inSeconds(seconds), _status: 'published' },
        })) as unknown as Doc
      const missed = await create(0.6)
      const later = await create(8 * patience)
      await first.galley.stop()
      await closePayload(first.payload)
      await pause(700)
      const second = await startGalley({}, first)
      try {
        expect((await entries(missed, second.payload)).map(({ action }) => action)).toEqual(['published'])
        expect(await entries(later, second.payload)).toEqual([])
        expectInTime(await lateness(later, undefined, second.payload))
      } finally {
        await second.close()
      }
    },
  )

  it('goes out in time when a process scheduled it that is gone by then', async () => {
    const other = await bootPayload(instance.env, 'another process')
    const doc = (await other.create({
      collection: 'articles',
      data: { title: 'By an import', publishedAt: inSeconds(3 * patience), _status: 'published' },
    })) as unknown as Doc
    const saved = Date.now()
    await closePayload(other)
    expectInTime(await lateness(doc, Math.max(saved, Date.parse(doc.publishedAt))))
    expect((await entries(doc))[0]?.cause).toBe('schedule')
  })

  it('is one entry when two processes ring at the same moment', async () => {
    const other = await startGalley({}, instance)
    try {
      const doc = await make({ publishedAt: inSeconds(2.5 * patience) })
      await lateness(doc)
      await pause(1_500)
      expect((await entries(doc)).map(({ action }) => action)).toEqual(['published'])
    } finally {
      await other.galley.stop()
      await closePayload(other.payload)
    }
  })

  itOnSqlite('is tried again soon when it cannot be written at its moment', async () => {
    const doc = await make({ publishedAt: inSeconds(1.5 * patience) })
    const { db } = instance.payload
    const { create } = db
    let refusals = 0
    db.create = async function refuse(this: typeof db, args) {
      const isIt = args.collection === 'publications' && args.data.itemId === `articles:${doc.uid}`
      if (!isIt || refusals === 4) return create.call(this, args)
      refusals += 1
      throw new Error('disk full')
    } as typeof create
    try {
      await expect
        .poll(async () => (await entries(doc)).map(({ cause }) => cause), { timeout: 60_000 })
        .toEqual(['schedule'])
    } finally {
      db.create = create
    }
    expect(refusals).toBe(4)
  })

  describeOnSqlite('changed before its time', () => {
    it('to another slug: keeps only those that were public', async () => {
      const formerSlugs = async (doc: Doc) =>
        (await instance.admin.get(`/api/articles/${doc.id}?depth=0`)).body.formerSlugs
      const never = await make({ publishedAt: inSeconds(IN_A_DAY) })
      await change(never, { slug: `${never.slug}-renamed` })
      expect(await formerSlugs(never)).toEqual([])
      // Taken back, and then out.
      await change(never, { _status: 'draft' })
      await change(never, { slug: `${never.slug}-again`, publishedAt: inSeconds(-1) })
      expect(await formerSlugs(never)).toEqual([])
      const once = await make({})
      await change(once, { publishedAt: inSeconds(IN_A_DAY) })
      await settled()
      await change(once, { slug: `${once.slug}-renamed` })
      expect(await formerSlugs(once)).toEqual([once.slug])
    })

    it('to a later one: waits for that', async () => {
      const doc = await make({ publishedAt: inSeconds(1.5 * patience) })
      const later = inSeconds(4 * patience)
      expect((await change(doc, { publishedAt: later })).status).toBe(200)
      await pause(1_800 * patience)
      expect(await entries(doc)).toEqual([])
      expect(await lateness(doc, Date.parse(later))).toBeLessThan(1000 * patience)
    })

    it('to an earlier one, or to now: goes out then', async () => {
      const doc = await make({ publishedAt: inSeconds(IN_A_DAY) })
      const earlier = inSeconds(1.5)
      await change(doc, { publishedAt: earlier })
      const late = await lateness(doc, Date.parse(earlier))
      expectInTime(late)
      const now = await make({ publishedAt: inSeconds(IN_A_DAY) })
      await change(now, { publishedAt: new Date().toISOString() })
      await settled()
      expect(await isOut(now)).toBe(true)
    })

    it('unpublished or put into the trash: does not go out', async () => {
      const cancelled = await make({ publishedAt: inSeconds(2 * patience) })
      const trashed = await make({ publishedAt: inSeconds(2 * patience) })
      await change(cancelled, { _status: 'draft' })
      await change(trashed, { deletedAt: new Date().toISOString() })
      await pause(3_000 * patience)
      await settled()
      for (const doc of [cancelled, trashed]) expect(await entries(doc)).toEqual([])
    })

    it('with a draft over it: what was scheduled goes out, not the draft', async () => {
      const doc = await make({ publishedAt: inSeconds(2 * patience), summary: 'Scheduled words.' })
      await instance.admin
        .patch(`/api/articles/${doc.id}?draft=true`)
        .send({ summary: 'Unfinished words.', publishedAt: inSeconds(IN_A_DAY) })
      await lateness(doc)
      expect((await entries(doc))[0]?.item?.summary).toBe('Scheduled words.')
    })
  })

  itOnSqlite('is not taken back by a clock that is behind the one that let it out', async () => {
    const due = inSeconds(1800)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
    const doc = await make({ publishedAt: due }).finally(() => vi.useRealTimers())
    expect(await isOut(doc)).toBe(true)
    await instance.galley.stop()
    await closePayload(instance.payload)
    instance = await startGalley({}, instance)
    expect(await isOut(doc)).toBe(true)
    // Published again with the date that it has: still nothing is taken back, and nothing is asked.
    expect((await change(doc, { summary: 'New words.' })).status).toBe(200)
    await settled()
    expect(await isOut(doc)).toBe(true)
    expect((await entries(doc)).map(({ action }) => action)).toEqual(['published', 'updated'])
  })

  describeOnSqlite('over a public document', () => {
    const refused = (answer: request.Response) => {
      expect(answer.status).toBe(400)
      expect(answer.body.errors[0].data.errors).toEqual([
        expect.objectContaining({
          path: 'publishedAt',
          message: expect.stringContaining('"holdBack": true'),
        }),
      ])
    }

    it('is refused unless somebody says that it is meant', async () => {
      const doc = await make({})
      refused(await change(doc, { publishedAt: inSeconds(IN_A_DAY) }))
      refused(await change(doc, { publishedAt: inSeconds(IN_A_DAY), holdBack: false }))
      await settled()
      expect(await isOut(doc)).toBe(true)
      expect((await entries(doc)).map(({ action }) => action)).toEqual(['published'])

      const due = inSeconds(2.5 * patience)
      const meant = await change(doc, { publishedAt: due, holdBack: true })
      expect(meant.status).toBe(200)
      expect(meant.body.doc.holdBack ?? false).toBe(false)
      await settled()
      expect(await isHeldBack(doc)).toBe(true)
      expect((await desk(doc))?.state).toBe('withdrawn')
      await expect.poll(() => isOut(doc), { timeout: 60_000, interval: 50 }).toBe(true)
      expect((await entries(doc)).map(({ action }) => action)).toEqual([
        'published',
        'unpublished',
        'published',
      ])
    })

    it('may be drafted, and is asked about when the draft is published', async () => {
      const doc = await make({})
      const draft = await instance.admin
        .patch(`/api/articles/${doc.id}?draft=true`)
        .send({ publishedAt: inSeconds(IN_A_DAY) })
      expect(draft.status).toBe(200)
      refused(await change(doc, { updatedAt: draft.body.doc.updatedAt }))
      // The answer to one question is no answer to the next.
      const answered = await instance.admin
        .patch(`/api/articles/${doc.id}?draft=true`)
        .send({ holdBack: true })
      refused(await change(doc, { updatedAt: answered.body.doc.updatedAt }))
    })

    it('is refused in a selection too', async () => {
      const doc = await make({})
      const many = await instance.admin
        .patch(`/api/articles?where[id][in][0]=${doc.id}`)
        .send({ publishedAt: inSeconds(IN_A_DAY), _status: 'published' })
      expect(many.body.errors).toHaveLength(1)
      await settled()
      expect(await isOut(doc)).toBe(true)
    })

    it('is nothing to ask about while the document waits for its time anyway', async () => {
      const doc = await make({ publishedAt: inSeconds(IN_A_DAY) })
      expect((await change(doc, { publishedAt: inSeconds(2 * IN_A_DAY) })).status).toBe(200)
      const back = await change(doc, { _status: 'draft' })
      expect(back.status).toBe(200)
      expect((await change(doc, { publishedAt: inSeconds(IN_A_DAY) })).status).toBe(200)
    })

    it('in a content file is refused with its line', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'galley-schedule-'))
      const file = path.join(folder, 'moved.md')
      const write = (date: string) =>
        writeFile(
          file,
          `---\ntype: article\nslug: moved\ntitle: Moved\npublishedAt: ${date}\n---\n\n${TEXT}\n`,
        )
      const take = () => importContent({ payload: instance.payload, paths: [folder], publish: true })
      await write('2026-01-09T09:00:00Z')
      expect((await take()).errors).toEqual([])
      await settled()
      await write(inSeconds(IN_A_DAY))
      const { errors, failed } = await take()
      expect(failed).toBe(1)
      expect(errors).toEqual([expect.stringMatching(/moved\.md:5: .*publishedAt.*This is public now/s)])
      expect((await request(instance.app).get('/v1/articles/moved')).status).toBe(200)
    })
  })
})
