import { expect, it } from 'vitest'
import { fitItems } from './feed-limit.ts'

const fitSizes = (items: number[]) =>
  fitItems({ items, frameBytes: 10, limit: 100, sizeOf: ({ item, brief }) => (brief ? 5 : item) })

it('takes the newest that fit and leaves everything older', () => {
  expect(fitSizes([40, 40, 20, 1]).map(({ item }) => item)).toEqual([40, 40])
  expect(fitSizes([90])).toEqual([{ item: 90, brief: false }])
})

it('gives an item in brief that alone is too big, wherever it stands', () => {
  expect(fitSizes([40, 91, 40])).toEqual([
    { item: 40, brief: false },
    { item: 91, brief: true },
    { item: 40, brief: false },
  ])
})

it('is empty for no items', () => expect(fitSizes([])).toEqual([]))
