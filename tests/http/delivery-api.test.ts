/** The delivery API through the real app: from what editors save to what websites read. */
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { paragraphs } from '../support/text.ts'

describe.skipIf(databaseUrl() === null)('the delivery API', () => {
  let instance: TestGalley
  const get = (url: string) => request(instance.app).get(url).redirects(0)
  const make = (collection: 'articles' | 'topics' | 'people', data: object) =>
    instance.payload.create({ collection, data: { _status: 'published', ...data } as never })
  const titlesOf = async (url: string) =>
    (await get(url).expect(200)).body.data.map(({ title }: { title: string }) => title)

  beforeAll(async () => {
    instance = await startGalley()
    const wide = await make('topics', { name: 'Machines', slug: 'machines' })
    const narrow = await make('topics', { name: 'Presses', slug: 'presses', parent: wide.id })
    const ada = await make('people', { name: 'Ada Example', slug: 'ada-example', bio: 'Builds presses.' })
    const body = paragraphs('A press needs oil, and somebody who listens to it.')
    const shared = { body, authors: [ada.id], topics: [narrow.id] }
    await make('articles', {
      title: 'First',
      slug: 'first',
      publishedAt: '2024-01-01T00:00:00.000Z',
      ...shared,
    })
    await make('articles', {
      title: 'Second',
      slug: 'second',
      publishedAt: '2024-01-02T00:00:00.000Z',
      ...shared,
    })
    await make('articles', { title: 'Alone', slug: 'alone', publishedAt: '2024-01-03T00:00:00.000Z', body })
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  it('lists by topic, topics below it and author, and follows its own links', async () => {
    expect(await titlesOf('/v1/articles?topic=machines')).toEqual([])
    expect(await titlesOf('/v1/articles?topic=machines&descendants=true')).toEqual(['Second', 'First'])
    const first = await get('/v1/articles?author=ada-example&limit=1&count=true').expect(200)
    expect(first.body.page).toMatchObject({ limit: 1, total: 2 })
    const [, next = ''] = String(first.headers.link).match(/^<http:\/\/cms\.test(.+)>; rel="next"$/) ?? []
    expect(await titlesOf(next)).toEqual(['First'])
    expect(await titlesOf('/v1/topics')).toEqual(['Machines', 'Presses'])
  })

  it('gives whole items for relations, and no more than is asked for', async () => {
    const { body } = await get('/v1/articles/first?fields=title&include=author&body=markdown').expect(200)
    expect(Object.keys(body.data).sort()).toEqual(['authors', 'id', 'markdown', 'title'])
    expect(body.data.authors[0]).toMatchObject({ type: 'people', title: 'Ada Example' })
    expect(body.data.authors[0]).not.toHaveProperty('html')
  })

  it('leads on from a former slug, and knows what is gone', async () => {
    const article = await make('articles', { title: 'Moves', slug: 'before' })
    const change = async (data: object) => {
      await instance.payload.update({ collection: 'articles', id: article.id, data })
      await instance.galley.settled()
    }
    await change({ slug: 'after', _status: 'published' })
    const moved = await get('/v1/articles/before?body=none').expect(308)
    expect(moved.headers.location).toBe('http://cms.test/v1/articles/after?body=none')
    const { body } = await get('/v1/redirects').expect(200)
    expect(body.data).toMatchObject([
      {
        type: 'articles',
        from: 'before',
        to: 'after',
        fromPath: '/articles/before',
        toUrl: 'http://www.test/articles/after',
      },
    ])
    await change({ _status: 'draft' })
    for (const address of ['articles/before', 'articles/after', `items/articles:${article.uid}`])
      await get(`/v1/${address}`)
        .expect(410)
        .expect('Content-Type', /application\/problem\+json/)
    expect((await get('/v1/redirects')).body.data).toEqual([])
  })

  it('tells nobody a draft from nothing', async () => {
    const draft = await make('articles', { title: 'CANARY', slug: 'canary', _status: 'draft' })
    await instance.galley.settled()
    const said = async (address: string, name: string) => {
      const { status, text } = await get(`/v1/${address}`)
      return [status, text.replaceAll(name, '…')]
    }
    expect(await said('articles/canary', 'canary')).toEqual(await said('articles/none', 'none'))
    expect(await said(`items/articles:${draft.uid}`, `${draft.uid}`)).toEqual(
      await said('items/articles:none', 'none'),
    )
  })

  it.each([
    ['/v1/articles?topic[]=a', 400],
    ['/v1/articles?limit=1&limit=2', 400],
    ['/v1/articles/%FF', 400],
    ['/v1/articles/first%00', 400],
    ['/v1/articles/first/more', 404],
    ['/v1/media', 404],
    ['/v1', 200],
  ])('answers %s with %i', async (url, status) => {
    await get(url).expect(status)
  })
})
