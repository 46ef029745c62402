import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { deepFreeze, makeImage, makeItem, nastyItems } from '../../../tests/fixtures/items.ts'
import { makeSite, site } from '../../../tests/fixtures/site.ts'
import type { ContentItem } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { toLine } from '../../text/to-line.ts'
import { type AtomInput, renderAtom } from './render.ts'

const page = {
  url: 'https://cms.example.com/feeds/atom.xml?a=1&b=2',
  title: 'Plant & People <all>',
  description: 'Everything ]]> at once',
  home: 'https://example.com',
  isArchive: false,
}

function render(items: readonly ContentItem[], more: Partial<AtomInput> = {}): string {
  return renderAtom({ items, site, page, updated: '2026-02-05T11:30:00.000+01:00', ...more }).body
}

/** What libxml2 reads at an XPath, by local names; throws when the document is not well-formed. */
function read(xml: string, xpath: string): string {
  const expression = xpath.replace(/(?<=[/[]|^|\()([a-z]+)(?=[[/\]),]|$)/g, '*[local-name()="$1"]')
  return execFileSync('xmllint', ['--xpath', `string(${expression})`, '-'], {
    input: xml,
    encoding: 'utf8',
  }).replace(/\n$/, '')
}
const count = (xml: string, name: string) => Number(read(xml, `count(//*[local-name()="${name}"])`))

describe('the feed', () => {
  it('says what it is, without items too', () => {
    const xml = render([])
    expect(read(xml, '/feed/id')).toBe(page.url)
    expect(read(xml, '/feed/title')).toBe(page.title)
    expect(read(xml, '/feed/subtitle')).toBe(page.description)
    expect(read(xml, '/feed/updated')).toBe('2026-02-05T10:30:00.000Z')
    expect(read(xml, '/feed/author/name')).toBe('Acme Talent')
    expect(read(xml, '/feed/@xml:lang')).toBe('en')
    expect(read(xml, '/feed/link[@rel="self"]/@href')).toBe(page.url)
    expect(read(xml, '/feed/link[@rel="alternate"]/@href')).toBe(page.home)
    expect([count(xml, 'entry'), count(xml, 'rights'), count(xml, 'updated')]).toEqual([0, 0, 1])
    expect(() => render([], { updated: 'soon' })).toThrow('[channel:atom] updated is not a date')
  })

  it('is one feed on all its pages, which link each other', () => {
    const current = 'https://cms.example.com/feeds/atom.xml'
    const archive = { current, older: `${current}?page=1`, newer: `${current}?page=3`, isArchive: true }
    const xml = render([], { page: { ...page, ...archive, url: `${current}?page=2&below=7` } })
    expect(read(xml, '/feed/id')).toBe(current)
    expect(read(xml, '/feed/link[@rel="self"]/@href')).toBe(`${current}?page=2&below=7`)
    expect(read(xml, '/feed/link[@rel="prev-archive"]/@href')).toBe(archive.older)
    expect(read(xml, '/feed/link[@rel="next-archive"]/@href')).toBe(archive.newer)
    expect(count(xml, 'archive')).toBe(1)
  })

  it('names whose the content is, and the site as the author of what nobody signed', () => {
    const nobody = makeSite({
      organisation: { name: '', url: '' },
      feeds: { length: 50, fullText: true, copyright: '© <Acme>' },
    })
    const xml = render([makeItem({ authors: [] })], { site: nobody })
    expect(read(xml, '/feed/rights')).toBe('© <Acme>')
    expect(read(xml, '//entry/author/name')).toBe('Plant & People')
  })
})

describe('an entry', () => {
  it('has its id, both dates, one page, authors, topics and the picture', () => {
    const authors = ['Langley, Daniel', 'Zoë <Q>'].map((name) => ({ ...makeItem().authors[0], name }))
    const item = makeItem({
      authors: authors as ContentItem['authors'],
      publishedAt: '2026-02-04T14:30:00.000+05:30',
      updatedAt: '2026-02-06T08:00:00.000Z',
    })
    const xml = render([item])
    expect(read(xml, '//entry/id')).toBe(item.id)
    expect(read(xml, '//entry/published')).toBe('2026-02-04T09:00:00.000Z')
    expect(read(xml, '//entry/updated')).toBe('2026-02-06T08:00:00.000Z')
    expect(xml.match(/<link rel="alternate"/g)).toHaveLength(2)
    expect(read(xml, '//entry/link[@rel="alternate"]/@href')).toBe(item.url)
    expect(read(xml, '//entry/link[@rel="enclosure"]/@length')).toBe('181234')
    expect(read(xml, '//entry/author[1]/name')).toBe('Langley, Daniel')
    expect(read(xml, '//entry/author[2]/name')).toBe('Zoë <Q>')
    expect(read(xml, '//entry/category[1]/@term')).toBe('Core MES / MOM')
    expect(read(xml, '//entry/*[name()="content"]/@type')).toBe('html')
    expect(read(xml, '//*[local-name()="description"]')).toBe(makeImage().alt)
    expect(read(xml, '//entry/*[name()="content"]')).toMatch(/^<p><img src="[^"]+floor-full\.jpg" alt="Nine/)
    expect(xml.indexOf('<summary')).toBeLessThan(xml.indexOf('<content'))
  })

  it('holds the summary alone where the site says so', () => {
    const brief = makeSite({ feeds: { length: 50, fullText: false, copyright: '' } })
    const item = makeItem({ image: null })
    expect(read(render([item], { site: brief }), '//entry/*[name()="content"]')).toBe(
      `<p>${item.summary}</p>`,
    )
  })
})

describe('nasty input', () => {
  it.each(nastyItems().map((item) => [item.id, item] as const))('%s survives libxml2', (_id, item) => {
    const xml = render([item])
    const [id, title, author, updated, link] = read(
      xml,
      'concat(//entry/id,"|~|",//entry/title,"|~|",//entry/author/name,"|~|",//entry/updated,"|~|",//entry/link/@href)',
    ).split('|~|')
    expect(id).toBe(item.id)
    if (toLine(item.title) !== '' && item.id !== 'articles:huge') expect(title).toBe(toLine(item.title))
    expect(title).not.toBe('')
    expect(author).not.toBe('')
    expect(updated).toMatch(/^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/)
    expect(link).toMatch(/^https:\/\/example\.com\/[\x21-\x7e]+$/)
    expect(xml).toBe(wellFormed(xml))
  })

  it('gives the body back as it was', () => {
    const item = nastyItems().find(({ id }) => id === 'articles:cdata')
    const xml = render([makeItem({ ...item, image: null })])
    expect(read(xml, '//entry/*[name()="content"]')).toBe(item?.html)
    expect(read(xml, '//entry/summary')).toBe(item?.summary)
  })
})

it('is at most 250 KB, and says how many items went', () => {
  const html = `<p>${'ä &amp; '.repeat(5000)}</p>`
  const items = Array.from({ length: 50 }, (_, index) => makeItem({ id: `articles:${index}`, html }))
  const { body, count: went } = renderAtom({ items, site, page, updated: '2026-02-05T10:30:00Z' })
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(250_000)
  expect(Buffer.byteLength(body)).toBeGreaterThan(190_000)
  expect(count(body, 'entry')).toBe(went)
  expect(read(body, '//entry[last()]/id')).toBe(`articles:${went - 1}`)
})

it('leaves its input as it was', () => {
  const items = deepFreeze(nastyItems())
  expect(render(items, { site: deepFreeze(makeSite()) })).toBe(render(items))
})
