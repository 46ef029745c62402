/** `/v1`: what there is. */
import { COUNTS_TAG } from '../../../pipelines/channels/delivery/apply.ts'
import { sumOf } from '../../../pipelines/channels/delivery/list-plan.ts'
import type { Route } from './answer.ts'
import { FILTERS } from './filters.ts'
import { isAnswer, readQuery } from './query.ts'

export const root: Route = ({ path, query }, { store, types, publicUrl }) => {
  if (path.length > 0) return null
  const given = readQuery(query, [])
  if (isAnswer(given)) return given
  const at = (name: string) => `${publicUrl}/v1/${name}`
  const data = types.map((type) => ({
    type,
    count: sumOf(store, [type]),
    url: at(type),
    filters: FILTERS.flatMap((filter) => (!filter.types || filter.types.includes(type) ? [filter.name] : [])),
  }))
  const links = {
    docs: at('docs'),
    openapi: at('openapi.json'),
    search: at('search'),
    sync: at('sync'),
    changes: at('changes'),
    redirects: at('redirects'),
  }
  return { status: 200, body: JSON.stringify({ data, links }), tags: [COUNTS_TAG] }
}
