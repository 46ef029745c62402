/** `/v1/{type}/{slug}` and `/v1/items/{id}` */
import { addressTag, itemTag } from '../../../pipelines/channels/delivery/apply.ts'
import { type Found, findById, findBySlug, typeOf, wasAt } from '../../../pipelines/channels/delivery/find.ts'
import { findRedirect } from '../../../pipelines/channels/delivery/former-slugs.ts'
import type { Answer, Context, Route } from './answer.ts'
import { SHAPE } from './parameters.ts'
import { problemAnswer } from './problem-answer.ts'
import { type Given, isAnswer, readQuery } from './query.ts'
import { shaper } from './shape.ts'

/**
 * 308 from a former slug of a live item, 410 for what was public here and is gone. 404 says the same of what never
 * was public, whether it exists or not.
 */
export const itemBySlug: Route = ({ path, query }, context) => {
  const [type = '', slug = ''] = path
  if (path.length !== 2 || !context.types.includes(type)) return null
  const given = readQuery(query, SHAPE)
  if (isAnswer(given)) return given
  const { store } = context
  const tags = [addressTag(type, slug)]
  const found = findBySlug(store, type, slug)
  if (found) return itemAnswer(found, given, tags, context)
  const redirect = findRedirect(store, type, slug)
  if (redirect) {
    const address = `${context.publicUrl}/v1/${type}/${encodeURIComponent(redirect.to)}`
    const location = query.size > 0 ? `${address}?${query}` : address
    return {
      status: 308,
      body: JSON.stringify({ location }),
      headers: { Location: location },
      tags: [...tags, itemTag(redirect.id)],
    }
  }
  if (wasAt(store, type, slug))
    return problemAnswer(
      { status: 410, detail: `The item "${slug}" in ${type} is public no more.` },
      { tags },
    )
  return problemAnswer({ status: 404, detail: `There is no published item "${slug}" in ${type}.` }, { tags })
}

/** 410 for what was public once and is gone. */
export const itemById: Route = ({ path, query }, context) => {
  const [items, id = ''] = path
  if (items !== 'items' || path.length !== 2) return null
  const given = readQuery(query, SHAPE)
  if (isAnswer(given)) return given
  const tags = [itemTag(id)]
  const type = typeOf(context.store, id)
  if (type === null || !context.types.includes(type))
    return problemAnswer({ status: 404, detail: `There is no published item "${id}".` }, { tags })
  const found = findById(context.store, id)
  if (!found) return problemAnswer({ status: 410, detail: `The item "${id}" is public no more.` }, { tags })
  return itemAnswer(found, given, tags, context)
}

function itemAnswer(found: Found, given: Given, tags: string[], { store }: Context): Answer {
  const shape = shaper(store, given)
  const text = shape.show(found.text)
  return {
    status: 200,
    body: `{"data":${text}}`,
    tags: [...new Set([...tags, itemTag(found.id), ...shape.tags()])],
  }
}
