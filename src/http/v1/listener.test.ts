/** The delivery API through a real socket: what clients are told, and what those can do who mean no good. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { type DeliveryServer, startDelivery } from '../../../tests/support/delivery-server.ts'
import type { DeliveryOptions } from './listener.ts'

let site: DeliveryServer
afterEach(() => site?.close())

const article = (n: number) => makeItem({ id: `articles:${n}`, slug: `article-${n}`, title: `Title ${n}` })
const HOST = 'Host: cms.example.com\r\n'
const ask = (line: string, ...headers: string[]) =>
  `${line} HTTP/1.1\r\n${HOST}${headers.map((header) => `${header}\r\n`).join('')}\r\n`
const closing = (line: string, ...headers: string[]) => ask(line, 'Connection: close', ...headers)
const get = (path: string, headers: { [name: string]: string } = {}) =>
  fetch(site.url + path, { headers, redirect: 'manual' })
const start = async (options?: Partial<DeliveryOptions>) => {
  site = await startDelivery(options)
  await site.publish(...Array.from({ length: 12 }, (_, n) => article(n)))
}
/** How often routes were asked. */
const counting = async () => {
  const { answerTo } = await import('./routes.ts')
  const asked: string[] = []
  const options: Partial<DeliveryOptions> = {
    answerTo(one, context) {
      asked.push(one.path.join('/'))
      return answerTo(one, context)
    },
  }
  return { asked, options }
}

test('answers a second time from what it kept, with every header, until something changes', async () => {
  const { asked, options } = await counting()
  await start(options)
  const first = await get('/v1/articles?limit=10')
  const again = await get('/v1/articles?limit=10')
  expect(asked).toEqual(['articles'])
  expect(await again.text()).toBe(await first.text())
  expect(Object.fromEntries(again.headers)).toMatchObject({
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': expect.stringContaining('Galley-Seq'),
    'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=300',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'cross-origin-resource-policy': 'cross-origin',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'galley-seq': '12',
    'surrogate-key': 'articles',
    'cache-tag': 'articles',
    vary: 'Accept-Encoding',
    etag: expect.stringMatching(/^"[\w-]{43}"$/),
    date: expect.stringMatching(/GMT$/),
    'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
  })
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
  await get('/v1/topics')
  await site.publish(article(99))
  const after = await get('/v1/articles?limit=10')
  expect(after.headers.get('galley-seq')).toBe('13')
  expect(after.headers.get('etag')).not.toBe(first.headers.get('etag'))
  await get('/v1/topics')
  // Topics have not changed.
  expect(asked).toEqual(['articles', 'topics', 'articles'])
})

test('shows at once what was not there, and no longer what is gone', async () => {
  await start()
  const status = async () => (await get('/v1/articles/article-50')).status
  expect([await status(), await status()]).toEqual([404, 404])
  await site.publish(article(50))
  expect([await status(), await status()]).toEqual([200, 200])
  await site.unpublish(article(50))
  expect([await status(), await status()]).toEqual([410, 410])
})

test('gives each encoding its own ETag, answers 304 and HEAD, also of what it did not keep', async () => {
  await start()
  const url = '/v1/articles?limit=10'
  const etags = new Set<string>()
  for (const encoding of ['identity', 'gzip', 'br']) {
    const head = await site.raw(closing(`HEAD ${url}`, `Accept-Encoding: ${encoding}`))
    const etag = /ETag: (.*)\r/.exec(head)?.[1] ?? ''
    const whole = await get(url, { 'Accept-Encoding': encoding })
    const length = Number(/Content-Length: (\d+)/.exec(head)?.[1])
    expect(head.endsWith('\r\n\r\n')).toBe(true)
    expect(whole.headers.get('etag')).toBe(etag)
    expect(whole.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(length).toBe(Number(whole.headers.get('content-length')))
    etags.add(etag)
    await whole.text()
    const unchanged = await get(url, { 'Accept-Encoding': encoding, 'If-None-Match': `"x", W/${etag}` })
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
    expect(unchanged.headers.get('etag')).toBe(etag)
    for (const name of [
      'cache-control',
      'vary',
      'surrogate-key',
      'galley-seq',
      'access-control-allow-origin',
    ])
      expect(unchanged.headers.get(name)).toBe(whole.headers.get(name))
  }
  expect(etags.size).toBe(3)
  const fresh = '/v1/articles?limit=3'
  const { headers } = await get(fresh)
  await site.publish({ ...article(0), publishedAt: '2027-01-01T00:00:00.000Z' })
  expect((await get(fresh, { 'If-None-Match': headers.get('etag') ?? '' })).status).toBe(200)
  expect((await get('/v1/articles/none', { 'If-None-Match': '*' })).status).toBe(404)
  const raw = await site.raw(closing(`GET ${url}`, 'Accept-Encoding: gzip'))
  const body = Buffer.from(raw.slice(raw.indexOf('\r\n\r\n') + 4), 'latin1')
  expect(JSON.parse(gunzipSync(body).toString()).data).toHaveLength(10)
})

test('makes an answer once for all who ask meanwhile', async () => {
  const { asked, options } = await counting()
  await start(options)
  const path = '/v1/articles?limit=10'
  const read = await site.raw(ask(`GET ${path}`, 'Accept-Encoding: br').repeat(20), (all) => {
    return all.split('HTTP/1.1 200 OK').length > 20
  })
  expect(read.split('Content-Encoding: br')).toHaveLength(21)
  expect(asked).toEqual(['articles'])
})

test('takes settings over at once', async () => {
  await start()
  const control = async () => (await get('/v1/articles')).headers.get('cache-control')
  expect(await control()).toContain('s-maxage=60,')
  const fields = { delivery: { sMaxAge: 5, staleWhileRevalidate: 7 } }
  await site.publish(makeItem({ id: 'settings:site', type: 'settings', slug: 'site', fields }))
  expect(await control()).toBe('public, max-age=0, s-maxage=5, stale-while-revalidate=7')
})

test('waits for the position that a reader has seen, and says so when it does not come', async () => {
  await start()
  const at = (seq: string) => get('/v1/articles/article-77', { 'Galley-Min-Seq': seq })
  expect((await at('12')).status).toBe(404)
  const waiting = at('13')
  await site.publish(article(77))
  expect((await waiting).headers.get('galley-seq')).toBe('13')
  expect((await waiting).status).toBe(200)
  const late = await at('14')
  expect([late.status, late.headers.get('retry-after'), late.headers.get('cache-control')]).toEqual([
    503,
    '1',
    'no-store',
  ])
  expect(late.headers.get('content-type')).toBe('application/problem+json')
  for (const wrong of ['-1', '1.5', 'x', '', '99999999999999999999'])
    expect((await at(wrong)).headers.get('retry-after')).toBeNull()
})

test('lets other sites ask, and answers nothing but reading', async () => {
  await start()
  const preflight = await site.raw(closing('OPTIONS /v1/articles', 'Origin: https://x.example'))
  expect(preflight).toMatch(/^HTTP\/1.1 204 /)
  for (const said of [
    'Access-Control-Allow-Origin: *',
    'Access-Control-Allow-Methods: GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers: If-None-Match, Galley-Min-Seq',
    'Access-Control-Max-Age: 86400',
  ])
    expect(preflight).toContain(said)
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
    const answer = await site.raw(closing(`${method} /v1/articles`))
    expect(answer).toMatch(/^HTTP\/1.1 405 /)
    expect(answer).toContain('Allow: GET, HEAD, OPTIONS')
    expect(answer).toContain('"status":405')
  }
})

test.each([
  ['a body', 'GET /v1/articles', ['Content-Length: 3'], 400],
  ['a body in chunks', 'GET /v1/articles', ['Transfer-Encoding: chunked'], 400],
  ['an address with a host', 'GET http://cms.example.com/v1/articles', [], 200],
  ['two slashes', 'GET //v1/articles', [], 418],
  ['a way up', 'GET /v1/..%2f..%2fetc/passwd', [], 404],
  ['a plain way up', 'GET /v1/../api/users', [], 404],
  ['a null byte', 'GET /v1/articles/%00', [], 400],
  ['broken encoding', 'GET /v1/articles/%E0%A4%A', [], 400],
  ['a long query', `GET /v1/articles?q=${'x'.repeat(12_000)}`, [], 414],
  ['a thousand includes', `GET /v1/articles?include=${'faqs,nothing,'.repeat(500)}`, [], 400],
  ['many parameters', `GET /v1/articles?${'limit=1&'.repeat(900)}`, [], 400],
  ['drafts, which others answer', 'GET /v1/preview/articles/x?token=1', [], 418],
  ['what looks like drafts', 'GET /v1/%70review/articles/x', [], 404],
  ['no protocol', 'GET /v1/articles x y', [], 400],
  ['a megabyte', `GET /v1/articles?q=${'x'.repeat(1_000_000)}`, [], 431],
  ['a header bomb', 'GET /v1/articles', Array.from({ length: 5_000 }, (_, n) => `X-${n}: ${n}`), 431],
])('answers %s', async (_, line, headers, status) => {
  await start()
  const read = await site.raw(closing(line, ...headers))
  expect(read.slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
  if (status !== 200 && status !== 418) {
    const body = read.slice(read.indexOf('\r\n\r\n') + 4)
    expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringMatching(/\S/) })
    expect(read.length).toBeLessThan(3_000)
  }
  expect(site.errors).toEqual([])
  expect((await get('/v1/articles?limit=1')).status).toBe(200)
})

test('says 500 and no more when a route throws', async () => {
  site = await startDelivery({
    answerTo() {
      throw new Error('a secret')
    },
  })
  const answer = await get('/v1/articles')
  const { requestId, ...body } = await answer.json()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store'])
  expect(requestId).toBe(answer.headers.get('x-request-id'))
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(site.errors).toHaveLength(1)
})

test('hands streams over', async () => {
  await start({
    streams: {
      changes: (_request, response, { asked, headers }) =>
        void response.writeHead(200, headers).end(`since ${asked.query.get('cursor')}`),
    },
  })
  const answer = await get('/v1/changes?cursor=5')
  expect([await answer.text(), answer.headers.get('access-control-allow-origin')]).toEqual(['since 5', '*'])
  expect(answer.headers.get('galley-seq')).toBe('12')
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
})

test('serves others while some read slowly, hold on to idle connections or leave', async () => {
  await start()
  const open = async () => {
    const socket = connect(site.port, 'localhost')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }
  const sockets: Socket[] = await Promise.all(Array.from({ length: 500 }, open))
  for (const socket of sockets.slice(0, 20)) {
    // They ask a hundred times and take nothing.
    socket.pause().write(ask('GET /v1/articles?limit=12', 'Accept-Encoding: identity').repeat(100))
  }
  for (const socket of sockets.slice(20, 40)) {
    socket.write(ask('GET /v1/articles?limit=11', 'Accept-Encoding: br'))
    socket.destroy()
  }
  for (let n = 0; n < 50; n++) expect((await get(`/v1/articles?limit=${(n % 12) + 1}`)).status).toBe(200)
  for (const socket of sockets) socket.destroy()
  expect(site.errors).toEqual([])
})
