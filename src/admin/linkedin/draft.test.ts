import { describe, expect, it } from 'vitest'
import { compareMade } from './compare-made.ts'
import { toDraft } from './draft.ts'
import { isDue } from './states.ts'

describe('toDraft', () => {
  it('reads what an older Galley kept: one picture, warnings as lines, nobody who posts', () => {
    const image = { url: 'https://a.example/p.jpg', width: 1200, height: 627, alt: 'Roots' }
    const row = {
      id: 1,
      state: 'draft',
      text: 'Hi.',
      image,
      warnings: 'One\nTwo',
      sourceUrl: 'https://a.example/x',
    }
    expect(toDraft(row)).toMatchObject({
      pictures: [image],
      warnings: ['One', 'Two'],
      postAs: 'company',
      link: 'https://a.example/x',
      variants: [],
      plannedFor: '',
    })
  })

  it('has no picture where the row has an empty one', () => {
    expect(toDraft({ id: 1, image: { url: null, alt: null }, pictures: null }).pictures).toEqual([])
  })
})

describe('compareMade', () => {
  it('names only what differs', () => {
    const before = { text: 'Roots need air.\n\n#Roots', firstComment: 'More.', imageUrl: '' }
    const changes = compareMade(before, { ...before, text: 'Roots need water.\n\n#Roots' })
    expect(changes.map(({ field }) => field)).toEqual(['Text'])
    expect(compareMade(before, { ...before })).toEqual([])
  })
})

describe('isDue', () => {
  const at = '2026-02-03T09:00:00.000Z'
  it.each([
    ['draft', at, 0, true],
    ['approved', at, 1, true],
    ['approved', at, -1, false],
    ['posted', at, 1, false],
    ['withdrawn', at, 1, false],
    ['approved', '', 1, false],
  ] as const)('%s, planned for “%s”, %i ms later: %s', (state, plannedFor, later, expected) => {
    expect(isDue({ state, plannedFor }, Date.parse(at) + later)).toBe(expected)
  })
})
