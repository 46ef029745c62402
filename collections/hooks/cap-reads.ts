import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'

/** Documents that one answer of `/api` holds at most; there are pages for more. */
export const MOST = 1000

type Page = { limit?: unknown; pagination?: unknown }
type Read = Page & { joins?: { [path: string]: Page | false } | false }

/** Payload answers `limit=0`, `limit=-1` and `pagination=false` with everything that there is. Pure. */
export function capped<T extends Page>(page: T): T {
  const { limit, pagination } = page
  const isSmall = typeof limit === 'number' && limit >= 1 && limit <= MOST
  if (isSmall || (limit === undefined && pagination !== false)) return page
  return { ...page, limit: MOST, pagination: true }
}

/** Only for requests: the program itself reads as much as it needs. */
export const capReads: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isRead = operation === 'read' || (operation as string) === 'findVersions'
  if (!isRead || req.payloadAPI !== 'REST') return args
  const read = args as Read
  const joins = Object.entries(read.joins || {}).map(([path, join]) => [path, join && capped(join)])
  return { ...capped(read), ...(read.joins ? { joins: Object.fromEntries(joins) } : {}) } as never
}

/** The collection with that limit. */
export const withCappedReads = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: { ...config.hooks, beforeOperation: [...(config.hooks?.beforeOperation ?? []), capReads] },
})
