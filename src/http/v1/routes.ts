/** Everything below `/v1`, in the order in which it is asked. */
import type { Answer, Asked, Context, Route } from './answer.ts'
import { compare } from './compare.ts'
import { docs } from './docs/route.ts'
import { itemById, itemBySlug } from './item.ts'
import { list } from './list.ts'
import { openApi } from './openapi/route.ts'
import { problemAnswer } from './problem-answer.ts'
import { redirects } from './redirects.ts'
import { root } from './root.ts'
import { searchAll, searchType } from './search.ts'
import { sync } from './sync.ts'

export const routes: readonly Route[] = [
  root,
  openApi,
  docs,
  redirects,
  sync,
  itemById,
  compare,
  searchAll,
  searchType,
  list,
  itemBySlug,
]

/** To be called in a transaction: another process may write to the file between two statements. What a route throws is thrown. */
export function answerTo(asked: Asked, context: Context): Answer {
  for (const route of routes) {
    const answer = route(asked, context)
    if (answer) return answer
  }
  return nothingHere(asked, context)
}

function nothingHere({ path }: Asked, { types }: Context): Answer {
  const [type = ''] = path
  const detail =
    path.length > 2 || types.includes(type)
      ? 'Nothing is at this address.'
      : `There is no "${type}" here. Types: ${types.join(', ')}. What else there is: /v1.`
  return problemAnswer({ status: 404, detail })
}
