import { describe, expect, it } from 'vitest'
import { makeItem, makeTopic } from '../../../tests/fixtures/items.ts'
import { BY_MATRIX, CHOSEN, departures, REFUSED, tokenOf, toStanding } from './standing.ts'

const soil = makeTopic('Soil')
const water = makeTopic('Water')
const item = makeItem({ topics: [soil], authors: [], channels: {} })
const first = toStanding(item, null, '2026-01-01T00:00:00.000Z')

describe('where an item stands', () => {
  it('is in the feeds of its topics and people, and in the site’s as the settings say', () => {
    expect(first).toEqual({ within: `${BY_MATRIX} ${tokenOf(soil.id)}`, left: '' })
  })

  it('remembers when it left a topic, and forgets it when it comes back', () => {
    const moved = toStanding({ ...item, topics: [water] }, first, '2026-02-01T00:00:00.000Z')
    expect(departures(moved.left)).toEqual([[tokenOf(soil.id), '2026-02-01T00:00:00.000Z']])
    expect(toStanding(item, moved, '2026-03-01T00:00:00.000Z').left).toBe(
      `${tokenOf(water.id)}@2026-03-01T00:00:00.000Z`,
    )
  })

  it('is nowhere once the document says no, and says when it left', () => {
    const channels = { feeds: { include: false } }
    const out = toStanding({ ...item, channels }, first, '2026-02-01T00:00:00.000Z')
    expect(out.within).toBe(REFUSED)
    expect(departures(out.left).map(([token]) => token)).toEqual([BY_MATRIX, tokenOf(soil.id)])
    const yes = toStanding(
      { ...item, channels: { feeds: { include: true } } },
      out,
      '2026-03-01T00:00:00.000Z',
    )
    expect(yes.within.split(' ')).toContain(CHOSEN)
  })

  it('stays written down when the item is taken back', () => {
    expect(toStanding(null, first, '2026-02-01T00:00:00.000Z')).toEqual(first)
  })
})
