import type { CollectionConfig, Field } from 'payload'
import { expect, it } from 'vitest'
import { targetsOf, withReferences } from './with-references.ts'

const to = (relationTo: string): Field => ({
  name: relationTo,
  type: 'relationship',
  relationTo: relationTo as never,
})

it('sees relations at any depth, and in texts what blocks and links may show', () => {
  const fields: Field[] = [
    { type: 'row', fields: [to('a')] },
    { type: 'tabs', tabs: [{ label: 'x', fields: [{ name: 'list', type: 'array', fields: [to('b')] }] }] },
    { name: 'body', type: 'richText' },
  ]
  const targets = targetsOf(fields, ['linked'])
  expect([...targets].sort()).toEqual([
    'a',
    'b',
    'calls-to-action',
    'case-studies',
    'faqs',
    'linked',
    'media',
  ])
})

it('adds a way back for each type that can show another', () => {
  const configs = [
    { slug: 'posts', fields: [to('role-levels')] },
    { slug: 'role-levels', labels: { singular: 'Level', plural: 'Levels' }, fields: [] },
  ] as CollectionConfig[]
  const [posts, levels] = withReferences(configs)
  expect(posts?.fields).toMatchObject([
    {},
    { name: 'references', relationTo: ['role-levels'], hasMany: true },
    { name: 'shows', fields: [{ name: 'roleLevels', relationTo: 'role-levels' }] },
  ])
  expect(levels?.fields).toMatchObject([
    {
      type: 'tabs',
      tabs: [{ name: 'usedIn', fields: [{ name: 'posts', type: 'join', on: 'shows.roleLevels' }] }],
    },
  ])
})
