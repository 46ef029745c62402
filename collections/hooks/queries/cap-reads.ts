import type { CollectionBeforeOperationHook } from 'payload'

/** Documents that one answer of `/api` holds at most; there are pages for more. */
export const MOST = 1000

type Page = { limit?: unknown; pagination?: unknown }
type Read = Page & {
  overrideAccess?: boolean
  currentDepth?: number
  joins?: { [path: string]: Page | false } | false
}

/** Payload answers `limit=0`, `limit=-1` and `pagination=false` with everything that there is. Pure. */
export function capped<T extends Page>(page: T): T {
  const { limit, pagination } = page
  const isSmall = typeof limit === 'number' && limit >= 1 && limit <= MOST
  if (isSmall || (limit === undefined && pagination !== false)) return page
  return { ...page, limit: MOST, pagination: true }
}

/** Only for requests: the program itself, and what it reads to fill in relations, is not cut short. */
export const capReads: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { overrideAccess, currentDepth, joins, ...read } = args as Read
  const isRead = operation === 'read' || (operation as string) === 'findVersions'
  const isRequest = req.payloadAPI === 'REST' && !overrideAccess && currentDepth === undefined
  if (!isRead || !isRequest) return args
  if (!joins) return { ...args, ...capped(read) } as typeof args
  const cappedJoins = Object.entries(joins).map(([path, join]) => [path, join && capped(join)])
  return { ...args, ...capped(read), joins: Object.fromEntries(cappedJoins) } as typeof args
}
