import express from 'express'
import request from 'supertest'
import { expect, it } from 'vitest'
import { createFeedCache, type FeedCache, sendKept } from './feed-cache.ts'
import { createRecall } from './recall.ts'

const page = (body: string) => ({
  body,
  contentType: 'application/rss+xml; charset=utf-8',
  changedAt: '2026-02-05T10:30:00.000Z',
})

function appOf(cache: FeedCache, body = 'words '.repeat(200)) {
  const app = express().set('etag', false)
  app.get('/', async (asked, response) => {
    const kept = await cache.read('/', async () => page(body))
    if (kept) sendKept(asked, response, kept, createRecall(cache))
  })
  return request(app)
}

it('makes a page once for each change, also for those who ask at the same time', async () => {
  let version = 1
  let made = 0
  const cache = createFeedCache({ version: async () => version })
  const read = () => cache.read('a', async () => page(`${++made}`))
  await Promise.all([read(), read(), read()])
  expect(made).toBe(1)
  version = 2
  await read()
  expect(made).toBe(2)
})

it('keeps no more than it may, and nothing of what failed', async () => {
  let made = 0
  const cache = createFeedCache({ version: async () => 1, maxBytes: 10_000 })
  const read = (key: string) =>
    cache.read(key, async () => {
      made += 1
      return page('x'.repeat(2_000))
    })
  for (const key of ['a', 'b', 'c', 'a']) await read(key)
  expect(made).toBe(4)
  await expect(cache.read('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await cache.read('d', async () => null)).toBeNull()
  expect((await read('d'))?.bytes).toBe(2_000)
})

it('revalidates each encoding by its own ETag, which beats the date', async () => {
  const app = appOf(createFeedCache({ version: async () => 1 }))
  const etags: string[] = []
  for (const encoding of ['identity', 'gzip', 'br']) {
    const first = await app
      .get('/')
      .set('Accept-Encoding', encoding)
      .buffer(true)
      .parse((_, done) => done(null, null))
    const etag = first.headers.etag ?? ''
    etags.push(etag)
    expect(first.headers.vary).toBe('Accept-Encoding')
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    for (const match of [etag, `"other", W/${etag}`, '*']) {
      const again = await app
        .get('/')
        .set('Accept-Encoding', encoding)
        .set('If-None-Match', match)
        .expect(304)
      expect(again.headers.etag).toBe(etag)
      expect(again.headers['content-type']).toBeUndefined()
    }
  }
  expect(new Set(etags).size).toBe(3)
  expect(etags.every((etag) => /^"[\w-]{43}"$/.test(etag))).toBe(true)
  const gzipAsPlain = { 'Accept-Encoding': 'identity', 'If-None-Match': etags[1] ?? '' }
  await app.get('/').set(gzipAsPlain).expect(200)
  const since = (date: string) =>
    app.get('/').set('Accept-Encoding', 'identity').set('If-Modified-Since', date)
  await since('Thu, 05 Feb 2026 10:30:00 GMT').expect(304)
  await since('Thu, 05 Feb 2026 10:29:59 GMT').expect(200)
  await since('Thu, 05 Feb 2026 10:30:00 GMT').set('If-None-Match', '"other"').expect(200)
})

it('answers a range with everything, and HEAD with the headers of GET', async () => {
  const app = appOf(createFeedCache({ version: async () => 1 }))
  const plain = (method: 'get' | 'head') => app[method]('/').set('Accept-Encoding', 'identity')
  const whole = await plain('get').set('Range', 'bytes=0-9').expect(200)
  expect(whole.headers['accept-ranges']).toBe('none')
  expect(whole.headers['content-range']).toBeUndefined()
  const head = await plain('head').expect(200)
  expect(head.headers).toEqual({ ...whole.headers, date: head.headers.date })
  expect(head.text ?? '').toBe('')
})
