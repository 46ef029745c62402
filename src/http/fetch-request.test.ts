import { expect, it } from 'vitest'
import { toPath, toUrl } from './fetch-request.ts'

const OWN = 'http://cms.test'

it.each([
  ['/api/articles?limit=1', '/api/articles?limit=1'],
  ['http://evil.test/api/articles?limit=1', '/api/articles?limit=1'],
  ['HTTPS://user@evil.test:8080/api/articles', '/api/articles'],
  ['http://evil.test', '/'],
  ['//evil.test/api/articles', '//evil.test/api/articles'],
  ['/\\evil.test/api', '//evil.test/api'],
  ['@evil.test/api', '/@evil.test/api'],
  ['/api/../x', '/x'],
])('asks for %s at its own origin only', (originalUrl, path) => {
  const url = toUrl({ originalUrl }, OWN)
  expect([url.origin, url.pathname + url.search]).toEqual([OWN, path])
})

it.each(['/api/users/login', '/api/./users/LOGIN/', 'http://evil.test/api/users/x/../login?a=b'])(
  'knows the path in %s',
  (originalUrl) => expect(toPath({ originalUrl })).toBe('/api/users/login'),
)
