/** `/v1/redirects`: slugs that items had before, for websites that serve the redirects themselves. */
import { findById } from '../../../pipelines/channels/delivery/find.ts'
import { redirectsAfter } from '../../../pipelines/channels/delivery/former-slugs.ts'
import type { Site } from '../../../pipelines/content-item.ts'
import { itemPath } from '../../../pipelines/item-path.ts'
import { SETTINGS_ITEM_ID } from '../../../pipelines/ledger/entry.ts'
import type { Context, Route } from './answer.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { nextLink } from './list.ts'
import { limitOf } from './list-query.ts'
import { PAGING } from './parameters.ts'
import { isAnswer, readQuery } from './query.ts'

const PARAMETERS = PAGING.filter(({ name }) => name !== 'count')
/** What cursors call its order: by type and former slug. */
const SORT = 'redirects'

export const redirects: Route = ({ path, query }, context) => {
  if (path.length !== 1 || path[0] !== 'redirects') return null
  const given = readQuery(query, PARAMETERS)
  if (isAnswer(given)) return given
  const { store, types, publicUrl } = context
  const limit = limitOf(given)
  const [token] = given.get('after') ?? []
  const after = token === undefined ? { value: '', id: '' } : readCursor(token, context.epoch(), SORT)
  if ('status' in after) return after
  const found = redirectsAfter(store, {
    types,
    after: { type: after.value, slug: after.id },
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const next = last ? writeCursor(context.epoch(), SORT, { value: last.type, id: last.from }) : null
  const patterns = urlPatterns(context)
  const data = page.map(({ type, from, to, id, url }) => ({
    type,
    from,
    to,
    id,
    fromPath: itemPath(patterns, type, from),
    toUrl: url,
  }))
  return {
    status: 200,
    body: JSON.stringify({ data, page: { limit, next } }),
    ...(next ? { headers: { Link: nextLink(`${publicUrl}/v1/redirects`, query, next) } } : {}),
    // Any item may have been given a new slug.
    tags: ['all'],
  }
}

function urlPatterns({ store }: Context): Site['urlPatterns'] {
  const settings = findById(store, SETTINGS_ITEM_ID)
  return settings ? ((JSON.parse(settings.text) as { fields: Partial<Site> }).fields.urlPatterns ?? {}) : {}
}
