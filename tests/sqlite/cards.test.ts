/** Social cards over HTTP: drawn for what is published, and for nothing else. */
import { mkdtemp, readdir, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepRenditions } from '../../media/sweep.ts'
import { cardsInUse } from '../../pipelines/channels/linkedin/cards-in-use.ts'
import { toDocument, toPictures } from '../../pipelines/channels/linkedin/pictures.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import { readItem, readSite } from '../../pipelines/ledger/read.ts'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { paragraphs } from '../support/text.ts'

describe('cards', () => {
  let instance: TestGalley
  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  const get = (url: string) => request(instance.app).get(new URL(url).pathname).buffer(true)
  const kept = async () =>
    (await readdir(instance.env.renditionsDir).catch(() => [])).filter((name) => !name.endsWith('.json'))

  async function publish(data: { [field: string]: unknown }) {
    const answer = await instance.admin
      .post('/api/articles')
      .send({ body: paragraphs('Words of it.'), ...data, _status: 'published' })
    expect([answer.status, answer.body.errors]).toEqual([201, undefined])
    await instance.galley.settled()
    return answer.body.doc as { id: number; uid: string; slug: string }
  }
  async function addresses({ uid }: { uid: string }) {
    const [item, site] = [
      await readItem(instance.payload, `articles:${uid}`),
      await readSite(instance.payload),
    ]
    if (!item || !site) throw new Error('not published')
    const [landscape, square] = toPictures(item, site).map(({ url }) => url)
    return { landscape: landscape ?? '', square: square ?? '', document: toDocument(item, site)?.url ?? '' }
  }
  const another = (url: string) => url.replace(/[0-9a-f]{32}/, 'f'.repeat(32))

  it('draws when it is asked, once, and keeps what was drawn', async () => {
    const title = 'كيف تختار نظام؟'
    const made = await publish({ title })
    const { landscape } = await addresses(made)
    const before = await kept()
    const answers = await Promise.all(Array.from({ length: 8 }, () => get(landscape)))
    for (const { status, headers, body } of answers) {
      expect([status, headers['content-type']]).toEqual([200, 'image/png'])
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(body.equals(answers[0]?.body)).toBe(true)
    }
    const size = { width: 1200, height: 627 }
    expect(await sharp(answers[0]?.body).metadata()).toMatchObject(size)
    // Websites show it with a link to the item.
    const { body } = await request(instance.app).get(`/v1/articles/${made.slug}`).expect(200)
    const item = body.data as ContentItem
    expect(item.seo.image).toEqual({ ...size, url: landscape, alt: expect.stringContaining(title) })
    expect(item.jsonLd).toContainEqual(expect.objectContaining({ '@type': 'Article', image: landscape }))
    expect(await kept()).toHaveLength(before.length + 1)
    const etag = answers[0]?.headers.etag ?? ''
    const { status, text } = await get(landscape).set('If-None-Match', etag)
    expect([status, text]).toEqual([304, ''])
    await request(instance.app).head(new URL(landscape).pathname).expect(200)
  })

  it('gives a document with its own name', async () => {
    const items = ['One thing', 'Two things', 'Three things']
    const root = paragraphs('Words.') as unknown as { root: { children: unknown[] } }
    const item = (text: string, value: number) => ({
      type: 'listitem',
      version: 1,
      value,
      children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
    })
    root.root.children.push({
      type: 'list',
      version: 1,
      listType: 'bullet',
      tag: 'ul',
      start: 1,
      children: items.map((text, at) => item(text, at + 1)),
    })
    const made = await publish({ title: 'Three things', body: root })
    const { headers, status, body } = await get((await addresses(made)).document)
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(headers['content-disposition']).toBe(`attachment; filename=${made.slug}.pdf`)
    expect(body.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('draws nothing for a name that nothing published has now', async () => {
    const made = await publish({ title: 'Old title' })
    const old = await addresses(made)
    await get(old.square).expect(200)
    const before = await kept()
    const patch = (query: string, title: string, _status: string) =>
      instance.admin.patch(`/api/articles/${made.id}${query}`).send({ title, _status }).expect(200)
    await patch('', 'New title', 'published')
    await instance.galley.settled()
    const now = await addresses(made)
    await patch('?draft=true', 'Draft title', 'draft')
    await instance.galley.settled()
    expect(await addresses(made)).toEqual(now)
    for (const url of [
      old.square,
      old.landscape,
      another(old.square),
      old.square.replace('/articles/', '/settings/'),
    ]) {
      const { status, headers } = await get(url)
      expect([url, status, headers['content-type']]).toEqual([
        url,
        404,
        expect.stringMatching('problem\\+json'),
      ])
    }
    for (const odd of [
      '/media/cards/articles/x/..%2f..%2fgalley.db',
      '/media/cards/x',
      '/media/cards/a/b/c.png',
    ])
      await request(instance.app).get(odd).expect(404)
    expect(await kept()).toEqual(before)
    // Whoever works on a draft that shows it still sees what was drawn, and nobody else.
    const seen = await instance.admin.get(new URL(old.square).pathname).expect(200)
    expect(seen.headers['cache-control']).toMatch(/^private/)
    await instance.admin.get(new URL(old.landscape).pathname).expect(404)
  })

  it('goes with the item', async () => {
    const made = await publish({ title: 'Goes away' })
    const { landscape, square } = await addresses(made)
    await get(landscape).expect(200)
    await instance.admin.patch(`/api/articles/${made.id}`).send({ _status: 'draft' }).expect(200)
    await instance.galley.settled()
    await get(landscape).expect(404)
    await get(square).expect(404)
  })

  it('is swept when no draft shows it, and drawn again when asked for', async () => {
    const { landscape, square } = await addresses(await publish({ title: 'Swept' }))
    await get(landscape).expect(200)
    await get(square).expect(200)
    const nameOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)
    const rows = await instance.payload.db.find<{ id: number }>({
      collection: 'linkedin-drafts' as never,
      where: { title: { equals: 'Goes away' } },
    })
    const [draft] = rows.docs
    if (!draft) throw new Error('no draft')
    await instance.payload.db.updateOne({
      collection: 'linkedin-drafts' as never,
      id: draft.id,
      data: { image: { url: square } },
    })
    const directory = instance.env.renditionsDir
    const old = new Date(Date.now() - 7_200_000)
    for (const url of [landscape, square]) await utimes(path.join(directory, nameOf(url)), old, old)
    const inUse = () => cardsInUse(instance.payload)
    await sweepRenditions({ directory, before: new Date(Date.now() - 3_600_000), inUse })
    const names = await kept()
    expect([names.includes(nameOf(landscape)), names.includes(nameOf(square))]).toEqual([false, true])
    await get(landscape).expect(200)
  })

  it('cuts the item’s own picture, and says when it is not there', async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'cards-')), 'a.png')
    const square = { create: { width: 1300, height: 1300, channels: 3 as const, background: '#c33' } }
    await sharp(square).png().toFile(file)
    const sent = await instance.admin
      .post('/api/media')
      .attach('file', file)
      .field('_payload', JSON.stringify({ alt: 'Red' }))
    const urls = await addresses(await publish({ title: 'With a picture', image: sent.body.doc.id }))
    expect(urls.landscape).toMatch(/\/media\/[0-9a-f]{32}-social\.jpg$/)
    await get(urls.landscape).expect(200)
    const { body } = await get(urls.square).expect(200)
    expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 1080 })
  })
})
