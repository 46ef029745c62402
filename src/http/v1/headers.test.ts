import { describe, expect, test } from 'vitest'
import { encodingFor } from './encodings.ts'
import { cacheControlOf } from './freshness.ts'
import { isUnchanged } from './if-none-match.ts'
import { surrogateHeaders, toKey } from './surrogate-keys.ts'
import { isDelivery, readTarget, withoutAuthority } from './target.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['gzip;q=0, br;q=0, identity;q=0', 'identity'],
  ['identity;q=0, gzip', 'gzip'],
  ['identity, br;q=0.5', 'identity'],
  ['BR', 'br'],
  ['deflate, zstd', 'identity'],
  ['brotli', 'identity'],
  ['gzip;q=x', 'identity'],
  [', ,;;', 'identity'],
  // Nobody's: to weigh it would take long.
  [`br${','.repeat(15_000)}`, 'identity'],
])('answers Accept-Encoding "%s" with %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
  expect(encodingFor(accepted)).toBe(encoding)
})

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['"b,c" ,"a"', true],
  ['*', true],
  [' * ', true],
  ['"b"', false],
  ['a', false],
  ['"b","ab"', false],
  ['', false],
])('takes If-None-Match %s for the same: %s', (given, is) => {
  expect(isUnchanged(given, '"a"')).toBe(is)
})

describe('surrogate keys', () => {
  test('hold neither spaces nor commas, and differ where tags do', () => {
    const tags = ['articles', 'articles topic:mes', 'case-studies client:Süß, & Co 100%', 'at topics/a/b']
    expect(tags.map(toKey)).toEqual([
      'articles',
      'articles/topic:mes',
      'case-studies/client:S%C3%BC%C3%9F%2C%20%26%20Co%20100%25',
      'at/topics/a/b',
    ])
    expect(toKey('articles client:\ud800')).toBe('articles/client:%EF%BF%BD')
    expect(surrogateHeaders(['articles', 'item 1', 'articles'])).toEqual({
      'Surrogate-Key': 'articles item/1',
      'Cache-Tag': 'articles,item/1',
    })
    expect(surrogateHeaders([])).toEqual({})
  })

  test('become one for any change where they would be too many or too long', () => {
    const many = Array.from({ length: 200 }, (_, n) => `item articles:${n}`)
    for (const tags of [many, ['x'.repeat(1_200)]])
      expect(surrogateHeaders(tags)).toEqual({ 'Surrogate-Key': 'all', 'Cache-Tag': 'all' })
  })
})

test('says how long answers may be kept', () => {
  const given = { sMaxAge: 60, staleWhileRevalidate: 300 }
  const said = (status: number, tags: string[] | null) => cacheControlOf({ status, tags }, given)
  expect(said(200, ['a'])).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=300')
  expect(said(308, ['a'])).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=300')
  expect(said(404, ['a'])).toBe('public, max-age=0, s-maxage=10')
  for (const never of [said(200, null), said(400, null), said(500, ['a'])]) expect(never).toBe('no-store')
})

test.each([
  ['/v1', []],
  ['/v1/', []],
  ['/v1/articles/', ['articles']],
  ['/v1/articles/zu%CC%88rich?a=b', ['articles', 'zürich']],
  ['/v1//articles', ['', 'articles']],
  ['/v1/..%2fapi', ['../api']],
  ['/v1/../api', ['..', 'api']],
])('reads %s', (url, path) => {
  expect(readTarget(url)).toMatchObject({ path })
})

test.each([
  ['/v1/%', 400],
  ['/v1/%ff', 400],
  ['/v1/articles/%00', 400],
  ['/v1/a%0d%0ab', 400],
  [`/v1?q=${'x'.repeat(8_000)}`, 414],
])('refuses %.20s', (url, status) => {
  expect(readTarget(url)).toMatchObject({ status })
})

test('knows what is below /v1', () => {
  for (const url of ['/v1', '/v1?a', '/v1/a', withoutAuthority('http://cms.test:80/v1/a')])
    expect(isDelivery(url)).toBe(true)
  for (const url of ['/v10', '//v1/a', '/V1', '/', '*', '', withoutAuthority('http://v1/'), 'v1'])
    expect(isDelivery(url)).toBe(false)
})
