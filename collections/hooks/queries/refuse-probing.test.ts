import { expect, it } from 'vitest'
import { pathsIn } from './refuse-probing.ts'

it('finds every path of a filter, however deep', () => {
  const where = {
    title: { like: 'a' },
    and: [{ 'authors.name': { equals: 'b' } }, { OR: [{ slug: { in: ['c', 'd'] } }] }],
    authors: { contains: { and: [{ 'user.email': { like: 'e' } }] } },
  }
  expect(pathsIn(where)).toEqual(['title', 'authors.name', 'slug', 'authors', 'authors.user.email'])
  expect(pathsIn(JSON.stringify(where))).toEqual(pathsIn(where))
})

it.each([undefined, null, '', '{', 'words', 5, []])('finds none in %o', (where) => {
  expect(pathsIn(where)).toEqual([])
})
