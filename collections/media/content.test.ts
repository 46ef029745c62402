import { expect, it } from 'vitest'
import { relatedTo, row } from '../content/related.fixture.ts'
import { media } from './content.ts'

const file = (preset: string, format: string, width: number) => ({
  preset,
  format,
  name: `k-${preset}-${width}.${format}`,
  width,
  height: width / 2,
  bytes: width,
})

it('is its widest JPEG in its own proportions, with all renditions', () => {
  const files = [
    file('full', 'jpeg', 800),
    file('full', 'webp', 1600),
    file('full', 'jpeg', 1600),
    file('16x9', 'jpeg', 1600),
  ]
  const item = media.toContentItem(
    row('floor', { filename: 'floor.jpg', alt: 'A floor', renditions: { files } }),
    relatedTo(),
  )
  expect(item).toMatchObject({
    id: 'media:floor',
    title: 'A floor',
    url: 'https://cms.example.com/media/k-full-1600.jpeg',
  })
  expect(item.fields.image).toMatchObject({ id: 'media:floor', alt: 'A floor', width: 1600, height: 800 })
  expect(item.image?.renditions).toHaveLength(4)
})

it('has no picture before its renditions are made', () => {
  const item = media.toContentItem(row('floor', { filename: 'floor.jpg' }), relatedTo())
  expect(item).toMatchObject({ title: 'floor.jpg', image: null, blocks: [], fields: { image: null } })
})
