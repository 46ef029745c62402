/** What role profiles have beyond other items: rungs, neighbours, and one profile beside another. */
import { COMPARE_PARAMETERS } from '../compare.ts'
import { type Operations, read } from './operation.ts'
import { toParameter } from './parameters.ts'
import { pay, rung } from './role-fields.ts'
import { flag, list, number, object, oneOf, orNull, ref, type Schema, text, uri } from './schema.ts'

const same = oneOf('same', 'other')
const card = { id: text(), type: text(), slug: text(), url: uri(), title: text(), summary: text() }
const rungs = { type: 'integer', description: 'Up to the other one; negative: down.' }

const far = {
  distance: number('0 to 1.'),
  band: oneOf('near', 'related', 'far'),
  reasons: object({ levels: orNull(rungs), track: same, family: same, function: same }),
}

const shared = (one: Schema) => object({ shared: list(one), onlyA: list(one), onlyB: list(one) })

const side = object({
  ...card,
  code: text(),
  family: orNull(object({ id: text(), slug: text(), code: text(), name: text(), function: text() })),
  level: orNull(
    object({ id: text(), code: text(), name: text(), order: orNull(number()), track: orNull(text()) }),
  ),
  pay: orNull(pay),
})

const difference = object(
  { median: number(), percent: orNull(number()), currency: text(), period: text() },
  {},
  'What `b` pays more, by the medians.',
)

export const roleSchemas: { [name: string]: Schema } = {
  Mention: object(card, {}, 'A published item that uses a glossary term.'),
  Rung: object(
    {
      id: text("The level's."),
      ...rung,
      current: flag('The one that this profile is on.'),
      profile: orNull(object(card)),
    },
    {},
    "A rung of the family's ladder; `profile` where one is published.",
  ),
  AdjacentRole: object(
    { ...card, ...far },
    { pinned: flag('An editor placed it here.') },
    'A role profile, with how far away it is.',
  ),
  Comparison: object(
    {
      a: side,
      b: side,
      ...far,
      ladder: object({ sameFamily: flag(), rungs: orNull(rungs) }),
      pay: object({ a: orNull(pay), b: orNull(pay), difference: orNull(difference) }),
      rows: list(
        object({ name: text(), label: text(), a: orNull(text()), b: orNull(text()), same: flag() }),
        'Ready for a table. Null: that profile does not say.',
      ),
      responsibilities: shared(text()),
      skills: shared(object({ name: text(), kind: oneOf('skill', 'tool') })),
    },
    {},
    'Two role profiles side by side.',
  ),
}

const exampleSide = (level: string) => ({
  id: `role-profiles:${level}`,
  type: 'role-profiles',
  slug: `baker-${level}`,
  url: `https://www.example.com/role-profiles/baker-${level}`,
  title: `Baker ${level}`,
  summary: 'Bakes.',
  code: `PRO.BAK.${level.toUpperCase()}`,
  family: null,
  level: null,
  pay: null,
})

const example = {
  a: exampleSide('p3'),
  b: exampleSide('p4'),
  distance: 0.1,
  band: 'near',
  reasons: { levels: 1, track: 'same', family: 'same', function: 'same' },
  ladder: { sameFamily: true, rungs: 1 },
  pay: { a: null, b: null, difference: null },
  rows: [{ name: 'scope', label: 'Scope', a: 'One bakery', b: 'All bakeries', same: false }],
  responsibilities: { shared: [], onlyA: ['Plans the night shift'], onlyB: ['Plans the year'] },
  skills: { shared: [{ name: 'Lamination', kind: 'skill' }], onlyA: [], onlyB: [] },
}

export const roleOperations = (): Operations => ({
  '/compare/role-profiles': read({
    operationId: 'compareRoleProfiles',
    tags: ['Roles'],
    summary: 'Two role profiles side by side',
    parameters: COMPARE_PARAMETERS.map((one) => ({ ...toParameter(one), required: true })),
    schema: object({ data: ref('Comparison') }),
    example: { data: example },
    problems: { 308: 'Moved', 404: 'NotFound', 410: 'Gone' },
  }),
})
