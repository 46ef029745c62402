/** What narrows a list, and a search in a type. All of them are ANDed. */
import type { Parameter } from './parameter.ts'

/** What glossary terms begin with. */
const LETTERS = [...'#abcdefghijklmnopqrstuvwxyz']

export const FILTERS: readonly Parameter[] = [
  {
    name: 'topic',
    kind: 'text',
    isMany: true,
    example: 'mes,erp',
    description: 'Slugs of topics; items with any of them. Filters of other names narrow further.',
  },
  {
    name: 'descendants',
    kind: 'flag',
    example: 'true',
    description: 'With `topic`: topics below these count too.',
  },
  { name: 'author', kind: 'text', isMany: true, example: 'ada-example', description: 'Slugs of people.' },
  {
    name: 'updatedSince',
    kind: 'date',
    example: '2026-01-31T00:00:00Z',
    description: 'Items whose own words changed at or after this time (ISO 8601).',
  },
  {
    name: 'relatedTo',
    kind: 'text',
    isMany: true,
    example: 'articles:0b9c1f',
    description: 'Ids; items that show any of them as a relation, author or topic.',
  },
  {
    name: 'family',
    kind: 'text',
    isMany: true,
    types: ['role-profiles'],
    example: 'PRD',
    description: 'Codes of role families.',
  },
  {
    name: 'level',
    kind: 'text',
    isMany: true,
    types: ['role-profiles'],
    example: 'M4',
    description: 'Codes of role levels.',
  },
  {
    name: 'code',
    kind: 'text',
    isMany: true,
    types: ['role-profiles'],
    example: 'OPS.PRD.M4',
    description: 'Codes of role profiles.',
  },
  {
    name: 'function',
    kind: 'text',
    isMany: true,
    types: ['role-profiles'],
    example: 'Operations',
    description: 'Functions of their families; `\\,` is a comma within a name.',
  },
  {
    name: 'track',
    kind: 'some of',
    values: ['management', 'individual'],
    isMany: true,
    types: ['role-profiles'],
    example: 'management',
    description: 'Tracks of their families.',
  },
  {
    name: 'minPay',
    kind: 'number',
    min: 0,
    types: ['role-profiles'],
    example: '100000',
    description:
      'Profiles that pay this much or more at the upper end of their range, in their own currency and period.',
  },
  {
    name: 'maxPay',
    kind: 'number',
    min: 0,
    types: ['role-profiles'],
    example: '200000',
    description: 'Profiles whose range begins at this or below.',
  },
  {
    name: 'category',
    kind: 'text',
    isMany: true,
    types: ['glossary-terms'],
    example: 'mes',
    description: "Slugs of the terms' categories.",
  },
  {
    name: 'letter',
    kind: 'some of',
    values: LETTERS,
    isMany: true,
    types: ['glossary-terms'],
    example: 'm',
    description: 'First letters, `a` to `z`, without accents; `#` for terms that begin with none of them.',
  },
  {
    name: 'client',
    kind: 'text',
    isMany: true,
    types: ['case-studies'],
    example: 'Example AG',
    description: 'Clients, as the case study names them; `\\,` is a comma within a name.',
  },
]
