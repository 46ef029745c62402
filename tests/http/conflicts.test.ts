import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conflict } from '../../collections/hooks/versions/compare-on-save.ts'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite, itOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'
import { signIn } from '../support/users.ts'

type Client = ReturnType<typeof signedIn>
type Doc = { [field: string]: unknown }

describe.skipIf(databaseUrl() === null)('two editors in one document', () => {
  let instance: TestGalley
  let anna: Client
  let ben: Client

  beforeAll(async () => {
    instance = await startGalley()
    const as = async (email: string) =>
      signedIn(instance.app, await signIn(instance.payload, email, 'editor'))
    anna = await as('anna@galley.test')
    ben = await as('ben@galley.test')
  })
  afterAll(() => instance?.close())

  const make = async (data: object = {}) => {
    const made = await anna
      .post('/api/articles?depth=0')
      .send({ title: 'As it was', summary: 'First words.', _status: 'published', ...data })
    expect(made.status).toBe(201)
    return made.body.doc as { id: string; updatedAt: string; title: string }
  }
  const path = (id: string) => `/api/articles/${id}`
  const open = (client: Client, id: string) => client.get(`${path(id)}?draft=true&depth=0`)
  const stored = async (id: string) => (await open(anna, id)).body
  const conflictIn = (answer: Response) => answer.body.errors[0].data as Conflict

  describe('with If-Match', () => {
    it('answers a document with the ETag that its next save is compared by', async () => {
      const { id } = await make()
      const opened = await open(ben, id)
      expect(opened.headers.etag).toBe(`"${opened.body.updatedAt}"`)
      const saved = await ben
        .patch(`${path(id)}?draft=true`)
        .set('If-Match', String(opened.headers.etag))
        .send({ summary: 'Second.' })
      expect(saved.status).toBe(200)
      expect(saved.headers.etag).toBe((await open(ben, id)).headers.etag)
      expect(saved.headers.etag).not.toBe(opened.headers.etag)
    })

    it.each([
      ['a draft', '?draft=true', {}],
      ['an autosave', '?draft=true&autosave=true', {}],
      ['a publication', '', { _status: 'published' }],
    ])('refuses %s over what came since, and writes nothing', async (_, query, status) => {
      const { id } = await make()
      const { etag } = (await open(ben, id)).headers
      await anna.patch(`${path(id)}?draft=true`).send({ title: 'Anna was here', summary: 'Hers.' })
      const before = await stored(id)
      const answer = await ben
        .patch(path(id) + query)
        .set('If-Match', String(etag))
        .send({ summary: 'His.', ...status })
      expect(answer.status).toBe(412)
      expect(answer.type).toBe('application/problem+json')
      expect(answer.body.detail).toContain('anna@galley.test has saved this document less than a minute ago')
      expect(conflictIn(answer)).toMatchObject({
        by: 'anna@galley.test',
        basis: 'opened',
        updatedAt: before.updatedAt,
      })
      expect(conflictIn(answer).changed).toEqual(
        expect.arrayContaining([
          { field: 'title', label: 'Title', before: 'As it was', now: 'Anna was here' },
          { field: 'summary', label: 'Summary', before: 'First words.', now: 'Hers.' },
        ]),
      )
      expect(await stored(id)).toEqual(before)
    })

    itOnSqlite('lets what is public come back over a draft, as “Revert to published” sends it', async () => {
      const { id } = await make()
      await anna.patch(`${path(id)}?draft=true`).send({ summary: 'A draft over it.' })
      const published = (await ben.get(`${path(id)}?depth=0`)).body
      const reverted = await ben.patch(`${path(id)}?depth=0`).send(published)
      expect(reverted.status).toBe(200)
      expect(await stored(id)).toMatchObject({ _status: 'published', summary: 'First words.' })
      const versions = await anna.get(`/api/articles/versions?where[parent][equals]=${id}&depth=0`)
      expect(
        versions.body.docs.map(({ version }: { version: { summary: string } }) => version.summary),
      ).toContain('A draft over it.')
      await anna.patch(`${path(id)}?draft=true`).send({ summary: 'Another draft over it.' })
      const changed = { ...reverted.body.doc, title: 'Not what is public' }
      expect((await ben.patch(`${path(id)}?depth=0`).send(changed)).status).toBe(409)
    })

    itOnSqlite('refuses to delete what has changed since', async () => {
      const { id } = await make()
      const { etag } = (await open(ben, id)).headers
      await anna.patch(`${path(id)}?draft=true`).send({ summary: 'Still needed.' })
      expect((await ben.delete(path(id)).set('If-Match', String(etag))).status).toBe(412)
      expect((await stored(id)).summary).toBe('Still needed.')
    })

    itOnSqlite('takes * and lists, and nothing that is no version', async () => {
      const { id } = await make()
      const save = (tag: string) =>
        ben
          .patch(`${path(id)}?draft=true`)
          .set('If-Match', tag)
          .send({ summary: 'Mine.' })
      const { etag } = (await open(ben, id)).headers
      expect((await save('"nonsense"')).status).toBe(412)
      expect((await save(`"2001-01-01T00:00:00.000Z", ${etag}`)).status).toBe(200)
      expect((await save('*')).status).toBe(200)
    })
  })

  describe('with updatedAt in the data', () => {
    it('refuses a save that starts from an older version with 409', async () => {
      const { id } = await make()
      const mine = (await open(ben, id)).body
      await anna.patch(path(id)).send({ body: paragraphs('Her text.'), _status: 'published' })
      const before = await stored(id)
      const answer = await ben.patch(path(id)).send({ ...mine, title: 'His', _status: 'published' })
      expect(answer.status).toBe(409)
      expect(conflictIn(answer).changed.map(({ label }) => label)).toContain('Text')
      expect(conflictIn(answer).changed.every((one) => one.field !== 'body' || !('now' in one))).toBe(true)
      expect(await stored(id)).toEqual(before)
    })

    itOnSqlite('lets the newest version be saved over, by whoever', async () => {
      const { id } = await make()
      await anna.patch(`${path(id)}?draft=true`).send({ summary: 'Hers.' })
      const { updatedAt } = await stored(id)
      const answer = await ben.patch(`${path(id)}?draft=true`).send({ summary: 'His.', updatedAt })
      expect(answer.status).toBe(200)
    })

    it('takes the date from the answer to a creation, a draft, an autosave and a publication alike', async () => {
      const made = await ben.post('/api/articles?draft=true').send({ title: 'A chain' })
      let doc = made.body.doc
      for (const [query, status] of [
        ['?draft=true&autosave=true', {}],
        ['?draft=true&autosave=true', {}],
        ['?draft=true', {}],
        ['', { _status: 'published' }],
        ['?draft=true', {}],
      ] as const) {
        const { updatedAt } = doc
        const answer = await ben
          .patch(path(doc.id) + query)
          .send({ summary: `After ${updatedAt}`, updatedAt, ...status })
        expect(answer.status).toBe(200)
        doc = answer.body.doc
      }
    })

    itOnSqlite('knows the own saves of an open form, however late the form hears of them', async () => {
      const { id, updatedAt } = await make()
      const save = (client: Client, editedIn: string, summary: string) =>
        client.patch(`${path(id)}?draft=true&autosave=true`).send({ summary, updatedAt, editedIn })
      expect((await save(ben, 'form-of-ben', 'One.')).status).toBe(200)
      expect((await save(ben, 'form-of-ben', 'Two.')).status).toBe(200)
      expect((await save(ben, 'another-tab-of-ben', 'Three.')).status).toBe(409)
      await anna.patch(`${path(id)}?draft=true`).send({ summary: 'Hers.' })
      const answer = await save(ben, 'form-of-ben', 'Four.')
      expect(answer.status).toBe(409)
      expect((await stored(id)).summary).toBe('Hers.')
    })

    itOnSqlite('says what differs from what was sent when the opened version is no longer kept', async () => {
      const made = await ben.post('/api/articles?draft=true&autosave=true').send({ title: 'Autosaved' })
      const { id, updatedAt } = made.body.doc
      await anna.patch(`${path(id)}?draft=true&autosave=true`).send({ summary: 'Hers.' })
      const answer = await ben.patch(`${path(id)}?draft=true`).send({ summary: 'His.', updatedAt })
      expect(answer.status).toBe(409)
      expect(conflictIn(answer)).toMatchObject({
        basis: 'sent',
        changed: [{ field: 'summary', before: 'His.', now: 'Hers.' }],
      })
    })
  })

  describeOnSqlite('a colleague’s unfinished draft', () => {
    const HALF_DONE = 'Half done, by Anna.'
    const makeWithDraft = async () => {
      const made = await make()
      const published = (await ben.get(`${path(made.id)}?depth=0`)).body
      await anna.patch(`${path(made.id)}?draft=true`).send({ summary: HALF_DONE, seo: { metaTitle: 'Hers' } })
      return { ...made, published }
    }
    const isStillPublic = async (id: string) => {
      const main = (await ben.get(`${path(id)}?depth=0`)).body
      expect([main._status, main.summary]).toEqual(['published', 'First words.'])
    }

    it.each([
      ['the date of what is public, and nothing else', ({ updatedAt }: Doc) => ({ updatedAt })],
      ['the date and a field that is the same', ({ updatedAt, title }: Doc) => ({ updatedAt, title })],
      ['no date at all', () => ({})],
    ])('is not published by a request that sends %s', async (_, body) => {
      const { id, published } = await makeWithDraft()
      const answer = await ben.patch(path(id)).send({ ...body(published), _status: 'published' })
      expect(answer.status).toBe(409)
      await isStillPublic(id)
    })

    it.each([1_790_000_000_000, 'yes', true, { seconds: 1 }])(
      'is not published on the word of %o, which is no date',
      async (updatedAt) => {
        const { id } = await makeWithDraft()
        const answer = await ben.patch(path(id)).send({ _status: 'published', updatedAt })
        expect(answer.status).toBe(400)
        await isStillPublic(id)
      },
    )
  })

  itOnSqlite('takes nobody for the form that saved last who only sends back what it left', async () => {
    const { id } = await make()
    const form = { editedIn: 'a-form-of-anna' }
    await anna.patch(`${path(id)}?draft=true`).send({ summary: 'Hers.', ...form })
    const whole = await stored(id)
    await anna.patch(`${path(id)}?draft=true`).send({ summary: 'Hers, later.', ...form })
    const { createdAt: _created, ...sentBack } = whole
    const answer = await ben.patch(`${path(id)}?draft=true`).send({ ...sentBack, title: 'His' })
    expect(answer.status).toBe(409)
    expect((await stored(id)).summary).toBe('Hers, later.')
  })

  itOnSqlite('restores the words of a version, not that it was in the trash', async () => {
    const { id } = await make()
    await anna.patch(path(id)).send({ deletedAt: new Date().toISOString() })
    await anna.patch(`${path(id)}?trash=true`).send({ deletedAt: null, _status: 'published' })
    const versions = await anna.get(`/api/articles/versions?where[parent][equals]=${id}&trash=true&depth=0`)
    const trashed = versions.body.docs.find(({ version }: { version: Doc }) => version.deletedAt)
    expect(trashed).toBeDefined()
    const restored = await anna.post(`/api/articles/versions/${trashed.id}?draft=false`)
    expect(restored.status).toBe(200)
    expect((await ben.get(path(id))).body).toMatchObject({ _status: 'published', deletedAt: null })
    expect((await anna.post('/api/articles/versions/undefined?draft=true')).status).toBe(404)
  })

  it('leaves the slug alone when one of many is refused', async () => {
    const { id } = await make({ _status: 'draft' })
    const before = await stored(id)
    const answer = await anna
      .patch(`/api/articles?where[id][equals]=${id}`)
      .send({ slug: `taken-${id}`, publishedAt: 'rubbish', _status: 'published' })
    expect(answer.body.errors).toHaveLength(1)
    expect(await stored(id)).toEqual(before)
    const free = await ben
      .post('/api/articles')
      .send({ title: 'x', slug: `taken-${id}`, _status: 'published' })
    expect(free.status).toBe(201)
  })

  it('compares nothing where nothing was said: 20 parallel saves all succeed', async () => {
    const { id } = await make()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => ben.patch(`${path(id)}?draft=true`).send({ summary: `${n}` })),
    )
    if (instance.payload.db.name === 'sqlite') {
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    } else expect(answers.filter(({ status }) => status === 409 || status === 412)).toEqual([])
  })

  it('lets one of ten through that all start from the same version', async () => {
    const { id, updatedAt } = await make()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        ben.patch(`${path(id)}?draft=true`).send({ summary: `${n}`, updatedAt }),
      ),
    )
    const passed = answers.filter(({ status }) => status === 200)
    if (instance.payload.db.name === 'sqlite') {
      expect(passed).toHaveLength(1)
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
    }
    expect(passed.length).toBeGreaterThan(0)
    const last = await stored(id)
    expect(passed.map(({ body }) => body.doc.summary)).toContain(last.summary)
  })

  itOnSqlite('tells who saved last, and forgets the form for what no form sends', async () => {
    const { id, updatedAt } = await make()
    await ben.patch(`${path(id)}?draft=true`).send({ summary: 'His.', updatedAt, editedIn: 'a-form' })
    expect(await stored(id)).toMatchObject({ editedBy: 'ben@galley.test', editedIn: 'by a-form' })
    await instance.payload.update({ collection: 'articles', id, draft: true, data: { summary: 'A script.' } })
    expect(await stored(id)).toMatchObject({ editedBy: '', editedIn: null })
  })
})
