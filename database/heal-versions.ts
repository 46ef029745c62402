/**
 * Without transactions a crash can fall between a document's row and its version, and the next save would start
 * from the old version: the lost one is written again. (A draft is a version only, in one operation.)
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { NO_JOINS } from './no-joins.ts'
import { inPages, pages } from './pages.ts'
import { hasTransactions } from './whole-operation.ts'

/** Another process may be in the middle of a save. */
const GRACE_MS = 1_000

type Id = number | string
type Version = { id: Id; parent: Id; updatedAt: string; latest?: boolean }
type Place = { payload: Payload; collection: CollectionSlug; id: Id }

/**
 * Looks at every document that has drafts; does nothing where the database has transactions. Call it at start.
 * `always`: after something else that may cut a save in two, such as a copy made while others write.
 * @returns `collection/id` of what was mended.
 */
export async function healVersions(payload: Payload, { always = false } = {}): Promise<string[]> {
  if (hasTransactions(payload.db) && !always) return []
  const suspects: Place[] = []
  for (const { config } of Object.values(payload.collections)) {
    if (config.versions?.drafts)
      suspects.push(...(await findSuspects(payload, config.slug as CollectionSlug)))
  }
  if (suspects.length === 0) return []
  await new Promise((resolve) => setTimeout(resolve, GRACE_MS))
  const mended: string[] = []
  for (const place of suspects) {
    if (!(await mend(place))) continue
    mended.push(`${place.collection}/${place.id}`)
    payload.logger.warn({
      msg: 'heal.version: a crash had cut a save in two',
      collection: place.collection,
      id: place.id,
    })
  }
  return mended
}

/** Documents without exactly one latest version that is at least as new as they are, and versions of no document. */
async function findSuspects(payload: Payload, collection: CollectionSlug): Promise<Place[]> {
  const latest = new Map<string, Version[]>()
  for await (const version of latestVersions(payload, collection)) {
    const key = String(version.parent)
    latest.set(key, [...(latest.get(key) ?? []), version])
  }
  const suspects: Id[] = []
  const rows = pages<{ id: Id; updatedAt: string }>(payload, { collection, select: { updatedAt: true } })
  for await (const row of rows) {
    const [version, ...others] = latest.get(String(row.id)) ?? []
    latest.delete(String(row.id))
    if (!version || others.length > 0 || isOlder(version, row)) suspects.push(row.id)
  }
  for (const [version] of latest.values()) if (version) suspects.push(version.parent)
  return suspects.map((id) => ({ payload, collection, id }))
}

const isOlder = (one: { updatedAt: string }, other: { updatedAt: string }) =>
  Date.parse(one.updatedAt) < Date.parse(other.updatedAt)

async function mend({ payload, collection, id }: Place): Promise<boolean> {
  const { db } = payload
  const row = await db.findOne<{ id: Id; createdAt: string; updatedAt: string }>({
    collection,
    where: { id: { equals: id } },
    joins: NO_JOINS,
  })
  const ofThis: Where = { parent: { equals: id } }
  if (!row) {
    await db.deleteVersions({ collection, where: ofThis })
    return true
  }
  const found = await db.findVersions<{ id: Id; updatedAt: string }>({
    collection,
    where: ofThis,
    sort: '-updatedAt',
    pagination: false,
    limit: 0,
  })
  const versions = found.docs as unknown as Version[]
  const [newest] = versions
  if (!newest || isOlder(newest, row)) {
    const { updatedAt } = row
    await db.createVersion({
      collectionSlug: collection,
      parent: id,
      versionData: row as never,
      createdAt: updatedAt,
      updatedAt,
      autosave: false,
    })
    return true
  }
  const wrong = versions.filter((version) => Boolean(version.latest) !== (version === newest))
  for (const version of wrong) {
    const latest = version === newest
    await db.updateVersion({
      collection,
      id: version.id,
      versionData: { latest, updatedAt: version.updatedAt } as never,
    })
  }
  return wrong.length > 0
}

function latestVersions(payload: Payload, collection: CollectionSlug): AsyncGenerator<Version> {
  return inPages<Version>((page) =>
    payload.db.findVersions({
      ...page,
      collection,
      where: { and: [{ latest: { equals: true } }, ...page.where] },
      select: { parent: true, updatedAt: true },
    }),
  )
}
