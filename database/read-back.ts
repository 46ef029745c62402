/**
 * Reading a row back by its id, which Payload does after each write. Drizzle puts the query together from objects
 * anew each time, and that takes many times as long as SQLite's answer; here a query that differs from an earlier
 * one in nothing but the id takes that one's text. The text comes from drizzle, and whatever looks otherwise than
 * expected is left to it.
 */
import { LRUCache } from 'lru-cache'

type Query = { sql: string; params: unknown[] }
type Sql = { toQuery(config: unknown): Query }
type Config = { [key: string]: unknown; where?: unknown }
type Request = { tableAlias: string; queryConfig: Config | true; nestedQueryRelation?: unknown }
type Built = { sql: Sql; selection: unknown }

/** Of drizzle: what makes the text of its queries. */
export type Dialect = { buildRelationalQuery(request: Request): Built; sqlToQuery(sql: Sql): Query }

/** `query.params` end in the id and a limit of one row. */
type Kept = { built: Built; query: Query }

const BY_ID = /^"\w+"\."id" = \?$/
const END = '"id" = ? limit ?'

/** Lets `dialect` keep the texts of such queries. Answers how often one was used again, for tests. */
export function keepingReadBacks(dialect: Dialect): () => number {
  const kept = new LRUCache<string, Kept>({ max: 200 })
  let used = 0
  const { buildRelationalQuery } = dialect
  dialect.buildRelationalQuery = function build(request) {
    const asked = byIdAlone(request, dialect)
    if (!asked) return buildRelationalQuery.call(this, request)
    const { shape, id } = asked
    const known = kept.get(shape)
    if (known) {
      used += 1
      const { built, query } = known
      return written(built, { ...query, params: [...query.params.slice(0, -2), id, 1] })
    }
    const built = buildRelationalQuery.call(this, request)
    const query = dialect.sqlToQuery(built.sql)
    const [last, limit] = query.params.slice(-2)
    if (query.sql.endsWith(END) && last === id && limit === 1) kept.set(shape, { built, query })
    return written(built, query)
  }
  return () => used
}

/** What drizzle asks for the text of. */
const written = (built: Built, query: Query): Built => ({ ...built, sql: { toQuery: () => query } })

/** All that the text follows from but the id; null for other queries. */
function byIdAlone(request: Request, dialect: Dialect): { shape: string; id: unknown } | null {
  const { nestedQueryRelation, queryConfig, tableAlias } = request
  if (nestedQueryRelation || queryConfig === true) return null
  const { where, ...others } = queryConfig
  if (!isSql(where) || others.limit !== 1) return null
  const condition = dialect.sqlToQuery(where)
  if (!BY_ID.test(condition.sql) || condition.params.length !== 1) return null
  const shape = shapeOf([tableAlias, others])
  return shape === null ? null : { shape, id: condition.params[0] }
}

/** Null where something in it is no plain data. Functions (Payload's orders of rows) are what their sources say. */
function shapeOf(data: unknown): string | null {
  let isPlain = true
  const shape = JSON.stringify(data, (_, value: unknown) => {
    if (typeof value === 'function') return String(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    if (Object.getPrototypeOf(value) === Object.prototype) return value
    // Drizzle's own objects lead from one to the next.
    isPlain = false
    return null
  })
  return isPlain ? shape : null
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'toQuery' in value
}
