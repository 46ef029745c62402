/**
 * Requests that nobody would write, against the whole app through a socket. More by hand: PROPERTY_RUNS=20000
 * PROPERTY_SEED=$RANDOM npx vitest run --project sqlite tests/sqlite/delivery-fuzz.test.ts
 */
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANGES, listParameters, SYNC } from '../../src/http/v1/parameters.ts'
import { DELIVERED_TYPES } from '../../src/http/v1/types.ts'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { exchange, listen } from '../support/listen.ts'
import { paragraphs } from '../support/text.ts'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500)
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_123)

let site: TestGalley
let server: Awaited<ReturnType<typeof listen>>
const cursors: string[] = []
beforeAll(async () => {
  site = await startGalley()
  server = await listen(site.app)
  const body = paragraphs('A press needs oil, and somebody who listens to it. '.repeat(40))
  for (const slug of ['first', 'zu-zürich', 'second'])
    await site.payload.create({
      collection: 'articles',
      data: { title: slug, slug, body, _status: 'published' },
    })
  await site.galley.settled()
  for (const path of ['articles?limit=1', 'articles?limit=1&sort=title', 'sync?limit=1'])
    cursors.push(/"(?:next|cursor)":"([^"]+)"/.exec(await send(`GET /v1/${path} HTTP/1.1`, []))?.[1] ?? '')
})
afterAll(async () => {
  await server?.close()
  await site?.close()
})

/** A stream goes on until somebody ends it. */
const isStream = (read: string) => /\r\ncontent-type: text\/event-stream[\s\S]*\r\n\r\n/i.test(read)
const send = (line: string, headers: string[]) => {
  const lines = [line, 'Host: cms.test', 'Connection: close', ...headers, '', '']
  return exchange(connect(server.port, 'localhost'), lines.join('\r\n'), isStream)
}

/** Printable, so that only Node's own reading of a request can refuse it before we see it. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map(encoded),
  fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).map((n) => String.fromCharCode(n)), maxLength: 20 }),
  fc.constantFrom(
    ...[
      '',
      '%',
      '%00',
      '%2e%2e%2f',
      '..',
      '%E0%A4%A',
      '%252f',
      '%ud800',
      '\\',
      ';',
      '+',
      '%0d%0aX:%20y',
      '*',
    ],
    ...[
      'true',
      '0',
      '1',
      '-1',
      '1e9',
      '99999999999999999999',
      '2026-01-31',
      '2026-13-45',
      'a,b',
      ','.repeat(90),
    ],
    ...[
      '__proto__',
      'constructor',
      '%27%20OR%201%3D1--',
      '%22*',
      'NEAR(',
      '{%22$gt%22:%22%22}',
      'WyJ',
      'W10',
    ],
    'x'.repeat(3_000),
  ),
)
const known = fc.nat(10).map((n) => cursors[n % cursors.length] ?? '')
const names = [...listParameters('role-profiles'), ...SYNC, ...CHANGES].map(({ name }) => name)
const part = fc.oneof(
  fc.constantFrom(...DELIVERED_TYPES, 'items', 'sync', 'changes', 'redirects', 'search', 'compare', 'docs'),
  fc.constantFrom(
    'openapi.json',
    'preview',
    'role-profiles',
    'first',
    'zu-z%C3%BCrich',
    'articles:x',
    'media',
  ),
  nasty,
)
const value = fc.oneof(nasty, known, fc.constantFrom('first', 'title', 'press', 'html', 'author', 'articles'))
const pair = fc
  .tuple(fc.oneof(fc.constantFrom(...names, 'a', 'b', 'token'), nasty), value)
  .map(([name, given]) => `${name}=${given}`)
const target = fc
  .tuple(
    fc.constantFrom(
      '/v1',
      '/v1',
      '/v1',
      '/v1/',
      '//v1',
      '/V1',
      '/v1/.',
      'http://x.test/v1',
      '/feeds',
      '/media',
    ),
    fc.array(part, { maxLength: 3 }),
    fc.array(pair, { maxLength: 4 }),
  )
  .map(([base, path, query]) => [base, ...path].join('/') + (query.length > 0 ? `?${query.join('&')}` : ''))
const header = fc
  .tuple(
    fc.constantFrom(
      ...['Accept-Encoding', 'If-None-Match', 'Last-Event-ID', 'X-Request-Id', 'Range', 'Accept', 'Origin'],
      ...[
        'Authorization',
        'Cookie',
        'Galley-Min-Seq',
        'If-Modified-Since',
        'Content-Length',
        'X-Forwarded-For',
      ],
    ),
    fc.oneof(
      nasty,
      known,
      fc.constantFrom(
        'gzip',
        'br',
        'gzip;q=x, br',
        '*',
        '"x", W/"y"',
        'bytes=0-1',
        '0',
        'JWT x',
        'users API-Key x',
      ),
    ),
  )
  // A position that may still come is waited for.
  .filter(([name, given]) => name !== 'Galley-Min-Seq' || !/^\d{2,15}$/.test(given))
  .map(([name, given]) => `${name}: ${given}`)
const method = fc.constantFrom(
  ...[
    'GET',
    'GET',
    'GET',
    'GET',
    'HEAD',
    'OPTIONS',
    'POST',
    'PUT',
    'DELETE',
    'PATCH',
    'TRACE',
    'SEARCH',
    'get',
  ],
)

it(`answers ${RUNS} of them, in whole and as its own documents say (seed ${SEED})`, async () => {
  const seen = new Map<number, number>()
  const asked = fc.tuple(method, target, fc.array(header, { maxLength: 3 }))
  const property = fc.asyncProperty(asked, async ([verb, address, headers]) => {
    const status = judge(verb, await send(`${verb} ${address} HTTP/1.1`, headers))
    seen.set(status, (seen.get(status) ?? 0) + 1)
  })
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 405]))
})

function judge(verb: string, read: string): number {
  const end = read.indexOf('\r\n\r\n')
  const [first = '', ...lines] = read.slice(0, end).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
  expect([status >= 200, status < 500]).toEqual([true, true])
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  const body = Buffer.from(read.slice(end + 4), 'latin1')
  // What cannot be read has no method.
  const isHead = verb === 'HEAD' && !read.includes('This is no HTTP request.')
  if (isHead || status === 304 || status === 204) {
    expect(body).toHaveLength(0)
    return status
  }
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('text/event-stream')) return status
  expect(body).toHaveLength(Number(headers.get('content-length')))
  const coding = headers.get('content-encoding')
  const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
  const text = new TextDecoder('utf-8', { fatal: true }).decode(plain)
  if (status >= 400) {
    expect(type).toMatch(/^application\/problem\+json/)
    expect(JSON.parse(text)).toMatchObject({ status, title: expect.stringMatching(/\S/) })
  } else if (/json/.test(type)) expect(JSON.parse(text)).toBeTypeOf('object')
  return status
}

/** As clients encode, or would if they had to encode everything. */
function encoded(text: string): string {
  return Buffer.from(text).reduce((all, byte) => `${all}%${byte.toString(16).padStart(2, '0')}`, '')
}
