import type { CollectionSlug } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { entriesOf, wholeLedger } from '../support/ledger.ts'
import { itOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'

const TEXT =
  'A gravel bed under the kerb holds the rain for nine days, and the trees above it drink all of it before the ' +
  'next shower comes down the street.'

/** Both ways meet the same database. */
const ways = <Row>(all: Row[]) => (databaseName === 'sqlite' ? all : all.slice(0, 1))

describe.skipIf(databaseUrl() === null)('the trash', () => {
  let instance: TestGalley
  let count = 0

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  type Doc = {
    id: string
    uid: string
    slug: string
    publishedAt: string
    formerSlugs?: string[]
    title: string
  }
  const settled = () => instance.galley.settled()
  const make = async (data: object = {}): Promise<Doc> => {
    const title = `Article ${++count}`
    const made = await instance.admin
      .post('/api/articles?depth=0')
      .send({ title, body: paragraphs(TEXT), _status: 'published', ...data })
    expect(made.status).toBe(201)
    await settled()
    return made.body.doc
  }
  const path = (doc: Doc) => `/api/articles/${doc.id}`
  /** As the admin does it, for one document and for a selection. */
  const trash = async (doc: Doc) => {
    const answer = await instance.admin.patch(path(doc)).send({ deletedAt: new Date().toISOString() })
    expect(answer.status).toBe(200)
    await settled()
  }
  const selected = (...docs: Doc[]) =>
    `/api/articles?trash=true&${docs.map((doc, n) => `where[and][0][id][in][${n}]=${doc.id}`).join('&')}&where[and][1][deletedAt][exists]=true`
  const restoreSelected = async (status: 'draft' | 'published', ...docs: Doc[]) => {
    const answer = await instance.admin.patch(selected(...docs)).send({ deletedAt: null, _status: status })
    expect(answer.body.errors).toEqual([])
    await settled()
  }
  const restoreOne = async (doc: Doc, body: object) => {
    const answer = await instance.admin.patch(`${path(doc)}?trash=true`).send({ deletedAt: null, ...body })
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
    await settled()
  }
  const publicItem = async (slug: string) =>
    (await request(instance.app).get(`/v1/articles/${slug}`)).body.data ?? null
  const newest = async (doc: Doc) => (await instance.admin.get(`${path(doc)}?draft=true&depth=0`)).body
  const guids = async () => {
    const feed = await request(instance.app).get('/feeds/feed.json')
    return (feed.body.items as { id: string; url: string }[]).map(({ id }) => id)
  }
  const desk = (doc: Doc) =>
    instance.payload.db.findOne<{ id: number; state: string; text: string; edited?: unknown }>({
      collection: 'linkedin-drafts' as CollectionSlug,
      where: { itemId: { equals: `articles:${doc.uid}` } },
    })

  it.each(
    ways([
      ['a selection, as published', (doc: Doc) => restoreSelected('published', doc)],
      ['one, as published', (doc: Doc) => restoreOne(doc, { _status: 'published' })],
    ]),
  )('gives a public document back with its whole identity (%s)', async (_, restore) => {
    const first = await make()
    const renamed = await instance.admin
      .patch(path(first))
      .send({ slug: `renamed-${first.slug}`, _status: 'published' })
    const doc = renamed.body.doc as Doc
    await settled()
    const item = await publicItem(doc.slug)
    const [guid] = (await guids()).filter((one) => one.includes(doc.uid))
    const row = await desk(doc)
    expect(item.formerSlugs).toEqual([first.slug])

    await trash(doc)
    expect(await publicItem(doc.slug)).toBeNull()
    expect((await guids()).some((one) => one.includes(doc.uid))).toBe(false)
    expect((await desk(doc))?.state).toBe('withdrawn')

    await restore(doc)
    expect(await publicItem(doc.slug)).toEqual({ ...item, updatedAt: expect.any(String) })
    expect((await guids()).filter((one) => one.includes(doc.uid))).toEqual([guid])
    expect((await desk(doc))?.id).toBe(row?.id)
    expect((await desk(doc))?.state).toBe('draft')
    const entries = await entriesOf(instance.payload, `articles:${doc.uid}`)
    expect(entries.map(({ action }) => action)).toEqual(['published', 'updated', 'unpublished', 'published'])
    const { uid, slug, publishedAt, formerSlugs } = doc
    expect(await newest(doc)).toMatchObject({ uid, slug, publishedAt, formerSlugs, _status: 'published' })
  })

  itOnSqlite('gives a draft back as a draft', async () => {
    const doc = await make({ _status: 'draft' })
    await instance.admin.patch(`${path(doc)}?draft=true`).send({ summary: 'Half a thought.' })
    for (const restore of [
      () => restoreSelected('draft', doc),
      () => restoreOne(doc, { _status: 'draft' }),
    ]) {
      await trash(doc)
      await restore()
      expect(await newest(doc)).toMatchObject({ _status: 'draft', summary: 'Half a thought.', uid: doc.uid })
    }
    expect(await entriesOf(instance.payload, `articles:${doc.uid}`)).toEqual([])
  })

  it.each(
    ways([
      ['a selection', (doc: Doc) => restoreSelected('published', doc), 'published'],
      ['one', (doc: Doc) => restoreOne(doc, { _status: 'published' }), 'published'],
      ['a selection as drafts', (doc: Doc) => restoreSelected('draft', doc), 'draft'],
      ['one as a draft', (doc: Doc) => restoreOne(doc, { _status: 'draft' }), 'draft'],
    ]),
  )('keeps the public text and the draft over it apart: %s', async (_, restore, status) => {
    const doc = await make({ summary: 'Ready.' })
    await instance.admin
      .patch(`${path(doc)}?draft=true`)
      .send({ summary: 'Half done.', slug: `${doc.slug}-x` })
    await trash(doc)
    await restore(doc)
    const item = await publicItem(doc.slug)
    if (status === 'published') expect(item).toMatchObject({ summary: 'Ready.', slug: doc.slug })
    else expect(item).toBeNull()
    expect(await newest(doc)).toMatchObject({
      summary: 'Half done.',
      slug: `${doc.slug}-x`,
      _status: 'draft',
      deletedAt: null,
    })
    const main = await instance.admin.get(`${path(doc)}?depth=0`)
    expect(main.body).toMatchObject({ summary: 'Ready.', slug: doc.slug, _status: status })
    expect(JSON.stringify(await wholeLedger(instance.payload))).not.toContain('Half done.')
  })

  it('takes a selection away and gives it back, each as it was', async () => {
    const docs = [await make({ summary: 'One.' }), await make({ summary: 'Two.' })]
    await instance.admin.patch(`${path(docs[1] as Doc)}?draft=true`).send({ summary: 'Two, half done.' })
    const where = docs.map((doc, n) => `where[id][in][${n}]=${doc.id}`).join('&')
    const away = await instance.admin
      .patch(`/api/articles?${where}`)
      .send({ deletedAt: new Date().toISOString() })
    expect(away.body.errors).toEqual([])
    await settled()
    for (const doc of docs) expect(await publicItem(doc.slug)).toBeNull()
    await restoreSelected('published', ...docs)
    expect((await publicItem((docs[0] as Doc).slug)).summary).toBe('One.')
    expect((await publicItem((docs[1] as Doc).slug)).summary).toBe('Two.')
    expect((await newest(docs[1] as Doc)).summary).toBe('Two, half done.')
  })

  itOnSqlite(
    'passes nothing on to a later document of the same slug once it is deleted for good',
    async () => {
      const old = await make({ slug: 'the-same-slug' })
      await instance.admin.patch(path(old)).send({ slug: 'the-old-one', _status: 'published' })
      await settled()
      const row = await desk(old)
      await instance.payload.db.updateOne({
        collection: 'linkedin-drafts' as CollectionSlug,
        id: row?.id ?? 0,
        data: { text: 'Written by hand.', edited: true, state: 'approved' },
      })
      await trash(old)
      // “Empty trash” in the admin.
      const emptied = await instance.admin.delete(selected(old))
      expect(emptied.body.errors).toEqual([])
      await settled()

      for (const slug of ['the-old-one', 'the-same-slug']) {
        const next = await make({ slug })
        expect(next.slug).toBe(slug)
        expect(next.uid).not.toBe(old.uid)
        expect(next.id).not.toBe(old.id)
        expect(next.formerSlugs ?? []).toEqual([])
        const item = await publicItem(slug)
        expect(item).toMatchObject({
          id: `articles:${next.uid}`,
          formerSlugs: [],
          publishedAt: next.publishedAt,
        })
        expect((await guids()).filter((one) => one.includes(next.uid))).toHaveLength(1)
        const draft = await desk(next)
        expect(draft?.id).not.toBe(row?.id)
        expect(draft?.state).toBe('draft')
        expect(draft?.edited ?? false).toBe(false)
        expect(draft?.text).not.toContain('Written by hand.')
        const versions = await instance.admin.get(`/api/articles/versions?where[parent][equals]=${next.id}`)
        expect(versions.body.totalDocs).toBe(1)
      }
      const left = await instance.admin.get(`/api/articles/versions?where[parent][equals]=${old.id}`)
      expect(left.body.totalDocs).toBe(0)
      expect((await guids()).some((one) => one.includes(old.uid))).toBe(false)
      const actions = (await entriesOf(instance.payload, `articles:${old.uid}`)).map(({ action }) => action)
      expect(actions.at(-1)).toBe('unpublished')
    },
  )
})
