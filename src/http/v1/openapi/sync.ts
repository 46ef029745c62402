/** Keeping a copy: everything once, and what changes. */

import { CHANGES, SYNC, withTypes } from '../parameters.ts'
import { also, found } from './answers.ts'
import { EXAMPLE_CURSOR, exampleItem } from './examples.ts'
import type { Operations } from './operation.ts'
import { MIN_SEQ, toParameter } from './parameters.ts'
import { flag, list, literal, object, ref, type Schema, text } from './schema.ts'

export const syncSchemas: { [name: string]: Schema } = {
  Upsert: object(
    { op: literal('upsert'), item: ref('Item') },
    {},
    'Put the item in place of what you have by its `id`.',
  ),
  Delete: object(
    { op: literal('delete'), id: text(), type: text(), slug: text() },
    {},
    'It is public no more. You may never have had it.',
  ),
  Change: { oneOf: [ref('Upsert'), ref('Delete')] },
  Changes: object({
    data: list(ref('Change'), 'In the order of the ledger. Do as each says, in this order.'),
    cursor: text('Where to go on. It never expires while the history of the site holds.'),
    more: flag('Ask again at once; else when you like.'),
  }),
}

const upsert = { op: 'upsert', item: exampleItem('articles') }
const gone = { op: 'delete', id: 'faqs:k3v8w1z6', type: 'faqs', slug: 'can-dough-rest-overnight' }

const EVENTS = `retry: 2500

id: ${EXAMPLE_CURSOR}
event: ready
data: ${JSON.stringify({ cursor: EXAMPLE_CURSOR })}

id: ${EXAMPLE_CURSOR}
event: delete
data: ${JSON.stringify(gone)}

`

export function syncOperations(types: readonly string[]): Operations {
  return {
    '/sync': {
      operationId: 'sync',
      tags: ['Sync'],
      summary: 'Everything once, then what has changed',
      description:
        'Without `cursor`: every live item. Keep `cursor` and give it back: what has changed since then. ' +
        'An item whose relations changed comes again.',
      parameters: [...withTypes(SYNC, types).map(toParameter), MIN_SEQ],
      responses: {
        200: found(
          ref('Changes'),
          { data: [upsert, gone], cursor: EXAMPLE_CURSOR, more: false },
          { names: ['Galley-Seq', 'Cache-Control'] },
        ),
        ...also({ 400: 'BadRequest', 410: 'StartOver', 414: 'TooLong', 431: 'TooLong', 503: 'NotYet' }),
      },
    },
    '/changes': {
      operationId: 'streamChanges',
      tags: ['Sync'],
      summary: 'The same as it happens, as Server-Sent Events',
      description:
        'Events are called `upsert` and `delete`; each is a `Change`, its id the cursor: browsers and libraries resume with ' +
        '`Last-Event-ID` by themselves. Without a cursor it begins with `ready`, which holds one. ' +
        '`reset` is the last event when another history of the site begins: start over. ' +
        'A heartbeat comes every 15 seconds.',
      parameters: [
        ...withTypes(CHANGES, types).map(toParameter),
        {
          name: 'Last-Event-ID',
          in: 'header',
          description: 'The id of the last event that you have seen; instead of `cursor`.',
          schema: { type: 'string' },
        },
      ],
      responses: {
        200: {
          description: 'A stream that ends when you end it.',
          content: { 'text/event-stream': { schema: { type: 'string' }, example: EVENTS } },
        },
        ...also({ 400: 'BadRequest', 410: 'StartOver', 414: 'TooLong', 431: 'TooLong', 503: 'NotYet' }),
      },
    },
  }
}
