import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { hopsOf } from './relation-hops.ts'

const of = (...fields: unknown[]) => fields as FlattenedField[]
const users = of({ name: 'email', type: 'email' })
const people = of({ name: 'user', type: 'relationship', relationTo: 'users' }, { name: 'name', type: 'text' })
const articles = of(
  { name: 'title', type: 'text' },
  { name: 'authors', type: 'relationship', relationTo: 'people', hasMany: true },
  { name: 'seo', type: 'group', flattenedFields: of({ name: 'image', type: 'upload', relationTo: 'media' }) },
  { name: 'usedIn', type: 'tab', flattenedFields: of({ name: 'faqs', type: 'join', collection: 'faqs' }) },
  { name: 'shown', type: 'relationship', relationTo: ['people', 'media'] },
)
const collections: { [slug: string]: FlattenedField[] } = {
  users,
  people,
  media: of({ name: 'alt', type: 'text' }),
  faqs: articles,
}
const hops = (path: string) => hopsOf(path, articles, (slug) => collections[slug] ?? [])

it.each([
  'title',
  'authors',
  'authors.id',
  'authors.0',
  'shown.value',
  'shown.relationTo',
  'seo.image',
  'nothing.at.all',
])('stays in the collection: %s', (path) => expect(hops(path)).toEqual({ depth: 0, into: [] }))

it.each([
  ['authors.name', 1, ['people']],
  ['authors.0.name', 1, ['people']],
  ['authors__name', 1, ['people']],
  ['seo.image.alt', 1, ['media']],
  ['usedIn.faqs.title', 1, ['faqs']],
  ['shown.value.name', 1, ['people', 'media']],
  ['authors.user', 1, ['people']],
  ['authors.user.email', 2, ['people', 'users']],
  ['authors.user.value.nothing', 2, ['people', 'users']],
  ['authors__user__email', 2, ['people', 'users']],
  ['shown.value.user.email', 2, ['people', 'media', 'users']],
  ['usedIn.faqs.authors.user.email', 3, ['faqs', 'people', 'users']],
] as const)('leads on: %s', (path, depth, into) => {
  expect(hops(path)).toEqual({ depth, into })
})
