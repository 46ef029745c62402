import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { fromFields } from './collect-references.ts'

const relation = (name: string, relationTo: string | string[], hasMany = false) =>
  ({ name, type: 'relationship', relationTo, hasMany }) as unknown as FlattenedField
const group = (name: string, type: 'array' | 'group', flattenedFields: FlattenedField[]) =>
  ({ name, type, flattenedFields }) as unknown as FlattenedField

it('finds ids, populated documents and mixed relations, in groups and rows too', () => {
  const fields = [
    relation('image', 'media'),
    relation('topics', 'topics', true),
    relation('mixed', ['people', 'faqs'], true),
    group('roles', 'array', [relation('profile', 'role-profiles')]),
    group('deep', 'group', [group('rows', 'array', [relation('level', 'role-levels')])]),
  ]
  const data = {
    image: { id: 'm1', alt: 'x' },
    topics: [1, 2],
    mixed: [
      { relationTo: 'people', value: 7 },
      { relationTo: 'faqs', value: { id: 8 } },
    ],
    roles: [{ profile: 5 }, { profile: null }, {}],
    deep: { rows: [{ level: 'l1' }] },
  }
  expect(fromFields(fields, data).map(({ relationTo, value }) => `${relationTo}:${value}`)).toEqual([
    'media:m1',
    'topics:1',
    'topics:2',
    'people:7',
    'faqs:8',
    'role-profiles:5',
    'role-levels:l1',
  ])
})

it('finds nothing in an empty document', () => {
  expect(
    fromFields([relation('topics', 'topics', true), group('roles', 'array', [])], { topics: null }),
  ).toEqual([])
})
