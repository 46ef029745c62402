import { afterEach, describe, expect, it } from 'vitest'
import {
  deepFreeze,
  flag,
  heading,
  list,
  makeImage,
  makeItem,
  makePerson,
  nastyItems,
  paragraph,
  table,
} from '../../../tests/fixtures/items.ts'
import { makeSite, site } from '../../../tests/fixtures/site.ts'
import type { ContentItem, LinkedInSettings } from '../../content-item.ts'
import type { Block } from '../../rich-text/block.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { fromLittleText } from './little-text.ts'
import { composePosts, type LinkedInPost } from './render.ts'
import { LINKEDIN_DEFAULTS } from './settings.ts'

const say =
  'Nobody reads a specification that was written long after the machine had already been bought and paid for by them.'

function render(overrides: Partial<ContentItem>): LinkedInPost {
  const result = composePosts({ item: makeItem(overrides), site })
  if (!result.ok) throw new Error(result.reason)
  return result.post
}

function renderBody(...blocks: Block[]): string {
  return render({ blocks: [paragraph(say), ...blocks] }).text
}

describe('every draft', () => {
  const posts = nastyItems().flatMap((item) => {
    const result = composePosts({ item, site })
    return result.ok ? [[item.id, result.post] as const] : []
  })

  it('is made of most nasty items', () => {
    expect(posts.length).toBeGreaterThan(nastyItems().length * 0.8)
  })

  it.each(posts)('%s keeps the limits', (_id, { hook, text, characterCount, firstComment, pictures }) => {
    expect(text.length).toBeLessThanOrEqual(3000)
    expect(characterCount).toBe(text.length)
    expect(hook).not.toBe('')
    expect(hook.length).toBeLessThanOrEqual(300)
    expect(text.startsWith(`${hook}\n`)).toBe(true)
    expect(firstComment.length).toBeLessThanOrEqual(1250)
    expect(pictures.map(({ alt }) => alt)).not.toContain('')
  })

  it.each(posts)('%s is plain text that ends with link and hashtags', (_id, { text }) => {
    expect(text).not.toMatch(/\\|\r|\n{3}|<[a-z/!]|\*\*|[ \t]$/im)
    expect(text).toBe(wellFormed(text))
    expect(text).toMatch(
      /\n\nhttps:\/\/example\.com\/[\x21-\x7e]*[?&]utm_source=linkedin\S*\n\n#\S+( #\S+){0,4}$/,
    )
    const tags = text.split('\n').at(-1)?.toLowerCase().split(' ') ?? []
    expect(new Set(tags).size).toBe(tags.length)
  })

  it.each(posts)('%s says the same in the little text format', (_id, { text, apiText }) => {
    expect(fromLittleText(apiText)).toBe(text)
    const tags = text.split('\n').at(-1) ?? ''
    expect(apiText.endsWith(`\n\n${tags}`)).toBe(true)
    const unescaped = apiText.slice(0, -tags.length).replace(/\\[\\|{}@[\]()<>#*_~]/g, '')
    expect(unescaped).not.toMatch(/[\\|{}@[\]()<>#*_~]/)
  })
})

describe('an article', () => {
  it('begins with its first sentence that says something, not with greeting or title', () => {
    const title = 'Why local champions matter more than a mandate'
    const blocks = [
      paragraph(`Hello everyone! ${title}. We asked 30 sites what made the system stick on the floor.`),
      paragraph(
        'They named people, not features, and they named them at once and without looking it up anywhere.',
      ),
    ]
    const { hook, text } = render({ title, blocks })
    expect(hook).toBe('We asked 30 sites what made the system stick on the floor.')
    expect(text).not.toContain('Hello')
    expect(text.indexOf(hook)).toBe(text.lastIndexOf(hook))
  })

  it('warns of a hook that has no short sentence to be made of', () => {
    const long = `${'A system that was adopted by force rarely sticks because people work around it, '.repeat(2)}and so on.`
    const { hook, warnings } = render({
      blocks: [paragraph(long), paragraph(`${say.slice(0, -1)}: ${say}`)],
      summary: long,
    })
    expect(hook).toBe(long)
    expect(warnings).toContain(`The first line has ${long.length} characters: phones show 140`)
  })

  it('keeps nested lists readable', () => {
    const nested = list({
      children: [paragraph('One'), list('Two', { children: [paragraph('Two b'), list('Three')] })],
    })
    expect(renderBody(nested)).toContain('\n• One\n\u2003• Two\n\u2003• Two b\n\u2003\u2003• Three\n')
    const numbered: Block = {
      type: 'list',
      ordered: true,
      start: 3,
      items: [{ children: [paragraph('Ask')] }],
    }
    expect(renderBody(numbered)).toContain('\n3. Ask\n')
  })

  it('makes tables label and value', () => {
    expect(renderBody(table(['Level', 'Pay'], ['M3', '$100k'], ['M4', '$164k']))).toContain(
      '\nM3: $100k\nM4: $164k\n',
    )
    expect(renderBody(table(['Level', 'Pay', 'Years'], ['M3', '$100k', '5']))).toContain(
      '\nM3\n• Pay: $100k\n• Years: 5\n',
    )
  })

  it('keeps quotation marks, and makes none where there are some', () => {
    const quote = (words: string): Block => ({
      type: 'quote',
      attribution: 'Ann',
      children: [paragraph(words)],
    })
    expect(renderBody(quote('Ask first.'))).toContain('\n"Ask first."\n– Ann\n')
    expect(renderBody(quote('“Ask first.”'))).toContain('\n“Ask first.”\n– Ann\n')
    expect(renderBody(quote('He said "no".'))).toContain('\n“He said "no".”\n')
  })

  it('drops code with the words that announce it, and headings that nothing follows', () => {
    const code: Block = { type: 'code', code: 'SELECT 1' }
    const faqs: Block = { type: 'faqs', items: [] }
    const text = renderBody(
      paragraph('Query it. Like this:'),
      code,
      heading('Questions'),
      faqs,
      heading('Last'),
    )
    expect(text).toContain('\n\nQuery it.\n\nhttps://')
    expect(text).not.toMatch(/SELECT|Questions|Last|Like this/)
  })

  it('keeps to 1,600 units and to whole sentences, however much there is', () => {
    const told = Array.from(
      { length: 60 },
      (_, at) => `Machine ${at} stopped ${at * 7} times, not because of age but of dust in hall ${at * 3}.`,
    )
    const { text, variants } = render({
      blocks: told.map((sentence) => paragraph(sentence)),
      summary: '',
    })
    expect(text.length).toBeLessThanOrEqual(1600)
    expect(text.length).toBeGreaterThan(900)
    for (const variant of variants) {
      const body = variant.text.split('\n\nhttps://')[0] ?? ''
      for (const line of body.split('\n\n')) expect(told).toContain(line)
    }
  })

  it('brings a sentence that leans on another with it, below it, or not at all', () => {
    const blocks = [
      paragraph('Top leaders don’t push change onto teams. They plant it inside the business.'),
      paragraph('Nobody asked the night shift, and 3 of 4 lines stood still for a week.'),
    ]
    const { variants } = render({ blocks })
    for (const { text } of variants) {
      const at = text.indexOf('They plant it')
      const before = text.slice(0, at).trimEnd()
      expect(at === -1 || before.endsWith('onto teams.')).toBe(true)
    }
    expect(variants.some(({ hook }) => hook.includes('\n\nThey plant it'))).toBe(true)
  })

  it('leaves out talk about the page, advertising, lead-in phrases and promises that nothing keeps', () => {
    const text = renderBody(
      paragraph('This guide explains how to plan. Pumps fail when nobody listens to them for 30 days.'),
      paragraph('As mentioned above, dust is a problem. Sign up for our newsletter today!'),
      paragraph('Because here’s the truth: the best crews write down 3 facts , every day.'),
      heading('What she did'),
      paragraph('Here is what she did:'),
    )
    expect(text).toContain('Pumps fail when')
    expect(text).toContain('The best crews write down 3 facts, every day.')
    expect(text).not.toMatch(/guide|mentioned|newsletter|truth|what she did/i)
  })

  it('makes a list of three headings and more below one', () => {
    const text = renderBody(
      heading('Common mistakes of planners'),
      ...['Planning without the crew', 'Buying before measuring it', 'Training only the day shift'].flatMap(
        (name, at) => [heading(`Mistake ${at + 1}: ${name}`, 3), paragraph('It costs a year.')],
      ),
    )
    expect(text).toContain(
      'Common mistakes of planners:\n\n• Planning without the crew\n• Buying before measuring it\n• Training only the day shift\n',
    )
  })

  it('ends with the question that the text asks its readers', () => {
    const text = renderBody(
      paragraph('Two of five lines stopped last year.'),
      paragraph('Who in your plant would miss it?'),
      paragraph('Those who do not know answer at once.'),
    )
    expect(text).toContain('\n\nWho in your plant would miss it?\n\nhttps://')
    expect(text).not.toContain('answer at once')
  })

  it('never cuts a flag in two', () => {
    const { text } = render({ blocks: [paragraph(say), paragraph(`x${flag.repeat(2000)}`)] })
    expect(text).toMatch(/^[^\u{1F1E6}-\u{1F1FF}]*(?:\u{1F1E9}\u{1F1EA})*…?\n\nhttps/u)
  })

  it('is skipped with a reason when there is nothing to say', () => {
    const bare = { blocks: [paragraph('Only twelve words of text stand here, and that is too few.')] }
    expect(composePosts({ item: makeItem(bare), site })).toEqual({
      ok: false,
      reason: 'only 12 words of text',
    })
    const empty = makeItem({ blocks: [], summary: '' })
    expect(composePosts({ item: empty, site })).toEqual({ ok: false, reason: 'no text' })
  })
})

describe('link, picture and first comment', () => {
  it('merges UTM into the query and keeps the fragment', () => {
    const { text, apiText } = render({ url: 'https://example.com/a?b=%20c&utm_source=x#part_2' })
    expect(text).toContain('\nhttps://example.com/a?b=%20c&utm_source=linkedin#part_2\n')
    expect(apiText).toContain('utm\\_source=linkedin\\#part\\_2')
  })

  it('takes the picture of 1200 × 627, else its card', () => {
    const [landscape, square] = render({}).pictures
    expect(landscape).toEqual({
      url: 'https://cms.example.com/media/floor-social.jpg',
      width: 1200,
      height: 627,
      alt: 'Nine machines on a plant floor, two of them stopped',
    })
    expect(square).toMatchObject({ width: 1080, height: 1080 })
    const { warnings } = render({ image: makeImage({ alt: ' ', renditions: [] }) })
    expect(warnings).toEqual([expect.stringContaining('no alternative text')])
    const { format, pictures } = render({ image: null })
    expect([format, pictures.length, pictures[0]?.width]).toEqual(['link', 2, 1200])
  })

  it('comments with the title, the link and the call to action, never escaped', () => {
    const callToAction = {
      id: 'calls-to-action:x',
      heading: 'Hiring (now)?',
      links: [{ label: 'Start_here', url: 'https://example.com/start_a_search' }],
    }
    const { firstComment } = render({
      blocks: [...makeItem().blocks, { type: 'callToAction', callToAction }],
    })
    expect(firstComment).toBe(
      'How great MES leaders win over the plant\nhttps://example.com/articles/local-champions?utm_source=linkedin\n\nHiring (now)?\nStart_here: https://example.com/start_a_search',
    )
  })
})

describe('a text that a person wrote for LinkedIn', () => {
  const post = render({
    channels: { linkedin: { text: '# Mine\n\n- **one** #MES\n- [two](https://x.example/a)' } },
  })

  it('replaces the body and is plain; link and hashtags follow', () => {
    expect(post.hook).toBe('Mine')
    expect(post.text).toBe(
      'Mine\n\n• one #MES\n• two (https://x.example/a)\n\nhttps://example.com/articles/local-champions?utm_source=linkedin\n\n#ManufacturingLeadership #Industry40',
    )
  })

  it('has its own hashtags meant as such', () => {
    expect(post.apiText).toContain('• one #MES\n• two \\(https://x.example/a\\)')
  })
})

describe('voice', () => {
  const blocks = [
    paragraph(say),
    paragraph('I have placed dozens of these leaders. They all ask the line first.'),
    paragraph('Nobody wins alone: 30 sites had 30 champions.'),
  ]

  it('says I only when an author posts, and leaves out what leans on it', () => {
    const item = makeItem({ blocks })
    const as = (postAs?: string) => {
      const result = composePosts({ item, site, postAs })
      return result.ok ? result.post : null
    }
    expect(as()?.postAs).toBe('people:daniel-langley')
    expect(as()?.text).toContain('I have placed')
    for (const other of ['company', 'people:somebody-else']) {
      expect(as(other)?.text).not.toMatch(/I have placed|They all ask/)
      expect(as(other)?.text).toContain('30 champions')
    }
  })

  it('mentions those who are known to LinkedIn, and never who posts', () => {
    const [author, other] = ['Ann Lee', 'Bo (B) Ek'].map((name) => ({
      ...makePerson(name),
      linkedinUrn: `urn:li:person:${name.slice(0, 2)}`,
    }))
    if (!author || !other) throw new Error('no people')
    const body = [paragraph(say), paragraph('Ann Lee and Bo (B) Ek counted 30 lines, and Bo (B) Ek slept.')]
    const post = render({ authors: [author, other], blocks: body })
    expect(post.mentions).toEqual([{ name: 'Bo (B) Ek', urn: 'urn:li:person:Bo' }])
    expect(post.apiText).toContain(
      'Ann Lee and @[Bo \\(B\\) Ek](urn:li:person:Bo) counted 30 lines, and Bo \\(B\\) Ek slept.',
    )
  })
})

describe('settings', () => {
  const withSettings = (linkedin: Partial<LinkedInSettings>, overrides: Partial<ContentItem> = {}) => {
    const item = makeItem(overrides)
    const result = composePosts({ item, site: makeSite({ linkedin: { ...LINKEDIN_DEFAULTS, ...linkedin } }) })
    if (!result.ok) throw new Error(result.reason)
    return result.post
  }

  it('put the link into the first comment', () => {
    const { text, firstComment, link } = withSettings({ linkPlace: 'comment' })
    expect(text).not.toContain('https://')
    expect(firstComment).toContain(link)
  })

  it('fill UTM values', () => {
    const { link } = withSettings({ utm: { source: 'li', medium: 'social post', campaign: '{type}-{slug}' } })
    expect(link).toBe(
      'https://example.com/articles/local-champions?utm_source=li&utm_medium=social%20post&utm_campaign=articles-local-champions',
    )
  })

  it('fix, ban and count hashtags', () => {
    const { hashtags } = withSettings({ hashtagCount: 3, fixedTags: ['Acme'], bannedTags: ['#mes'] })
    expect(hashtags).toEqual(['#ManufacturingLeadership', '#Industry40', '#Acme'])
  })

  it('end with a line of theirs, the same at every turn', () => {
    const { text } = withSettings({ closingLines: ['What do you see?'] })
    expect(text).toContain('\n\nWhat do you see?\n\nhttps://')
  })

  it('show lists as emoji bullets or as prose', () => {
    const blocks = [
      paragraph(say),
      paragraph('They ask three things:'),
      list('Who decides?', 'Who pays 3 times?'),
    ]
    expect(withSettings({ emojiBullets: true }, { blocks }).text).toContain('\n🔹 Who decides?\n🔹 ')
    expect(withSettings({ bullets: 'prose' }, { blocks }).text).not.toContain('•')
  })
})

describe('the same input', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('gives the same post in every time zone, and is left as it was', () => {
    const items = deepFreeze(nastyItems())
    const frozenSite = deepFreeze(makeSite())
    const renderAll = () => items.map((item) => composePosts({ item, site: frozenSite }))
    const first = renderAll()
    process.env.TZ = 'Pacific/Kiritimati'
    expect(renderAll()).toEqual(first)
  })
})
