import type { CollectionSlug, Payload, Where } from 'payload'
import { breathe } from './breathe.ts'
import { NO_JOINS } from './no-joins.ts'

type Id = number | string

/** What every page asks for, beside its own conditions. */
type Page = { where: Where[]; sort: string; limit: number; pagination: false }

const PAGE = 500

/** Everything that `find` finds, by id and in pages: an offset would lose rows while others are written. */
export async function* inPages<T extends { id: Id }>(
  find: (page: Page) => Promise<{ docs: unknown[] }>,
): AsyncGenerator<T> {
  let after: Id | null = null
  while (true) {
    const where: Where[] = after === null ? [] : [{ id: { greater_than: after } }]
    const docs = (await find({ where, sort: 'id', limit: PAGE, pagination: false })).docs as T[]
    yield* docs
    const last = docs.at(-1)
    if (docs.length < PAGE || !last) return
    after = last.id
    await breathe()
  }
}

/** Every row of a collection. */
export function pages<T extends { id: Id }>(
  payload: Payload,
  options: { collection: string; where?: Where[]; select?: { [field: string]: true } },
): AsyncGenerator<T> {
  const { collection, where = [], select } = options
  return inPages<T>((page) =>
    payload.db.find({
      ...page,
      collection: collection as CollectionSlug,
      where: { and: [...where, ...page.where] },
      ...(select ? { select } : {}),
      joins: NO_JOINS,
    }),
  )
}

/** The same in groups of `size`, the last one smaller. */
export async function* inGroups<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const row of rows) {
    group.push(row)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
