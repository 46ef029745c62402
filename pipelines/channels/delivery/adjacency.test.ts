import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, distanceOf, keyOf, kinshipOf, reasonsOf, type Traits, traitsOf } from './adjacency.ts'

const traits = fc.record<Traits>({
  family: fc.constantFrom('', 'f', 'g', 'h'),
  function: fc.constantFrom('', 'Operations', 'Finance'),
  track: fc.constantFrom('', 'management', 'individual'),
  order: fc.option(
    fc.oneof(fc.integer({ min: -3, max: 12 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    { nil: null },
  ),
})

const role: Traits = { family: 'f', function: 'Operations', track: 'management', order: 4 }

describe('the distance of two profiles', () => {
  it('is 0 to 1 in hundredths, 0 for itself, and the same in both directions', () => {
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const distance = distanceOf(a, b)
        expect(distance).toBeGreaterThanOrEqual(0)
        expect(distance).toBeLessThanOrEqual(1)
        expect(Math.round(distance * 100) / 100).toBe(distance)
        expect(distanceOf(b, a)).toBe(distance)
        expect(distanceOf(a, a)).toBe(0)
      }),
    )
  })

  it('never shrinks as levels part, and never when family, function or track part too', () => {
    const orders = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(traits, traits, orders, (a, b, [first = 0, second = 0]) => {
        const [less, more] = first < second ? [first, second] : [second, first]
        const apart = (rungs: number) => distanceOf({ ...a, order: 3 }, { ...b, order: 3 + rungs })
        expect(apart(less)).toBeLessThanOrEqual(apart(more))
        const together = distanceOf({ ...b, order: a.order }, b)
        expect(distanceOf({ ...b, order: a.order, family: 'other' }, b)).toBeGreaterThanOrEqual(together)
      }),
    )
  })

  it.each([
    ['one rung up', { order: 5 }, 0.1, 'near'],
    ['three rungs down', { order: 1 }, 0.3, 'near'],
    ['from four rungs on', { order: 40 }, 0.4, 'related'],
    ['the other track', { track: 'individual' }, 0.1, 'near'],
    ['another family of the function', { family: 'g' }, 0.2, 'near'],
    ['another function', { family: 'g', function: 'Finance' }, 0.5, 'related'],
    ['another function, two rungs up', { family: 'g', function: 'Finance', order: 6 }, 0.7, 'far'],
    ['no order', { order: null }, 0.4, 'related'],
    ['everything', { family: 'g', function: 'Finance', track: '', order: 9 }, 1, 'far'],
  ])('%s', (_name, change, distance, band) => {
    expect(distanceOf(role, { ...role, ...change })).toBe(distance)
    expect(bandOf(distance)).toBe(band)
  })

  it('has bounds that belong to the farther band', () => {
    expect([0.33, 0.34, 0.66, 0.67].map(bandOf)).toEqual(['near', 'related', 'related', 'far'])
  })

  it('says why', () => {
    expect(reasonsOf(role, { ...role, family: 'g', order: 6 })).toEqual({
      levels: 2,
      track: 'same',
      family: 'other',
      function: 'same',
    })
    expect(reasonsOf(role, { ...role, order: null }).levels).toBeNull()
    expect(kinshipOf(role, { ...role, family: 'g' })).toBe('function')
  })
})

it('reads an item: the level says the track, else the family; ids name families, else codes', () => {
  const family = { id: 'role-families:f', code: 'F', function: 'Operations', track: 'management' }
  const level = { id: 'role-levels:m4', code: 'M4', order: 4, track: 'individual' }
  expect(traitsOf({ fields: { family, level } })).toEqual({
    family: 'role-families:f',
    function: 'Operations',
    track: 'individual',
    order: 4,
  })
  expect(traitsOf({ fields: { family: { ...family, id: null }, level: { ...level, track: null } } })).toEqual(
    {
      family: 'F',
      function: 'Operations',
      track: 'management',
      order: 4,
    },
  )
  expect(traitsOf({ fields: { family: null, level: 'M4' } })).toEqual({
    family: '',
    function: '',
    track: '',
    order: null,
  })
  expect(keyOf(null)).toBe('')
})
