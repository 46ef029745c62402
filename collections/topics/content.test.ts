import { expect, it } from 'vitest'
import { relatedTo, row } from '../content/related.fixture.ts'
import { topics } from './content.ts'

const parent = topics.toContentItem(
  row('mes', { name: 'MES', description: 'All about MES. And more.' }),
  relatedTo(),
)

it('is a name with a description', () => {
  expect(parent).toMatchObject({
    title: 'MES',
    summary: 'All about MES. And more.',
    fields: { hashtag: null, parent: null },
  })
})

it('knows the public topic that it is part of', () => {
  const child = row('mom', { name: 'MOM', parent: 'mes', hashtag: 'MOM' })
  expect(topics.toContentItem(child, relatedTo([parent])).fields).toEqual({
    hashtag: 'MOM',
    parent: { name: 'MES', slug: 'mes' },
  })
  expect(topics.toContentItem(child, relatedTo()).fields.parent).toBeNull()
})
