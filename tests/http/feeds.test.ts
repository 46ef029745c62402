import { execFileSync } from 'node:child_process'
import express, { type ErrorRequestHandler } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../pipelines/channels/delivery/store.ts'
import type { FeedFormat } from '../../pipelines/channels/feed-format.ts'
import { feedFormats } from '../../pipelines/channels/registry.ts'
import { feedRoutes } from '../../src/http/feeds.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'

/** libxml2's answer to an XPath; throws when the document is not well-formed. */
const xpath = (xml: string, expression: string) =>
  execFileSync('xmllint', ['--nonet', '--xpath', expression, '-'], { input: xml, encoding: 'utf8' }).trim()

describe.skipIf(databaseUrl() === null)('feeds of types, topics and people', () => {
  let instance: TestGalley
  const ids: { [name: string]: string | number } = {}
  const get = (url: string) => request(instance.app).get(url)
  const read = async (url: string) => (await get(url).expect(200)).text
  const titles = async (folder: string) => {
    const json = JSON.parse(await read(`${folder}/feed.json`)) as { items: { title: string }[] }
    return json.items.map(({ title }) => title).sort()
  }

  async function create(collection: string, data: { [field: string]: unknown }) {
    const made = await instance.payload.create({
      collection: collection as 'articles',
      data: { _status: 'published', ...data } as never,
    })
    return made.id
  }
  async function change(
    collection: string,
    id: string | number | undefined,
    data: { [field: string]: unknown },
  ) {
    await instance.payload.update({
      collection: collection as 'articles',
      id: id as number,
      data: { _status: 'published', ...data } as never,
    })
    await instance.galley.settled()
  }

  beforeAll(async () => {
    instance = await startGalley()
    ids.soil = await create('topics', { name: 'Soil & water', description: 'What roots stand in.' })
    ids.empty = await create('topics', { name: 'Nothing yet' })
    ids.hidden = await create('topics', { name: 'Hidden', _status: 'draft' })
    ids.ada = await create('people', { name: 'Ada Root' })
    const body = paragraphs('A body of several words, so that it can be told from its summary.')
    ids.both = await create('articles', {
      ...{ title: 'Of both', summary: 'Its summary.', body },
      ...{ topics: [ids.soil], authors: [ids.ada] },
    })
    ids.plain = await create('articles', { title: 'Of nothing', body })
    ids.faq = await create('faqs', { question: 'How deep?', body, topics: [ids.soil] })
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  it('hold what is theirs, and say which feed they are', async () => {
    expect(await titles('/feeds')).toEqual(['Of both', 'Of nothing'])
    expect(await titles('/feeds/articles')).toEqual(['Of both', 'Of nothing'])
    expect(await titles('/feeds/faqs')).toEqual(['How deep?'])
    expect(await titles('/feeds/topics/soil-water')).toEqual(['How deep?', 'Of both'])
    expect(await titles('/feeds/people/ada-root')).toEqual(['Of both'])

    const rss = await read('/feeds/articles/rss.xml')
    expect(xpath(rss, 'string(/rss/channel/title)')).toBe('Galley: Articles')
    const atom = await get('/feeds/topics/soil-water/atom.xml').expect(200)
    expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const link = (rel: string) =>
      xpath(atom.text, `string(/*/*[local-name()="link" and @rel="${rel}"]/@href)`)
    expect(link('self')).toBe('http://cms.test/feeds/topics/soil-water/atom.xml')
    expect(link('alternate')).toBe('http://www.test/topics/soil-water')
    expect(xpath(atom.text, 'string(/*/*[local-name()="title"])')).toBe('Galley: Soil & water')
    expect(xpath(atom.text, 'string(/*/*[local-name()="subtitle"])')).toBe('What roots stand in.')
    const site = await read('/feeds/atom.xml')
    const guid = (JSON.parse(await read('/feeds/people/ada-root/feed.json')) as { items: { id: string }[] })
      .items[0]
    expect(xpath(site, `count(//*[local-name()="id" and text()="${guid?.id}"])`)).toBe('1')
  })

  it('follow an item that changes its topic, and leave the others as they were', async () => {
    const feeds = [
      '/feeds/topics/nothing-yet/rss.xml',
      '/feeds/faqs/atom.xml',
      '/feeds/people/ada-root/rss.xml',
    ]
    const before = await Promise.all(feeds.map(read))
    const { 'last-modified': modified } = (await get('/feeds/topics/soil-water/rss.xml')).headers
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await change('articles', ids.both, { topics: [] })
    expect(await titles('/feeds/topics/soil-water')).toEqual(['How deep?'])
    const after = await get('/feeds/topics/soil-water/rss.xml')
    expect(Date.parse(after.headers['last-modified'] ?? '')).toBeGreaterThan(Date.parse(modified ?? ''))
    const now = await Promise.all(feeds.map(read))
    expect(now.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(now[2]).not.toBe(before[2])
    // Words that it no longer shows anywhere in the feed do not take the time back.
    await change('articles', ids.both, { channels: { feeds: { include: 'no' } } })
    expect(await titles('/feeds/people/ada-root')).toEqual([])
    expect(await titles('/feeds')).toEqual(['Of nothing'])
    const last = await get('/feeds/topics/soil-water/rss.xml')
    expect(last.text).toBe(after.text)
    await change('articles', ids.both, { channels: { feeds: { include: 'default' } }, topics: [ids.soil] })
    expect(await titles('/feeds/topics/soil-water')).toEqual(['How deep?', 'Of both'])
  })

  describeOnSqlite('whatever the database', () => {
    it('are valid while they are empty, and unknown where nothing public is', async () => {
      for (const folder of ['/feeds/case-studies', '/feeds/topics/nothing-yet']) {
        expect(await titles(folder)).toEqual([])
        expect(xpath(await read(`${folder}/atom.xml`), 'count(//*[local-name()="entry"])')).toBe('0')
        expect(xpath(await read(`${folder}/rss.xml`), 'count(//item)')).toBe('0')
      }
      for (const unknown of [
        '/feeds/nothings/rss.xml',
        '/feeds/settings/rss.xml',
        '/feeds/topics/hidden/atom.xml',
        '/feeds/people/nobody/feed.json',
        '/feeds/articles/soil/rss.xml',
        '/feeds/topics/soil-water/rss.xml?page=99',
      ]) {
        await get(unknown)
          .expect(404)
          .expect('Content-Type', /application\/problem\+json/)
      }
      await request(instance.app).post('/feeds/rss.xml').expect(405).expect('Allow', 'GET, HEAD')
    })

    it('follow a topic that is renamed or taken back', async () => {
      await change('topics', ids.soil, { slug: 'ground' })
      expect(await titles('/feeds/topics/ground')).toEqual(['How deep?', 'Of both'])
      await get('/feeds/topics/soil-water/rss.xml?page=1')
        .expect(301)
        .expect('Location', '/feeds/topics/ground/rss.xml?page=1')
      await change('topics', ids.soil, { _status: 'draft' })
      await get('/feeds/topics/ground/rss.xml').expect(404)
      await get('/feeds/topics/soil-water/rss.xml').expect(404)
      await change('topics', ids.soil, {})
    })

    it('are listed for people and for readers', async () => {
      const page = await get('/feeds').expect(200).expect('Content-Type', 'text/html; charset=utf-8')
      expect(page.headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+';/,
      )
      for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
        expect(page.text).toMatch(
          new RegExp(
            `<link rel="alternate" type="application/[a-z]+\\+[a-z]+" title="[^"]+" href="http://cms.test/feeds/${file}">`,
          ),
        )
      }
      expect(page.text).toContain('http://cms.test/feeds/topics/ground/atom.xml')
      expect(page.text).toContain('Of nothing')
      expect(page.text).not.toContain('Hidden')
      const opml = await get('/feeds/opml.xml').expect(200)
      const urls = xpath(opml.text, '//outline/@xmlUrl')
      expect(urls).toContain('"http://cms.test/feeds/people/ada-root/rss.xml"')
      expect(urls).not.toContain('hidden')
      for (const [, url] of urls.matchAll(/"([^"]+)"/g)) await get(new URL(url ?? '').pathname).expect(200)
    })

    it('go out as the settings say', async () => {
      await instance.payload.updateGlobal({
        slug: 'settings',
        data: { siteTitle: 'Roots', feeds: { length: 1, text: 'summary', copyright: '© Roots' } } as never,
      })
      await instance.galley.settled()
      const rss = await read('/feeds/rss.xml')
      expect(xpath(rss, 'string(/rss/channel/title)')).toBe('Roots')
      expect(xpath(rss, 'string(/rss/channel/copyright)')).toBe('© Roots')
      expect(xpath(rss, 'count(//item)')).toBe('1')
      expect(xpath(rss, 'string(//*[local-name()="link" and @rel="prev-archive"]/@href)')).toContain('?page=')
      const archive = JSON.parse(await read('/feeds/articles/feed.json?page=1')) as {
        items: { title: string; content_html: string }[]
      }
      expect(archive.items.find(({ title }) => title === 'Of both')?.content_html).toBe('<p>Its summary.</p>')
    })

    it('fail alone: a format that throws leaves the others as they are', async () => {
      const broken: FeedFormat = {
        ...{ slug: 'broken', label: 'Broken', fileName: 'broken.xml', mediaType: 'text/xml' },
        render: () => {
          throw new Error('cannot be rendered')
        },
      }
      const app = express()
      const formats = [broken, ...feedFormats]
      const { payload, galley } = instance
      const store = galley.replica?.store as Store
      app.use(feedRoutes({ payload, store, formats, types: [] }).router)
      const onError: ErrorRequestHandler = (_err, _request, response, _next) => {
        response.status(500).end()
      }
      app.use(onError)
      await request(app).get('/broken.xml').expect(500)
      for (const { fileName } of feedFormats) await request(app).get(`/${fileName}`).expect(200)
    })
  })
})
