import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { itOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'

/** libxml2's answer to an XPath; throws when the document is not well-formed. */
const xpath = (xml: string, expression: string) =>
  execFileSync('xmllint', ['--nonet', '--xpath', expression, '-'], { input: xml, encoding: 'utf8' }).trim()

describe.skipIf(databaseUrl() === null)('what anyone may read', () => {
  let instance: TestGalley
  const get = (url: string) => request(instance.app).get(url)

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  async function publish(data: { title: string; [field: string]: unknown }) {
    const article = await instance.payload.create({
      collection: 'articles',
      data: {
        body: paragraphs('A body of several words, so that it can be told apart.'),
        ...data,
        _status: 'published',
      } as never,
    })
    await instance.galley.settled()
    return article
  }

  it('shows a published article in the API, both feeds and a LinkedIn draft', async () => {
    const article = await publish({
      title: 'Seen <everywhere> & well',
      body: paragraphs(
        'Roots need air as much as they need water, and a paved street gives them neither. ' +
          'Three cities measured what happened when they opened the ground around their trees again.',
      ),
    })
    const item = await get(`/v1/articles/${article.slug}`).expect(200)
    expect(item.body.data).toMatchObject({ id: `articles:${article.uid}`, title: 'Seen <everywhere> & well' })

    const rss = await get('/feeds/rss.xml')
      .expect(200)
      .expect('Content-Type', 'application/rss+xml; charset=utf-8')
    expect(xpath(rss.text, `string(//item[guid="articles:${article.uid}"]/title)`)).toBe(
      'Seen <everywhere> & well',
    )
    expect(xpath(rss.text, 'string(/rss/channel/*[local-name()="link" and @rel="self"]/@href)')).toBe(
      'http://cms.test/feeds/rss.xml',
    )

    const json = await get('/feeds/feed.json')
      .expect(200)
      .expect('Content-Type', /application\/feed\+json/)
    expect(JSON.parse(json.text).items[0]).toMatchObject({
      id: `articles:${article.uid}`,
      title: 'Seen <everywhere> & well',
    })

    const { docs } = await instance.payload.find({
      collection: 'linkedin-drafts',
      where: { itemId: { equals: `articles:${article.uid}` } },
    })
    expect(docs[0]).toMatchObject({ state: 'draft' })
    expect(docs[0]?.text).toContain(`http://www.test/articles/${article.slug}?utm_source=linkedin`)
  })

  it('leaves every byte as it was when a draft is saved over a live article', async () => {
    const article = await publish({ title: 'Untouched' })
    const surfaces = ['/v1/articles', `/v1/articles/${article.slug}`, '/feeds/rss.xml', '/feeds/feed.json']
    const read = async () => Promise.all(surfaces.map(async (url) => (await get(url)).text))
    const before = await read()
    await instance.payload.update({
      collection: 'articles',
      id: article.id,
      draft: true,
      data: { title: 'CANARY draft', _status: 'draft' },
    })
    await instance.galley.settled()
    expect(await read()).toEqual(before)
  })

  itOnSqlite('leaves a feed as it was when something is published that it does not hold', async () => {
    await publish({ title: 'Stands in the feeds' })
    const before = [(await get('/feeds/rss.xml')).text, (await get('/feeds/feed.json')).text]
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await instance.payload.create({
      collection: 'faqs',
      data: {
        question: 'Is an answer in the feeds?',
        body: paragraphs('Not by default.'),
        _status: 'published',
      },
    })
    await instance.galley.settled()
    expect([(await get('/feeds/rss.xml')).text, (await get('/feeds/feed.json')).text]).toEqual(before)
  })

  it('takes an unpublished article out everywhere and moves Last-Modified forward', async () => {
    const article = await publish({ title: 'Soon gone' })
    const before = await get('/feeds/rss.xml')
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await instance.payload.update({ collection: 'articles', id: article.id, data: { _status: 'draft' } })
    await instance.galley.settled()
    await get(`/v1/articles/${article.slug}`)
      .expect(410)
      .expect('Content-Type', /application\/problem\+json/)
    const after = await get('/feeds/rss.xml')
    expect(before.text).toContain('Soon gone')
    expect(after.text).not.toContain('Soon gone')
    expect((await get('/feeds/feed.json')).text).not.toContain('Soon gone')
    expect(Date.parse(after.headers['last-modified'] ?? '')).toBeGreaterThan(
      Date.parse(before.headers['last-modified'] ?? ''),
    )
    const { docs } = await instance.payload.find({
      collection: 'linkedin-drafts',
      where: { itemId: { equals: `articles:${article.uid}` } },
    })
    expect(docs[0]?.state).toBe('withdrawn')
  })

  it.each(['/v1/articles', '/feeds/rss.xml', '/feeds/feed.json'])(
    'revalidates %s with an ETag',
    async (url) => {
      const first = await get(url).expect(200)
      const etag = first.headers.etag ?? ''
      expect(etag).toMatch(/^"[\w-]+"$/)
      const again = await get(url).set('If-None-Match', etag).expect(304)
      expect(again.text).toBe('')
      await get(url)
        .set('If-None-Match', '"other"')
        .set('If-Modified-Since', new Date().toUTCString())
        .expect(200)
      // supertest asks for no compression with HEAD.
      const plain = await get(url).set('Accept-Encoding', 'identity')
      const head = await request(instance.app).head(url).set('Accept-Encoding', 'identity').expect(200)
      expect(head.headers.etag).toBe(plain.headers.etag)
      expect(head.text ?? '').toBe('')
    },
  )

  itOnSqlite('pages through a list, newest first, each item once', async () => {
    for (let index = 0; index < 5; index++) {
      // Two share a date: ties have a fixed order.
      await publish({
        title: `Paged ${index}`,
        publishedAt: `2020-01-0${Math.ceil((index + 1) / 2)}T00:00:00.000Z`,
      })
    }
    const seen: string[] = []
    let after = ''
    do {
      const page = await get(`/v1/articles?limit=2${after && `&after=${after}`}`).expect(200)
      seen.push(
        ...page.body.data.map(
          (item: { publishedAt: string; id: string }) => `${item.publishedAt} ${item.id}`,
        ),
      )
      after = page.body.page.next ?? ''
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    const dates = seen.map((line) => line.slice(0, 24))
    expect(dates).toEqual([...dates].sort().reverse())
    expect(seen.length).toBeGreaterThanOrEqual(5)
  })

  it.each([
    ['/v1/nothings', 404],
    ['/v1/articles/not-there', 404],
    ['/v1/articles?limit=0', 400],
    ['/v1/articles?limit=x', 400],
    ['/v1/articles?after=x', 400],
    ['/v1/users', 404],
    ['/v1/settings', 404],
    ['/nowhere', 404],
    ['/media/x.jpg', 404],
  ])('answers %s with a problem', async (url, status) => {
    const answer = await get(url)
    expect(answer.status).toBe(status)
    expect(answer.type).toBe('application/problem+json')
    expect(answer.body).toMatchObject({ status, type: 'about:blank' })
  })

  itOnSqlite('refuses a cursor of another history', async () => {
    const foreign = Buffer.from(
      JSON.stringify(['another-epoch', '2020-01-01T00:00:00.000Z', 'articles:x']),
    ).toString('base64url')
    const answer = await get(`/v1/articles?after=${foreign}`).expect(410)
    expect(answer.body.detail).toMatch(/start over/)
  })

  it('gives out a picture while something public shows it, upright and without metadata', async () => {
    const sideways = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a7' } })
      .withExif({ IFD0: { Copyright: 'SECRET PLACE' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const picture = await instance.payload.create({
      collection: 'media',
      data: { alt: 'A green field' },
      file: { data: sideways, mimetype: 'image/jpeg', name: 'field.jpg', size: sideways.length },
    })
    const article = await publish({ title: 'With a picture', image: picture.id })
    const { body } = await get(`/v1/articles/${article.slug}`).expect(200)
    const { image } = body.data
    expect(image).toMatchObject({ alt: 'A green field', width: 600, height: 900 })
    const presets = image.renditions.map(
      ({ preset, format }: { preset: string; format: string }) => `${preset} ${format}`,
    )
    for (const preset of ['16x9', '4x3', '1x1', 'social', 'thumbnail', 'full']) {
      expect(presets).toContain(`${preset} webp`)
      expect(presets).toContain(`${preset} jpeg`)
    }
    const social = image.renditions.find(
      (each: { preset: string; format: string }) => each.preset === 'social' && each.format === 'jpeg',
    )
    expect(social).toMatchObject({ width: 1200, height: 627 })
    const address = new URL(social.url).pathname
    const file = await get(address)
      .expect(200)
      .expect('Cache-Control', /immutable/)
    expect(file.body).toHaveLength(social.bytes)
    expect(file.body.includes('SECRET PLACE')).toBe(false)
    const metadata = await sharp(file.body).metadata()
    expect([metadata.width, metadata.height, metadata.exif]).toEqual([1200, 627, undefined])

    await instance.payload.update({ collection: 'articles', id: article.id, data: { _status: 'draft' } })
    await instance.galley.settled()
    await get(address).expect(404)
  })

  itOnSqlite(
    'takes a picture back although its file is broken, and leaves one with the same bytes alone',
    async () => {
      const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#b33' } })
        .png()
        .toBuffer()
      const upload = (name: string) =>
        instance.payload.create({
          collection: 'media',
          data: { alt: name },
          file: { data: bytes, mimetype: 'image/png', name, size: bytes.length },
        })
      const [one, other] = [await upload('one.png'), await upload('other.png')]
      const first = await publish({ title: 'Shows one', image: one.id })
      const second = await publish({ title: 'Shows the other', image: other.id })
      const { body } = await get(`/v1/articles/${first.slug}`).expect(200)
      const file = new URL(body.data.image.url).pathname
      await get(file).expect(200)
      await instance.payload.update({ collection: 'articles', id: second.id, data: { _status: 'draft' } })
      await instance.galley.settled()
      await get(file).expect(200)
      await writeFile(path.join(instance.env.uploadsDir, String(one.filename)), 'no picture any more')
      await instance.payload.update({ collection: 'articles', id: first.id, data: { _status: 'draft' } })
      await instance.galley.settled()
      await get(file).expect(404)
    },
  )

  it('lets types in and out of LinkedIn as the settings say', async () => {
    const body = paragraphs(
      'A tree that stands in a pit of gravel drinks what runs off the roofs, and the cellar beside it stays dry all year.',
    )
    const { uid } = await publish({ title: 'In and out', body })
    const state = async () => {
      const where = { itemId: { equals: `articles:${uid}` } }
      const { docs } = await instance.payload.find({ collection: 'linkedin-drafts', where })
      return docs[0]?.state
    }
    const set = async (linkedin: boolean) => {
      await instance.payload.updateGlobal({
        slug: 'settings',
        data: { matrix: { articles: { linkedin } } } as never,
      })
      await instance.galley.settled()
    }
    expect(await state()).toBe('draft')
    await set(false)
    expect(await state()).toBe('withdrawn')
    await set(true)
    expect(await state()).toBe('draft')
  })

  itOnSqlite('compresses feeds, each encoding with an ETag of its own', async () => {
    const as = (encoding: string) => get('/feeds/rss.xml').set('Accept-Encoding', encoding).expect(200)
    const [plain, gzip, br] = [
      await as('identity'),
      await as('gzip'),
      await as('br')
        .buffer(true)
        .parse((_, done) => done(null, null)),
    ]
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ])
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(gzip.headers.vary).toContain('Accept-Encoding')
    expect(gzip.text).toBe(plain.text)
  })

  it('tells operators how it is', async () => {
    await get('/healthz').expect(200, { status: 'ok' })
    const { body } = await get('/readyz').expect(200)
    expect(body.status).toBe('ready')
    expect(body.channels.map(({ channel }: { channel: string }) => channel)).toEqual([
      'delivery',
      ...instance.galley.consumers,
    ])
    expect(body.channels.every(({ lag }: { lag: number }) => lag === 0)).toBe(true)
  })
})
