import { createHmac } from 'node:crypto'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeToken, PASS_MS } from '../../collections/preview/token.ts'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { itOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'
import { signIn } from '../support/users.ts'

type Document = { id: number | string; uid: string; slug: string; updatedAt: string }

describe.skipIf(databaseUrl() === null)('GET /v1/preview/{type}/{slug}', () => {
  let instance: TestGalley
  let reader: ReturnType<typeof signedIn>
  let live: Document
  let other: Document
  let hidden: Document
  beforeAll(async () => {
    instance = await startGalley()
    reader = signedIn(instance.app, await signIn(instance.payload, 'reader@galley.test', 'reader'))
    hidden = await make('topics', { name: 'Hidden topic', _status: 'draft' })
    const shown = await make('topics', { name: 'Shown topic', _status: 'published' })
    const body = paragraphs('Gravel holds the rain for nine days, and the trees above it drink all of it.')
    const topics = [shown.id, hidden.id]
    live = await make('articles', { title: 'Said in public', body, topics, _status: 'published' })
    other = await make('articles', { title: 'Another canary', _status: 'draft' })
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  async function make(type: string, data: object): Promise<Document> {
    return (await instance.admin.post(`/api/${type}?depth=0`).send(data).expect(201)).body.doc
  }
  const saveDraft = (type: string, { id }: Document, data: object) =>
    instance.admin
      .patch(`/api/${type}/${id}?draft=true&depth=0`)
      .send({ ...data, _status: 'draft' })
      .expect(200)
  const get = (url: string) => request(instance.app).get(url)
  const passFor = ({ uid, slug }: Document, { type = 'articles', now = Date.now() } = {}) =>
    makeToken(instance.payload.secret, { itemId: `${type}:${uid}`, slug }, { now })
  const read = (document: Document, slug = document.slug, query = '') =>
    get(`/v1/preview/articles/${slug}?token=${passFor(document)}${query}`)

  it('gives what was saved last in the shape of the API, and never to anybody else', async () => {
    const before = (await get(`/v1/articles/${live.slug}`).expect(200)).body.data
    const same = await read(live).expect(200)
    expect(same.body.data).toMatchObject(before)
    await saveDraft('articles', live, { title: 'Only a canary yet' })
    const { body, headers } = await read(live).expect(200)
    expect(Object.keys(body.data).sort()).toEqual(Object.keys(same.body.data).sort())
    expect(body.data).toMatchObject({
      ...{ id: before.id, slug: before.slug, url: before.url, publishedAt: before.publishedAt },
      title: 'Only a canary yet',
      html: before.html,
      topics: [{ name: 'Shown topic' }],
    })
    expect(Date.parse(body.data.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt))
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' })
    expect(headers).not.toHaveProperty('etag')
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
    expect(JSON.stringify(body)).not.toContain('Hidden topic')
    for (const url of [`/v1/articles/${live.slug}`, '/v1/articles', '/feeds/feed.json'])
      expect((await get(url)).text).not.toContain('canary')
    const head = request(instance.app).head(`/v1/preview/articles/${live.slug}?token=${passFor(live)}`)
    expect((await head.expect(200)).text ?? '').toBe('')
  })

  it('shows what was never published, and what its time has not come for, as it would be now', async () => {
    const { body } = await read(other).expect(200)
    expect(body.data).toMatchObject({ id: `articles:${other.uid}`, title: 'Another canary', formerSlugs: [] })
    expect(Math.abs(Date.parse(body.data.publishedAt) - Date.now())).toBeLessThan(600_000)
    const publishedAt = '2099-01-01T00:00:00.000Z'
    const later = await make('articles', { title: 'Later', publishedAt, _status: 'published' })
    expect((await read(later).expect(200)).body.data).toMatchObject({ title: 'Later', publishedAt })
    await get('/v1/articles/later').expect(404)
  })

  itOnSqlite('takes body, fields and include, and says which others there are', async () => {
    const { body } = await read(live, live.slug, '&fields=title,topics&body=text&include=topics').expect(200)
    expect(Object.keys(body.data).sort()).toEqual(['id', 'text', 'title', 'topics'])
    expect(body.data.topics).toMatchObject([{ title: 'Shown topic', type: 'topics' }])
    const refused = await read(live, live.slug, '&draft=true').expect(400)
    expect(refused.body).toMatchObject({ parameter: 'draft', allowed: ['fields', 'body', 'include'] })
    expect(refused.headers['cache-control']).toBe('no-store')
  })

  itOnSqlite('answers every wrong pass with the same bytes', async () => {
    const right = passFor(live)
    const [body = '', signature = ''] = right.split('.')
    const foreign = (key: string) => createHmac('sha256', key).update(body).digest('base64url')
    const path = `/v1/preview/articles/${live.slug}`
    const urls = [
      path,
      ...['', 'x', '.', body, `${right}x`, `${body}.${foreign(instance.payload.secret)}`, `%00`, 'é'].map(
        (token) => `${path}?token=${token}`,
      ),
      `${path}?token[]=${right}`,
      `${path}?token=${right}&token=${right}`,
      `${path}?token=${body.slice(0, -2)}.${signature}`,
      `${path}?token=${'x'.repeat(8_000)}`,
      `${path}?token=${passFor(live, { now: Date.now() - PASS_MS })}`,
      `${path}?token=${makeToken('another secret for tests', { itemId: `articles:${live.uid}`, slug: live.slug }, { now: Date.now() })}`,
      // Of other documents, other types, and of what there is not.
      `${path}?token=${passFor(other)}`,
      `/v1/preview/articles/${other.slug}?token=${right}`,
      `/v1/preview/articles/no-such-slug?token=${right}`,
      `/v1/preview/topics/${live.slug}?token=${right}`,
      `/v1/preview/users/x?token=${passFor({ ...live, slug: 'x' }, { type: 'users' })}`,
      `/v1/preview/articles/gone?token=${passFor({ ...live, uid: 'gone', slug: 'gone' })}`,
      ...[
        '/v1/preview/articles/no-such-slug',
        '/v1/preview/no-such-type/x',
        '/v1/preview',
        '/v1/preview/articles',
      ],
    ]
    const answers = await Promise.all(urls.map((url) => get(url)))
    for (const [index, { status, text, headers }] of answers.entries())
      expect({ url: urls[index], status, text, cache: headers['cache-control'] }).toEqual({
        ...{ url: urls[index], status: 401, text: answers[0]?.text, cache: 'no-store' },
      })
    expect(answers[0]?.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answers[0]?.text).not.toContain(live.slug)
    const wrongKey = get(path).set('Authorization', 'users API-Key galley_wrong')
    expect((await wrongKey.expect(401)).text).toBe(answers[0]?.text)
    // A pass alone decides.
    expect((await instance.admin.get(`${path}?token=x`).expect(401)).text).toBe(answers[0]?.text)
  })

  itOnSqlite('brings the pictures of a draft, which nobody else sees', async () => {
    const data = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#b33' } })
      .png()
      .toBuffer()
    const picture = await instance.payload.create({
      collection: 'media',
      data: { alt: 'A red wall' },
      file: { data, mimetype: 'image/png', name: 'wall.png', size: data.length },
    })
    const drawn = await make('articles', { title: 'Drawn', image: picture.id, _status: 'draft' })
    const { image } = (await read(drawn).expect(200)).body.data
    const { pathname, search } = new URL(image.url)
    const { headers } = await get(pathname + search).expect(200)
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' })
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    const name = pathname.slice(pathname.lastIndexOf('/') + 1)
    const others = image.renditions.map(({ url }: { url: string }) => new URL(url))
    const other = others.find((url: URL) => url.pathname !== pathname)
    for (const url of [
      `/media/${name}`,
      other.pathname + search,
      pathname,
      `${pathname}?token=${passFor(drawn)}`,
    ])
      expect((await get(url)).status).toBe(url.startsWith('/media') ? 404 : 401)
    await instance.admin
      .patch(`/api/articles/${drawn.id}`)
      .send({ _status: 'published', updatedAt: drawn.updatedAt })
      .expect(200)
    await instance.galley.settled()
    expect((await read(drawn).expect(200)).body.data.image.url).toBe(`http://cms.test/media/${name}`)
  })

  itOnSqlite('ends with its hour', async () => {
    const url = `/v1/preview/articles/${live.slug}?token=${passFor(live)}`
    await get(url).expect(200)
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + PASS_MS)
    try {
      await get(url).expect(401)
    } finally {
      clock.mockRestore()
    }
  })

  it('goes on for a document that is renamed, under both slugs, and ends in the trash', async () => {
    const moved = await make('articles', { title: 'Before it moves', _status: 'published' })
    const pass = passFor(moved)
    await saveDraft('articles', moved, { slug: 'after-it-moved' })
    const squatter = await make('articles', { title: 'Squatter', slug: 'squatter', _status: 'draft' })
    for (const slug of [moved.slug, 'after-it-moved']) {
      const { body } = await get(`/v1/preview/articles/${slug}?token=${pass}`).expect(200)
      expect(body.data).toMatchObject({ id: `articles:${moved.uid}`, slug: 'after-it-moved' })
    }
    await get(`/v1/preview/articles/${squatter.slug}?token=${pass}`).expect(401)
    await instance.admin
      .patch(`/api/articles/${moved.id}`)
      .send({ deletedAt: new Date().toISOString() })
      .expect(200)
    await get(`/v1/preview/articles/after-it-moved?token=${pass}`).expect(401)
  })

  itOnSqlite('needs no pass from whoever may read drafts, by any slug that the document has', async () => {
    const url = `/v1/preview/articles/${other.slug}`
    const { body, headers } = await reader.get(url).expect(200)
    expect(body.data.title).toBe('Another canary')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers['cache-control']).toBe('no-store')
    await saveDraft('articles', live, { slug: 'not-yet-public' })
    for (const slug of ['not-yet-public', live.slug])
      expect((await reader.get(`/v1/preview/articles/${slug}`).expect(200)).body.data.id).toBe(
        `articles:${live.uid}`,
      )
    for (const path of ['articles/no-such-slug', 'users/first', 'media/x', 'no-such-type/x'])
      await reader.get(`/v1/preview/${path}`).expect(404)
    const post = await reader.post(url).send({}).expect(405)
    expect(post.headers.allow).toBe('GET, HEAD')
  })

  itOnSqlite(
    'is opened from the admin at the address that the settings say, with a pass of this moment',
    async () => {
      const open = (client: { get(url: string): request.Test }) =>
        client.get(`/api/articles/${other.id}/preview`)
      const { headers, body } = await open(reader).expect(302)
      const first = new URL(String(headers.location))
      expect(first.origin + first.pathname).toBe('http://www.test/api/preview')
      expect(first.searchParams.get('type')).toBe('articles')
      expect([body.url, headers['cache-control']]).toEqual([first.href, 'no-store'])
      const query = `token=${first.searchParams.get('token')}`
      await get(`/v1/preview/articles/${first.searchParams.get('slug')}?${query}`).expect(200)
      await open({ get }).expect(401)
      await instance.admin.get('/api/articles/999999/preview').expect(404)

      const change = (previewPattern: string) =>
        instance.admin.post('/api/globals/settings').send({ previewPattern })
      for (const wrong of [
        'https://evil.test/{type}/{slug}/{token}',
        '//evil.test/{type}{slug}{token}',
        '/{type}/{slug}',
      ])
        await change(wrong).expect(400)
      await change('/drafts/{type}/{slug}#{token}').expect(200)
      expect((await open(reader).expect(302)).headers.location).toMatch(
        /^http:\/\/www\.test\/drafts\/articles\/another-canary#[\w-]+\.[\w-]+$/,
      )
    },
  )
})
