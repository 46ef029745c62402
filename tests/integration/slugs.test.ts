import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { entriesOf } from '../support/ledger.ts'
import { itOnSqlite } from '../support/only-on.ts'

describe.skipIf(databaseUrl() === null)('slugs', () => {
  let instance: TestGalley
  let count = 0

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  type Doc = { id: string; uid: string; slug: string; formerSlugs?: string[] }
  const settled = () => instance.galley.settled()
  const fresh = () => `slug-${++count}`
  const path = (doc: Doc) => `/api/articles/${doc.id}`
  const create = (slug: string, status: 'draft' | 'published') =>
    instance.admin
      .post(`/api/articles?depth=0${status === 'draft' ? '&draft=true' : ''}`)
      .send({ title: `Of ${slug} ${++count}`, slug, _status: status })
  const make = async (slug: string, status: 'draft' | 'published' = 'published'): Promise<Doc> => {
    const made = await create(slug, status)
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    return made.body.doc
  }
  const trash = (doc: Doc) => instance.admin.patch(path(doc)).send({ deletedAt: new Date().toISOString() })
  const newest = async (doc: Doc) => (await instance.admin.get(`${path(doc)}?draft=true&depth=0`)).body

  /** Who holds a slug: each leaves it taken. */
  const holders: { [name: string]: (slug: string) => Promise<unknown> } = {
    'a public document': (slug) => make(slug),
    'a draft over a public document': async (slug) => {
      const doc = await make(fresh())
      await instance.admin.patch(`${path(doc)}?draft=true`).send({ slug })
    },
    'a public document that a draft renames': async (slug) => {
      const doc = await make(slug)
      await instance.admin.patch(`${path(doc)}?draft=true`).send({ slug: fresh() })
    },
    'a draft': (slug) => make(slug, 'draft'),
    'an autosaved draft': async (slug) => {
      const doc = await make(fresh(), 'draft')
      await instance.admin.patch(`${path(doc)}?draft=true&autosave=true`).send({ slug })
    },
    'a public document in the trash': async (slug) => trash(await make(slug)),
    'a draft in the trash': async (slug) => trash(await make(slug, 'draft')),
    'a document in the trash with a draft over it': async (slug) => {
      const doc = await make(slug)
      await instance.admin.patch(`${path(doc)}?draft=true`).send({ slug: fresh() })
      await trash(doc)
    },
  }
  /** Who wants it. */
  const takers: { [name: string]: (slug: string) => Promise<request.Response> } = {
    'a new draft': (slug) => create(slug, 'draft'),
    'a new public document': (slug) => create(slug, 'published'),
    'a draft': async (slug) =>
      instance.admin.patch(`${path(await make(fresh(), 'draft'))}?draft=true`).send({ slug }),
    'an autosave': async (slug) =>
      instance.admin.patch(`${path(await make(fresh(), 'draft'))}?draft=true&autosave=true`).send({ slug }),
    'a draft over a public document': async (slug) =>
      instance.admin.patch(`${path(await make(fresh()))}?draft=true`).send({ slug }),
    'a publication': async (slug) =>
      instance.admin.patch(path(await make(fresh(), 'draft'))).send({ slug, _status: 'published' }),
    'a public document': async (slug) =>
      instance.admin.patch(path(await make(fresh()))).send({ slug, _status: 'published' }),
  }
  const wanting = Object.keys(takers)
  // The stand-in for MongoDB is slow: there, each holder meets one taker.
  const pairs = Object.keys(holders).flatMap((holder, index) => {
    const met = databaseName === 'sqlite' ? wanting : [wanting[index % wanting.length]]
    return met.map((taker) => [taker, holder])
  })

  it.each(pairs)('%s is told on save that %s has the slug', async (taker, holder) => {
    const slug = fresh()
    await holders[holder as string]?.(slug)
    const answer = await (takers[taker as string] as (slug: string) => Promise<request.Response>)(slug)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors).toEqual([
      expect.objectContaining({
        path: 'slug',
        message: expect.stringContaining('is the slug of another document'),
      }),
    ])
  })

  it('sees through case, Unicode forms and gaps', async () => {
    await make('über-uns')
    for (const spelt of ['Über-Uns', 'u\u0308ber-uns', ' über  uns '])
      expect((await create(spelt, 'draft')).status).toBe(400)
  })

  itOnSqlite('gives a duplicate a slug of its own', async () => {
    const doc = await make(fresh())
    const answer = await instance.admin
      .post(`${path(doc)}/duplicate?draft=true&depth=0`)
      .send({ _status: 'draft' })
    expect(answer.status).toBeLessThan(300)
    expect(answer.body.doc.slug).not.toBe(doc.slug)
    expect(answer.body.doc.uid).not.toBe(doc.uid)
  })

  it('does not give a slug away while its document is in the trash, so that it can always come back', async () => {
    const slug = fresh()
    const doc = await make(slug)
    await trash(doc)
    expect((await create(slug, 'published')).status).toBe(400)
    const back = await instance.admin
      .patch(`${path(doc)}?trash=true`)
      .send({ deletedAt: null, _status: 'published' })
    expect(back.body.doc).toMatchObject({ slug, uid: doc.uid })
  })

  it('lets one of ten that want the same slug at once have it, and tells the others why', async () => {
    const slug = fresh()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => create(slug, n % 2 === 0 ? 'draft' : 'published')),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter(({ status }) => status !== 201)) {
      expect(status).toBe(400)
      expect(body.errors[0].data.errors[0].path).toBe('slug')
    }
  })

  describe('used again', () => {
    const publicItem = async (slug: string) =>
      (await request(instance.app).get(`/v1/articles/${slug}`)).body.data ?? null

    const renamed = async () => {
      const [x, y] = [fresh(), fresh()]
      const a = await make(x)
      await instance.admin.patch(path(a)).send({ slug: y, _status: 'published' })
      await settled()
      expect((await publicItem(y)).formerSlugs).toEqual([x])
      return { a, x, y }
    }

    it('belong to the document that is public under them now, and for good', async () => {
      const { a, x, y } = await renamed()
      const before = await newest(a)
      const b = await make(x)
      await settled()
      expect((await publicItem(x)).id).toBe(`articles:${b.uid}`)
      expect((await publicItem(x)).formerSlugs).toEqual([])
      expect((await publicItem(y)).formerSlugs).toEqual([])
      expect((await entriesOf(instance.payload, `articles:${a.uid}`)).at(-1)?.item?.formerSlugs).toEqual([])
      expect({ ...(await newest(a)), formerSlugs: [] }).toEqual({ ...before, formerSlugs: [] })

      await trash(b)
      await instance.admin.delete(`${path(b)}?trash=true`)
      await instance.admin.patch(path(a)).send({ summary: 'Published again.', _status: 'published' })
      await settled()
      expect((await publicItem(y)).formerSlugs).toEqual([])
      expect(await publicItem(x)).toBeNull()
    })

    itOnSqlite('do not come back with a draft that was there before, nor with an older version', async () => {
      const { a, x, y } = await renamed()
      await instance.admin
        .patch(`${path(a)}?draft=true`)
        .send({ summary: 'A draft that knows the old slug.' })
      const b = await make(x)
      await instance.admin.delete(path(b))
      const { updatedAt } = await newest(a)
      const published = await instance.admin.patch(path(a)).send({ _status: 'published', updatedAt })
      expect(published.body.doc).toMatchObject({ slug: y, summary: 'A draft that knows the old slug.' })
      await settled()
      expect((await publicItem(y)).formerSlugs).toEqual([])
      const versions = await instance.admin.get(
        `/api/articles/versions?where[parent][equals]=${a.id}&where[version.slug][equals]=${y}&sort=createdAt`,
      )
      const restored = await instance.admin.post(
        `/api/articles/versions/${versions.body.docs[0].id}?draft=false`,
      )
      expect(restored.status).toBe(200)
      await settled()
      expect((await publicItem(y))?.formerSlugs ?? []).toEqual([])
    })

    itOnSqlite('stay with the document that had them while another only drafts under them', async () => {
      const { x, y } = await renamed()
      await make(x, 'draft')
      await settled()
      expect((await publicItem(y)).formerSlugs).toEqual([x])
    })

    itOnSqlite('come back to a document that takes its own old slug again', async () => {
      const { a, x, y } = await renamed()
      await instance.admin.patch(path(a)).send({ slug: x, _status: 'published' })
      await settled()
      expect((await publicItem(x)).formerSlugs).toEqual([y])
    })

    itOnSqlite('leave relations and lists of the other document whole', async () => {
      const topic = await instance.payload.create({
        collection: 'topics',
        data: { name: `Topic ${++count}`, _status: 'published' },
      })
      const { a, x } = await renamed()
      await instance.admin.patch(path(a)).send({ topics: [topic.id], _status: 'published' })
      const before = (await instance.admin.get(`${path(a)}?depth=0`)).body
      expect(before.topics).toEqual([topic.id])
      await make(x)
      const after = (await instance.admin.get(`${path(a)}?depth=0`)).body
      expect(after).toEqual({ ...before, formerSlugs: [] })
    })
  })
})
