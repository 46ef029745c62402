import type { CollectionSlug, Payload, Where } from 'payload'
import { breathe } from './breathe.ts'
import { NO_JOINS } from './no-joins.ts'

const PAGE = 500

/** Every row, by id and in pages: an offset would lose rows while others are written. */
export async function* pages<T extends { id: number | string }>(
  payload: Payload,
  options: { collection: string; where?: Where[]; select?: { [field: string]: true } },
): AsyncGenerator<T> {
  const { collection, where = [], select } = options
  let after: number | string | null = null
  while (true) {
    const found: { docs: T[] } = await payload.db.find<T>({
      collection: collection as CollectionSlug,
      where: { and: [...where, ...(after === null ? [] : [{ id: { greater_than: after } }])] },
      ...(select ? { select } : {}),
      joins: NO_JOINS,
      sort: 'id',
      limit: PAGE,
      pagination: false,
    })
    yield* found.docs
    const last = found.docs.at(-1)
    if (found.docs.length < PAGE || !last) return
    after = last.id
    await breathe()
  }
}
