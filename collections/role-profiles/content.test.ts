import { describe, expect, it } from 'vitest'
import { ownHash } from '../../pipelines/publish/hash.ts'
import { relatedTo, row } from '../content/related.fixture.ts'
import { roleFamilies } from '../role-families/content.ts'
import { roleLevels } from '../role-levels/content.ts'
import { topics } from '../topics/content.ts'
import { roleProfiles } from './content.ts'
import { labelOf, type ProfileFields } from './profile.ts'

const none = relatedTo()
const operations = topics.toContentItem(row('operations', { name: 'Manufacturing Operations' }), none)
const m3 = roleLevels.toContentItem(row('m3', { code: 'M3' }), none)
const m4 = roleLevels.toContentItem(
  row('m4', {
    code: 'M4',
    name: 'Director',
    track: 'management',
    order: 8,
    summary: 'Leads a function; owns its outcomes.',
    scope: 'A function',
    experienceYears: { min: 10, max: 15 },
  }),
  none,
)
const family = roleFamilies.toContentItem(
  row('ops', {
    name: 'Operations Leadership',
    code: 'MANUFA',
    track: 'management',
    topics: ['operations'],
    summary: 'Leads people and production.',
    payNote: 'Differs from the baseline.',
    levels: [
      { level: 'm3', responsibilities: ['Leads a department'], guidelines: {} },
      {
        level: 'm4',
        responsibilities: ['Owns a plant'],
        guidelines: { typicalDegreeAndYears: '10–15 years.' },
      },
      { level: 'gone', responsibilities: ['Never shown'] },
    ],
    skills: [
      { name: 'SAP', kind: 'tool' },
      { name: 'Budgeting', kind: 'skill', description: 'Plans money' },
    ],
  }),
  relatedTo([m3, m4, operations]),
)
const related = relatedTo([m3, m4, family, operations])
const document = row('ops-m4', {
  title: 'Operations Leadership — M4',
  code: 'MANUFA.M4',
  family: 'ops',
  level: 'm4',
  profileVersion: 1,
  reviewStatus: 'approved',
  confidence: 0.9,
  pay: {
    currency: 'USD',
    period: 'year',
    median: 164000,
    low: 129000,
    high: 209000,
    asOf: '2026-01-31T12:00:00.000Z',
  },
  responsibilities: [],
  skills: null,
  provenance: {
    sourceCount: 9,
    sources: [{ title: 'O*NET', url: 'https://www.onetonline.org' }],
    scores: [{ name: 'Concreteness', score: 4.5 }],
  },
  classifications: [{ scheme: 'O*NET-SOC', code: '11-3051', source: 'resolve' }],
  titleAliases: ['Plant director'],
})
const item = roleProfiles.toContentItem(document, related)
const fields = item.fields as unknown as ProfileFields

describe('a role profile', () => {
  it('takes what it lacks from its family and its level', () => {
    expect(item.summary).toBe('Leads a function; owns its outcomes.')
    expect(item.topics.map(({ name }) => name)).toEqual(['Manufacturing Operations'])
    expect(fields.responsibilities).toEqual(['Owns a plant'])
    expect(fields.skills.map(({ name }) => name)).toEqual(['SAP', 'Budgeting'])
    expect(fields.level).toMatchObject({
      id: 'role-levels:m4',
      order: 8,
      track: 'management',
      code: 'M4',
      name: 'Director',
      experienceYears: { min: 10, max: 15 },
    })
    expect(fields.family).toMatchObject({
      id: 'role-families:ops',
      slug: 'ops',
      code: 'MANUFA',
      track: 'management',
      payNote: 'Differs from the baseline.',
    })
    expect(fields.family).not.toHaveProperty('levels')
  })

  it('keeps its own words where it has them', () => {
    const own = roleProfiles.toContentItem(
      {
        ...document,
        responsibilities: ['Mine'],
        skills: [{ name: 'Own', kind: 'skill' }],
        summary: 'Said so.',
      },
      related,
    )
    expect(own.summary).toBe('Said so.')
    expect(own.fields).toMatchObject({ responsibilities: ['Mine'], skills: [{ name: 'Own' }] })
  })

  it('marks its rung on the ladder; levels that are not public are left out', () => {
    expect(fields.ladder.map(({ id, code, current }) => [id, code, current])).toEqual([
      ['role-levels:m3', 'M3', false],
      ['role-levels:m4', 'M4', true],
    ])
    expect(item.html).toContain('<strong>M4 Director (this role)</strong>')
    expect(item.html).not.toContain('Never shown')
  })

  it('gives pay, confidence, scores and classifications', () => {
    expect(fields).toMatchObject({
      code: 'MANUFA.M4',
      profileVersion: 1,
      confidence: 0.9,
      confidenceLabel: 'high',
      pay: {
        currency: 'USD',
        period: 'year',
        median: 164000,
        low: 129000,
        high: 209000,
        asOf: '2026-01-31',
        note: '',
      },
      provenance: { sourceCount: 9, scores: { Concreteness: 4.5 } },
      classifications: [{ scheme: 'O*NET-SOC', code: '11-3051' }],
      titleAliases: ['Plant director'],
    })
    expect(item.fields).not.toHaveProperty('reviewStatus')
    expect(item.blocks[0]).toMatchObject({
      type: 'facts',
      items: [
        { label: 'Median pay', value: 'USD 164,000 per year' },
        { label: 'Pay range', value: 'USD 129,000 – USD 209,000 per year' },
        { label: 'As of', value: '2026-01-31' },
        { label: 'Confidence', value: 'high' },
      ],
    })
  })

  it('names pinned and excluded neighbours that are public, and shows nothing of them', () => {
    const neighbour = roleProfiles.toContentItem(row('other', { title: 'Other' }), none)
    const choices = { adjacentPinned: ['other', 'draft', 'other'], adjacentExcluded: ['draft'] }
    const choosing = roleProfiles.toContentItem(
      { ...document, ...choices },
      relatedTo([m3, m4, family, operations, neighbour]),
    )
    expect(choosing.fields.neighbours).toEqual({ pinned: ['role-profiles:other'], excluded: [] })
    expect({ ...choosing, fields: null }).toEqual({ ...item, fields: null })
    expect(ownHash(roleProfiles, { ...document, ...choices })).toBe(ownHash(roleProfiles, document))
  })

  it('is an Occupation', () => {
    expect(item.jsonLd[0]).toMatchObject({
      '@type': 'Occupation',
      occupationalCategory: [{ '@type': 'CategoryCode', codeValue: '11-3051' }],
      estimatedSalary: [
        { currency: 'USD', duration: 'P1Y', median: 164000, percentile10: 129000, percentile90: 209000 },
      ],
      experienceRequirements: { monthsOfExperience: 120 },
      responsibilities: ['Owns a plant'],
    })
  })

  it('stands without family, level and pay', () => {
    const bare = roleProfiles.toContentItem(row('bare', { title: 'Bare' }), none)
    expect(bare).toMatchObject({
      summary: 'Bare',
      topics: [],
      html: '',
      fields: {
        level: null,
        family: null,
        pay: null,
        confidence: null,
        confidenceLabel: null,
        ladder: [],
        skills: [],
      },
    })
    expect(bare.jsonLd[0]).not.toHaveProperty('estimatedSalary')
  })
})

it.each([
  [0, 'low'],
  [0.49, 'low'],
  [0.5, 'medium'],
  [0.79, 'medium'],
  [0.8, 'high'],
  [1, 'high'],
])('confidence %d is %s', (confidence, label) => {
  expect(labelOf(confidence)).toBe(label)
})
