import { describe, expect, it } from 'vitest'
import { makeItem, makeTopic, paragraph } from '../../../tests/fixtures/items.ts'
import { site } from '../../../tests/fixtures/site.ts'
import type { ContentItem, Json } from '../../content-item.ts'
import { type LinkedInPost, renderLinkedInPost } from './render.ts'

function render(overrides: Partial<ContentItem>): LinkedInPost {
  const result = renderLinkedInPost({ item: makeItem(overrides), site })
  if (!result.ok) throw new Error(result.reason)
  return result.post
}

const long =
  'The answer takes some twenty words and not one less, because a shorter one leaves out what people really want to know.'

describe('a role profile', () => {
  const rung = (code: string, current: boolean, knowledgeAndApplication: string): Json => ({
    code,
    current,
    guidelines: { knowledgeAndApplication },
  })
  const fields: { [key: string]: Json } = {
    level: {
      name: 'Director',
      code: 'M4',
      decisionRights: 'Owns budget',
      experienceYears: { min: 10, max: 15 },
    },
    family: {
      name: 'Plant Leadership',
      function: 'Manufacturing Operations',
      track: 'management',
      region: 'global',
    },
    pay: { currency: 'USD', period: 'year', median: 164_000, low: 129_000, high: 209_000 },
    responsibilities: ['Manages departments', 'Aligns policies', 'Owns the budget', 'Fourth'],
    ladder: [
      rung('M3', false, 'Knows one plant.'),
      rung('M4', true, 'Sets policy.'),
      rung('M5', false, 'All.'),
    ],
    provenance: { sourceCount: 9 },
  }
  const role = (changes: { [key: string]: Json }) =>
    render({
      type: 'role-profiles',
      topics: [],
      blocks: [paragraph(long)],
      fields: { ...fields, ...changes },
    })

  it('begins with role, pay and experience, and compares with the level below', () => {
    const topics = [makeTopic('Manufacturing Operations')]
    const url = 'https://example.com/role-profiles/x'
    expect(render({ type: 'role-profiles', topics, url, blocks: [], fields }).text).toBe(
      `Director, Manufacturing Operations: $129k–$209k, median $164k. Typical experience: 10–15 yrs.

Plant Leadership, level M4:

• Manages departments
• Aligns policies
• Owns the budget

One level below (M3): Knows one plant.

At M4: Sets policy.

Decision rights: Owns budget

Market pay in USD, region: global. 9 sources.

https://example.com/role-profiles/x?utm_source=linkedin

#ManufacturingOperations #Leadership #Director`,
    )
  })

  it.each([
    [{ currency: 'CHF', median: 129_450 }, 'median CHF 129.5k'],
    [{ currency: 'EUR', low: 45, high: 60, period: 'hour' }, '€45–€60 per hour'],
    [{ currency: 'JPY', median: 12_500_000, low: 9_000_000 }, 'median ¥12.5M'],
  ])('writes %o as %s', (pay, words) => {
    expect(role({ pay }).hook).toBe(
      `Director, Manufacturing Operations: ${words}. Typical experience: 10–15 yrs.`,
    )
  })

  it('does without pay, and without anything of its own', () => {
    expect(role({ pay: null }).hook).toBe(
      'Director, Manufacturing Operations. Typical experience: 10–15 yrs.',
    )
    expect(render({ type: 'role-profiles', fields: {}, blocks: [paragraph(long)] }).hook).toBe(long)
  })
})

describe('a FAQ', () => {
  it('asks its question and answers below', () => {
    const question = 'Why do MES projects derail?'
    const { hook, text } = render({
      type: 'faqs',
      title: question,
      fields: { question },
      blocks: [paragraph(long)],
    })
    expect(hook).toBe(question)
    expect(text.startsWith(`${question}\n\n${long}\n\n`)).toBe(true)
  })
})

describe('a glossary term', () => {
  it('opens with its short answer when the body has no better sentence', () => {
    const shortAnswer = 'MES is the software layer between ERP and the shop floor.'
    const blocks = [
      paragraph(`${long.slice(0, -1)}, ${long.toLowerCase()}`),
      paragraph('It runs in real time.'),
    ]
    const fields = { shortAnswer, abbreviation: 'MES' }
    const { hook, text } = render({ type: 'glossary-terms', fields, topics: [], title: 'MES', blocks })
    expect(hook).toBe(shortAnswer)
    expect(text).toMatch(/\n\n#MES #Glossary #AcmeTalent$/)
  })
})

describe('a case study', () => {
  it('opens with its results and ends with what the client said', () => {
    const metrics = [
      { label: 'Time to hire', value: '6 weeks' },
      { label: 'Interviews', value: '4' },
    ]
    const testimonial = { quote: 'They found her.', name: 'Ann Bee', role: 'CEO' }
    const fields = { client: 'POMS', metrics, testimonial }
    const blocks = [{ type: 'facts' as const, items: metrics }, paragraph(long)]
    const { hook, text } = render({ type: 'case-studies', topics: [], fields, blocks })
    expect(hook).toBe('POMS – Time to hire: 6 weeks. Interviews: 4.')
    expect(text).toContain(`${hook}\n\n${long}\n\n"They found her."\n– Ann Bee, CEO\n\nhttps://`)
    expect(text).toMatch(/#POMS #MES #CaseStudy$/)
  })
})
