import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contentTypes } from '../../collections/index.ts'
import { readHead } from '../../pipelines/ledger/read.ts'
import { createPublisher } from '../../pipelines/publish/publisher.ts'
import { createGalley } from '../../src/galley.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { entriesOf, wholeLedger } from '../support/ledger.ts'
import { itOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'

describe.skipIf(databaseUrl() === null)('publishing', () => {
  let instance: TestGalley
  let payload: Payload

  beforeAll(async () => {
    instance = await startGalley()
    payload = instance.payload
  })
  afterAll(() => instance?.close())

  const settled = () => instance.galley.settled()
  const actions = async (itemId: string) => (await entriesOf(payload, itemId)).map(({ action }) => action)

  async function publishArticle(data: { [field: string]: unknown } = {}) {
    const article = await payload.create({
      collection: 'articles',
      data: {
        title: `Article ${Math.random()}`,
        body: paragraphs('Words that stand in the body.'),
        ...data,
        _status: 'published',
      } as never,
    })
    await settled()
    return { id: article.id, itemId: `articles:${article.uid}`, article }
  }

  it('appends one entry for a publication and none for a save without a change', async () => {
    const { id, itemId } = await publishArticle()
    expect(await actions(itemId)).toEqual(['published'])
    await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    await settled()
    expect(await actions(itemId)).toEqual(['published'])
  })

  it('adds nothing for a first draft, an autosave or a draft over a live document', async () => {
    const draft = await payload.create({
      collection: 'articles',
      draft: true,
      data: { title: 'Only a draft' },
    })
    const { id, itemId } = await publishArticle({ title: 'Live' })
    const head = await readHead(payload)
    const save = (autosave: boolean, title: string) =>
      payload.update({ collection: 'articles', id, draft: true, autosave, data: { title, _status: 'draft' } })
    await save(false, 'A secret draft')
    await save(true, 'A secret autosave')
    await settled()
    expect(await readHead(payload)).toBe(head)
    expect(await actions(`articles:${draft.uid}`)).toEqual([])
    const [entry] = await entriesOf(payload, itemId)
    expect(entry?.item?.title).toBe('Live')
  })

  it('takes back what is unpublished, trashed or deleted, and brings it back as the same item', async () => {
    const { id, itemId } = await publishArticle()
    const set = async (data: { [field: string]: unknown }) => {
      await payload.update({ collection: 'articles', id, data, trash: true })
      await settled()
    }
    await set({ _status: 'draft' })
    await set({ _status: 'published' })
    await set({ deletedAt: new Date().toISOString() })
    await set({ deletedAt: null, _status: 'published' })
    await payload.delete({ collection: 'articles', id })
    await settled()
    expect(await actions(itemId)).toEqual([
      'published',
      'unpublished',
      'published',
      'unpublished',
      'published',
      'unpublished',
    ])
    const last = (await entriesOf(payload, itemId)).at(-1)
    expect(last?.item).toBeNull()
  })

  itOnSqlite('moves updatedAt when the words change, not when a person or topic does', async () => {
    const topic = await payload.create({
      collection: 'topics',
      data: { name: 'Before', _status: 'published' },
    })
    const { id, itemId } = await publishArticle({ topics: [topic.id] })
    await payload.update({
      collection: 'topics',
      id: topic.id,
      data: { name: 'After', _status: 'published' },
    })
    await settled()
    await payload.update({
      collection: 'articles',
      id,
      data: { summary: 'New words.', _status: 'published' },
    })
    await settled()
    const [first, renamed, rewritten] = await entriesOf(payload, itemId)
    expect(renamed).toMatchObject({ action: 'updated', cause: 'dependency' })
    expect(renamed?.item?.topics[0]?.name).toBe('After')
    expect(renamed?.item?.updatedAt).toBe(first?.item?.updatedAt)
    expect(rewritten?.cause).toBe('save')
    expect(Date.parse(rewritten?.item?.updatedAt ?? '')).toBeGreaterThan(
      Date.parse(first?.item?.updatedAt ?? ''),
    )
  })

  it('shows an answer while its question is published, by field or by block', async () => {
    const faq = await payload.create({
      collection: 'faqs',
      data: { question: 'Is it so?', body: paragraphs('It is.'), _status: 'published' },
    })
    const { itemId } = await publishArticle({ faqs: [faq.id] })
    await payload.update({ collection: 'faqs', id: faq.id, data: { _status: 'draft' } })
    await settled()
    const [shown, hidden] = await entriesOf(payload, itemId)
    expect(shown?.item?.html).toContain('It is.')
    expect(hidden?.item?.html).not.toContain('It is.')
    expect(hidden?.item?.relations.faqs).toEqual([])
    expect(hidden?.dependsOn).toContain(`faqs:${faq.uid}`)
    await payload.update({ collection: 'faqs', id: faq.id, data: { _status: 'published' } })
    await settled()
    expect((await entriesOf(payload, itemId)).at(-1)?.item?.html).toContain('It is.')
  })

  it('publishes nothing of a save that is rolled back', async () => {
    const transaction = await payload.db.beginTransaction()
    if (transaction === null) return
    const head = await readHead(payload)
    const req = { payload, transactionID: transaction } as never
    await payload.create({ collection: 'topics', data: { name: 'Rolled back', _status: 'published' }, req })
    await payload.db.rollbackTransaction(transaction)
    await settled()
    expect(await readHead(payload)).toBe(head)
  })

  it('holds a future item back and publishes it when its time comes', async () => {
    const at = new Date(Date.now() + 2_500).toISOString()
    const { itemId } = await publishArticle({ publishedAt: at })
    expect(await actions(itemId)).toEqual([])
    await expect.poll(() => actions(itemId), { timeout: 60_000 }).toEqual(['published'])
    const [entry] = await entriesOf(payload, itemId)
    expect(entry?.cause).toBe('schedule')
    expect(Date.parse(entry?.recordedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at))
  })

  it('keeps the ledger without a gap when three publishers race', async () => {
    const publishers = [1, 2, 3].map(() =>
      createPublisher({
        payload,
        types: new Map(contentTypes.map((type) => [type.collection, type])),
        addresses: instance.env,
        folders: { uploads: instance.env.uploadsDir, renditions: instance.env.renditionsDir },
        onAppended() {},
        reign: { standing: async () => 'reigning' },
      }),
    )
    const make = (name: string) =>
      payload.create({ collection: 'topics', data: { name, _status: 'published' } })
    // The first of a type makes its collections, too: those who race for that on MongoDB are told to try again.
    await make('Not racing')
    const made = await Promise.all(Array.from({ length: 8 }, (_, index) => make(`Racing ${index}`)))
    await Promise.all([
      ...made.map(({ id }, index) =>
        payload.update({
          collection: 'topics',
          id,
          data: { description: `Round ${index}`, _status: 'published' },
        }),
      ),
      ...publishers.flatMap((publisher) =>
        made.map(({ uid }) => publisher.publish(`topics:${uid}`, { cause: 'save' })),
      ),
    ])
    await settled()
    const seqs = (await wholeLedger(payload)).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
    for (const [index, { uid }] of made.entries()) {
      const entries = await entriesOf(payload, `topics:${uid}`)
      expect(entries.at(-1)?.item?.summary).toBe(`Round ${index}`)
      const hashes = entries.map(({ hash }) => hash)
      expect(hashes).toEqual([...new Set(hashes)])
    }
  })

  it('heals at the next start what was changed while nobody listened, both ways', async () => {
    const gone = await publishArticle()
    const { id, itemId } = await publishArticle()
    await instance.galley.stop()
    // Below the hooks: as a crash between the commit and the nudge leaves it.
    await payload.db.updateOne({
      collection: 'articles',
      id,
      data: { title: 'Changed in the dark', updatedAt: new Date().toISOString() },
    })
    await payload.db.updateOne({ collection: 'articles', id: gone.id, data: { _status: 'draft' } })
    instance.galley = createGalley(payload, instance.env)
    await instance.galley.start()
    await settled()
    const last = (await entriesOf(payload, itemId)).at(-1)
    expect(last).toMatchObject({ action: 'updated', cause: 'reconcile' })
    expect(last?.item?.title).toBe('Changed in the dark')
    expect(await actions(gone.itemId)).toEqual(['published', 'unpublished'])
  })

  it('finds at the next check what it could not write, an unpublish too', async () => {
    const withdrawn = await publishArticle()
    const edited = await publishArticle()
    const { create } = payload.db
    payload.db.create = async function refuse(this: typeof payload.db, args) {
      if (args.collection === 'publications') throw new Error('disk full')
      return create.call(this, args)
    } as typeof create
    await payload.update({ collection: 'articles', id: withdrawn.id, data: { _status: 'draft' } })
    await payload.update({
      collection: 'articles',
      id: edited.id,
      data: { summary: 'Edited.', _status: 'published' },
    })
    const fresh = await payload.create({
      collection: 'articles',
      data: { title: 'New', _status: 'published' } as never,
    })
    await settled()
    expect(await actions(withdrawn.itemId)).toEqual(['published'])
    payload.db.create = create
    await instance.galley.stop()
    instance.galley = createGalley(payload, instance.env)
    await instance.galley.start()
    await settled()
    expect(await actions(withdrawn.itemId)).toEqual(['published', 'unpublished'])
    expect(await actions(edited.itemId)).toEqual(['published', 'updated'])
    expect(await actions(`articles:${fresh.uid}`)).toEqual(['published'])
  })

  itOnSqlite('unpublishes nothing because a clock went back', async () => {
    const { id, itemId } = await publishArticle()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 })
    try {
      await payload.update({
        collection: 'articles',
        id,
        data: { summary: 'Saved early.', _status: 'published' },
      })
      await settled()
    } finally {
      vi.useRealTimers()
    }
    expect(await actions(itemId)).toEqual(['published', 'updated'])
  })

  it('derives everything again, once, when the addresses have changed', async () => {
    const { itemId } = await publishArticle()
    await instance.galley.stop()
    const env = { ...instance.env, siteUrl: 'https://moved.test' }
    instance.galley = createGalley(payload, env)
    await instance.galley.start()
    await settled()
    const last = (await entriesOf(payload, itemId)).at(-1)
    expect(last).toMatchObject({ action: 'updated', cause: 'rebuild' })
    expect(last?.url).toMatch(/^https:\/\/moved\.test\/articles\//)
    const head = await readHead(payload)
    await instance.galley.stop()
    instance.galley = createGalley(payload, env)
    await instance.galley.start()
    await settled()
    expect(await readHead(payload)).toBe(head)
  })
})
