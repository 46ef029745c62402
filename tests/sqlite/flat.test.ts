/** The short way to the program's own rows answers what Payload's own does. */
import type { CollectionSlug, Payload, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { together } from '../../database/together.ts'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { paragraphs } from '../support/text.ts'

type Row = { id: number; [field: string]: unknown }
type Asked = { where?: Where; sort?: string | string[]; select?: { [field: string]: true } }

const TEXT =
  'Rain stays under the kerb for nine days, and the trees above it drink it before the next shower. '
/** With everything that a draft can hold. */
const DRAFTS = 'linkedin-drafts' as CollectionSlug
const CURSORS = 'ledger-cursors'

describe('rows of flat tables', () => {
  let instance: TestGalley
  let payload: Payload

  beforeAll(async () => {
    instance = await startGalley()
    payload = instance.payload
    const topic = await payload.create({
      collection: 'topics',
      data: { name: '“Soil” & søn', _status: 'published' },
    })
    for (const title of ['One', 'Two “quoted”', 'Three'])
      await payload.create({
        collection: 'articles',
        data: { title, topics: [topic.id], body: paragraphs(TEXT.repeat(4)), _status: 'published' },
      })
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  /** Payload's own way is taken for whatever comes in pages. */
  async function expectSame(collection: string, asked: Asked = {}, most?: number) {
    const about = { collection: collection as CollectionSlug, limit: 100, ...asked }
    const [fast, slow] = [
      await payload.db.find<Row>({ ...about, pagination: false }),
      await payload.db.find<Row>(about),
    ]
    expect([collection, fast.docs]).toEqual([collection, slow.docs])
    expect(fast.docs.length).toBeLessThanOrEqual(most ?? 100)
    expect((await payload.db.count(about)).totalDocs).toBe(slow.totalDocs)
    return fast.docs
  }

  it('are read as Payload reads them', async () => {
    const own = Object.values(payload.collections).filter(({ config }) =>
      /^(publications$|ledger-|feed-items$|linkedin-drafts$)/.test(config.slug),
    )
    expect(own.length).toBeGreaterThan(7)
    for (const { config } of own) {
      const docs = await expectSame(config.slug)
      expect(await payload.db.findOne({ collection: config.slug, where: {} })).toEqual(
        docs.toSorted((a, b) => b.id - a.id)[0] ?? null,
      )
    }
  })

  it('are found as Payload finds them', async () => {
    const [newest] = await expectSame('publications')
    const { itemId, recordedAt } = newest as Row & { itemId: string; recordedAt: string }
    const seqs = [1, 3, 999]
    await expectSame('publications', { where: { itemId: { equals: itemId } } }, 1)
    await expectSame('publications', { where: { itemId: { in: [itemId, 'no:such'] } }, sort: 'seq' }, 1)
    await expectSame('publications', { where: { itemId: { in: [] } } }, 0)
    await expectSame('publications', { where: { seq: { in: seqs } }, select: { seq: true, item: true } }, 2)
    await expectSame('publications', { where: { seq: { greater_than: 1, less_than_equal: 3 } } }, 2)
    await expectSame('publications', { where: { recordedAt: { less_than: recordedAt } } })
    await expectSame('publications', { where: { recordedAt: { equals: new Date(recordedAt) } } }, 1)
    await expectSame(
      'publications',
      { where: { title: { equals: 'Two “quoted”' } }, sort: ['type', '-seq'] },
      1,
    )
    await expectSame(
      'publications',
      { where: { and: [], or: [{ seq: { equals: 1 } }, { seq: { equals: 2 } }] } },
      2,
    )
    await expectSame('ledger-items', { where: { and: [{ live: { equals: false } }, {}] } }, 0)
    await expectSame('ledger-items', { where: { live: { equals: true }, type: { not_equals: 'articles' } } })
    await expectSame(CURSORS, { where: { error: { equals: null } } })
    await expectSame(CURSORS, { where: { error: { exists: true } } }, 0)
    await expectSame(DRAFTS, { where: { text: { contains: 'kerb' } }, sort: '-updatedAt' })
    await expectSame(DRAFTS, { where: { 'image.width': { equals: 1200 } }, sort: 'characterCount' })
  })

  it('are written as Payload writes them', async () => {
    const [like] = await expectSame(DRAFTS)
    const { id: _id, ...words } = like as Row
    const make = async (itemId: string, returning: boolean) => {
      const data = {
        ...structuredClone(words),
        itemId,
        plannedFor: new Date(0),
        reason: null,
        updatedAt: undefined,
      }
      await payload.db.create({ collection: DRAFTS, data, ...(returning ? {} : { returning }) })
      return change(itemId, returning, {
        image: { alt: 'Only this' },
        newest: null,
        stale: true,
        chosen: 1.5,
      })
    }
    const change = async (itemId: string, returning: boolean, data: object) => {
      const where = { itemId: { equals: itemId } }
      const known = await payload.db.findOne<Row>({ collection: DRAFTS, where })
      await payload.db.updateOne({
        ...{ collection: DRAFTS, id: known?.id as number },
        data: { ...data },
        ...(returning ? {} : { returning }),
      })
      return payload.db.findOne<Row>({ collection: DRAFTS, where })
    }
    const [slow, fast] = [await make('a:slow', true), await make('a:fast', false)]
    const alike = { id: 0, itemId: '', updatedAt: expect.any(String) }
    expect({ ...fast, ...alike }).toEqual({ ...slow, ...alike })
    expect(Date.parse(String(fast?.updatedAt))).toBeGreaterThan(0)
    const kept = await change('a:fast', false, { title: 'Other', updatedAt: null })
    expect(kept).toEqual({ ...fast, title: 'Other' })
    const where = { itemId: { in: ['a:slow', 'a:fast'] } }
    await payload.db.deleteMany({ collection: DRAFTS, where })
    await expectSame(DRAFTS, { where }, 0)
  })

  it('stand under the same indexes, and in the same transactions', async () => {
    const where = { consumer: { equals: 'of a test' } }
    const add = () =>
      payload.db.create({ collection: CURSORS, data: { consumer: 'of a test', seq: 1 }, returning: false })
    const taken = together(payload.db, async () => {
      await add()
      expect((await payload.db.count({ collection: CURSORS, where })).totalDocs).toBe(1)
      throw new Error('stop')
    })
    await expect(taken).rejects.toThrow('stop')
    expect(await payload.db.findOne({ collection: CURSORS, where })).toBe(null)
    await add()
    await expect(add()).rejects.toThrow(/UNIQUE/)
    await payload.db.deleteMany({ collection: CURSORS, where })
    expect((await payload.db.count({ collection: CURSORS, where })).totalDocs).toBe(0)
  })
})
