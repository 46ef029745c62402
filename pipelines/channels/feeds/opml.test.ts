import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { makeSite } from '../../../tests/fixtures/site.ts'
import { renderOpml } from './opml.ts'
import type { FeedScope } from './scope.ts'

it('lists every feed with its address and its page', () => {
  const subject = makeItem({
    type: 'topics',
    slug: 'r&d 水',
    title: 'R&D "<x>"',
    url: 'https://example.com/topics/r',
  })
  const scopes: FeedScope[] = [
    { kind: 'site' },
    { kind: 'type', type: 'articles', label: 'Articles' },
    { kind: 'subject', subject },
  ]
  const xml = renderOpml({
    site: makeSite(),
    scopes,
    format: { fileName: 'rss.xml' },
    changedAt: '2026-02-05T10:30:00Z',
  })
  const read = (xpath: string) =>
    execFileSync('xmllint', ['--xpath', `string(${xpath})`, '-'], { input: xml, encoding: 'utf8' }).trim()
  expect(read('/opml/@version')).toBe('2.0')
  expect(read('/opml/head/dateModified')).toBe('Thu, 05 Feb 2026 10:30:00 GMT')
  expect(read('count(/opml/body/outline[@type="rss"])')).toBe('3')
  expect(read('//outline[2]/@xmlUrl')).toBe('https://cms.example.com/feeds/articles/rss.xml')
  expect(read('//outline[3]/@text')).toBe('Plant & People: R&D "<x>"')
  expect(read('//outline[3]/@xmlUrl')).toBe('https://cms.example.com/feeds/topics/r%26d%20%E6%B0%B4/rss.xml')
  expect(read('//outline[3]/@htmlUrl')).toBe(subject.url)
})
