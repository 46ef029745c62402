import type { CollectionSlug, Payload, Where } from 'payload'
import { STATES } from './states.ts'

/** How many drafts there are by state, with `all` and `stale`. */
export type Counts = { [state: string]: number }

export async function loadCounts(payload: Payload): Promise<Counts> {
  const count = async (where: Where) =>
    (await payload.db.count({ collection: 'linkedin-drafts' as CollectionSlug, where })).totalDocs
  const [stale, ...states] = await Promise.all([
    count({ and: [{ stale: { equals: true } }, { state: { not_equals: 'withdrawn' } }] }),
    ...STATES.map(({ value }) => count({ state: { equals: value } })),
  ])
  const all = states.reduce((sum, each) => sum + each, 0)
  return { all, stale, ...Object.fromEntries(STATES.map(({ value }, at) => [value, states[at] ?? 0])) }
}
