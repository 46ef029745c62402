import { expect, it } from 'vitest'
import { safeUrl } from './url.ts'

const base = 'https://site.example'
const page = 'https://site.example/articles/a'

it.each([
  ['/a b', 'https://site.example/a%20b'],
  ['a/ü?q=é|x', 'https://site.example/a/%C3%BC?q=%C3%A9%7Cx'],
  ['#part two', `${page}#part%20two`],
  ['//host.example/x', 'https://host.example/x'],
  ['\\\\host.example/x', 'https://host.example/x'],
  ['https://x.org/a_(b)?c=d&e=%zz', 'https://x.org/a_(b)?c=d&e=%25zz'],
  ['mailto:a@b.co?subject=x y', 'mailto:a@b.co?subject=x%20y'],
  ['tel:+49 30 1', 'tel:+49%2030%201'],
  ['HTTP://X.org', 'http://x.org/'],
  ['https://x.org/a%20b', 'https://x.org/a%20b'],
])('makes %j absolute and encoded', (raw, url) => {
  expect(safeUrl(raw, base, page)).toBe(url)
  expect(safeUrl(url, base, page)).toBe(url)
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' \u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  'java\u200bscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://x.org/1',
  'ftp://x.org',
  'https://',
  'https://a b/',
  '',
  '  ',
])('refuses %j', (raw) => expect(safeUrl(raw, base, page)).toBeNull())
