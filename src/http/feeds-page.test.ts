import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { rss } from '../../pipelines/channels/rss/index.ts'
import { makeItem, nastyItems } from '../../tests/fixtures/items.ts'
import { makeSite } from '../../tests/fixtures/site.ts'
import { renderFeedsPage } from './feeds-page.ts'

const catalogue = {
  site: makeSite({ title: '</title><script>alert(1)</script>' }),
  types: [{ slug: 'articles', label: 'Articles' }],
  topics: [makeItem({ type: 'topics', slug: 'r&d', title: 'R&D <b>' })],
  people: [],
  newest: [...nastyItems(), makeItem({ url: 'javascript:alert(1)' })],
  changedAt: '2026-02-05T10:30:00.000Z',
}

it('holds nothing that could run, and allows nothing but its own style', () => {
  const { body, contentSecurityPolicy } = renderFeedsPage(catalogue, [rss])
  expect(body).not.toMatch(/<script|\son[a-z]+=|href="(?!https?:|#")/i)
  const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(contentSecurityPolicy).toContain(
    `style-src 'sha256-${hash}'; img-src 'self' https://cms.example.com;`,
  )
  expect(body).toContain('https://cms.example.com/feeds/topics/r%26d/rss.xml')
  expect(body).toContain('<b>R&amp;D &lt;b&gt;</b>')
})
