/** What role profiles have beyond other items: rungs and neighbours. */
import { cardMembers } from './parts.ts'
import { rung } from './role-fields.ts'
import { flag, number, object, oneOf, orNull, ref, type Schema, text } from './schema.ts'

const same = oneOf('same', 'other')

const reasons = object({
  levels: orNull({ type: 'integer', description: 'Rungs from here up to it; negative: down.' }),
  track: same,
  family: same,
  function: same,
})

export const roleSchemas: { [name: string]: Schema } = {
  Rung: object(
    {
      id: text("The level's."),
      ...rung,
      current: flag('The one that this profile is on.'),
      profile: orNull(ref('Card')),
    },
    {},
    "A rung of the family's ladder; `profile` where one is published.",
  ),
  AdjacentRole: object(
    { ...cardMembers.required, distance: number('0 to 1.'), band: oneOf('near', 'related', 'far'), reasons },
    { ...cardMembers.optional, pinned: flag('An editor placed it here.') },
    'A role profile as a card, with how far away it is.',
  ),
}
