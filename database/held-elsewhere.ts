import type { CollectionSlug, DatabaseAdapter, PayloadRequest, Where } from 'payload'

type Id = number | string

/** `id`: of the document that does not count; undefined for a new one. */
export type Held = {
  req: PayloadRequest
  collection: string
  id: Id | undefined
  field: string
  value: string
}

/**
 * Whether another document of the collection has this value in a field of its own, in its row (the trash included) or in
 * its newest version. Seen within the request's transaction.
 */
export async function isHeldElsewhere(held: Held): Promise<boolean> {
  const { db } = held.req.payload
  return db.name === 'sqlite' ? inSqlite(db as unknown as Sqlite, held) : byCounting(db, held)
}

async function byCounting(
  db: DatabaseAdapter,
  { req, collection, id, field, value }: Held,
): Promise<boolean> {
  const options = { collection: collection as CollectionSlug, req }
  const others = (key: string): Where[] => (id === undefined ? [] : [{ [key]: { not_equals: id } }])
  const rows = await db.count({
    ...options,
    where: { and: [{ [field]: { equals: value } }, ...others('id')] },
  })
  if (rows.totalDocs > 0) return true
  const newest = { and: [{ [`version.${field}`]: { equals: value } }, { latest: { equals: true } }] }
  const versions = await db.countVersions({
    ...options,
    where: { and: [...newest.and, ...others('parent')] },
  })
  return versions.totalDocs > 0
}

type Drizzle = {
  session: {
    prepareQuery(
      query: { sql: string; params: unknown[] },
      fields: undefined,
      method: 'get',
      inArrays: boolean,
    ): { get(): Promise<{ found: number }> }
  }
}
type Sqlite = {
  drizzle: Drizzle
  sessions: { [id: Id]: { db: Drizzle } }
  tables: { [name: string]: { [column: string]: { name: string } } }
  tableNameMap: Map<string, string>
  versionsSuffix: string
}

/** One question as text: drizzle takes many times as long to put two counts together as SQLite to answer them. */
async function inSqlite(adapter: Sqlite, { req, collection, id, field, value }: Held): Promise<boolean> {
  const named = (key: string) => {
    const name = adapter.tableNameMap.get(key)
    const table = name === undefined ? undefined : adapter.tables[name]
    if (!table) throw new Error(`[database] there is no table ${key}`)
    return { name, column: (of: string) => `"${table[of]?.name}"` }
  }
  const key = collection.replaceAll('-', '_')
  const [rows, versions] = [named(key), named(`_${key}${adapter.versionsSuffix}`)]
  const sql =
    `select exists (select 1 from "${rows.name}" where ${rows.column(field)} = ? and ${rows.column('id')} is not ?) ` +
    `or exists (select 1 from "${versions.name}" where ${versions.column(`version_${field}`)} = ? ` +
    `and ${versions.column('latest')} = 1 and ${versions.column('parent')} is not ?) as found`
  const transaction = (await req.transactionID) as Id | undefined
  const { session } =
    (transaction === undefined ? undefined : adapter.sessions[transaction]?.db) ?? adapter.drizzle
  const query = session.prepareQuery(
    { sql, params: [value, id ?? null, value, id ?? null] },
    undefined,
    'get',
    false,
  )
  return (await query.get()).found === 1
}
