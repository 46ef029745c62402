/**
 * A filter or an order that goes through relations is a question about other documents, and its answer tells
 * something of them even when they may not be read. Payload lets `sort=user.resetPasswordToken` order by a hidden
 * field, and leaves a rejection without a handler (the end of a Node process) when the second relation of a filter
 * may not be read.
 */
import { APIError, type CollectionBeforeOperationHook, type FlattenedField } from 'payload'
import { hopsOf } from './relation-hops.ts'

type Query = { where?: unknown; sort?: unknown }
type Read = Query & { joins?: { [path: string]: Query | false } | false }
type Fields = readonly FlattenedField[]

const ACCOUNTS = 'users'

/** Over REST: filters go through one relation at most and never into accounts; sorting goes through none. 400. */
export const refuseProbing: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  if (req.payloadAPI !== 'REST') return args
  const { joins, ...query } = args as Read
  const fieldsOf = (slug: string): Fields =>
    req.payload.config.collections.find((each) => each.slug === slug)?.flattenedFields ?? []
  const own = withVersionFields(collection.slug, collection.flattenedFields)
  const probe =
    probeIn(query, own, fieldsOf) ??
    // A join has gone through one relation already.
    Object.entries(joins || {})
      .map(([path, join]) => join && probeIn(join, joined(path, own, fieldsOf), fieldsOf, 0))
      .find(Boolean)
  if (!probe) return args
  const message = `“${probe}” leads too far: filters go through one relation at most and never into accounts, sorting stays with the type’s own fields.`
  throw new APIError(message, 400, null, true)
}

/** Versions hold the document under `version` and point to it with `parent`. */
function withVersionFields(slug: string, fields: Fields): Fields {
  return [
    ...fields,
    { name: 'version', type: 'group', flattenedFields: fields },
    { name: 'parent', type: 'relationship', relationTo: slug },
  ] as unknown as Fields
}

function joined(path: string, fields: Fields, fieldsOf: (slug: string) => Fields): Fields {
  const { into } = hopsOf(`${path}.any`, fields, fieldsOf)
  return into.flatMap((slug) => [...fieldsOf(slug)])
}

function probeIn(
  { where, sort }: Query,
  fields: Fields,
  fieldsOf: (slug: string) => Fields,
  most = 1,
): string | undefined {
  const leads = (path: string, limit: number) => {
    const { depth, into } = hopsOf(path, fields, fieldsOf)
    return depth > limit || into.includes(ACCOUNTS)
  }
  return (
    pathsIn(where).find((path) => leads(path, most)) ??
    [sort]
      .flat()
      .flatMap((each) => String(each ?? '').split(','))
      .map((each) => each.trim().replace(/^-/, ''))
      .find((path) => leads(path, 0))
  )
}

/** The paths in a filter, those of a filter within a filter (`authors contains { name … }`) joined. Pure. */
export function pathsIn(where: unknown): string[] {
  if (typeof where === 'string') return pathsIn(parsed(where))
  if (typeof where !== 'object' || where === null) return []
  if (Array.isArray(where)) return where.flatMap(pathsIn)
  return Object.entries(where).flatMap(([key, value]) => {
    if (['and', 'or'].includes(key.toLowerCase())) return pathsIn(value)
    const nested = Object.values(Object(value)).flatMap(pathsIn)
    return [key, ...nested.map((path) => `${key}.${path}`)]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // Payload refuses it.
  }
}
