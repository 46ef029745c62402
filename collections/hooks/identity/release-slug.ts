/**
 * A slug that is used again belongs to whoever uses it now: when a document is published under a slug that
 * another one had before, the other gives it up for good, in its public row and in its newest draft.
 */
import type { CollectionAfterChangeHook, CollectionSlug, PayloadRequest, Where } from 'payload'
import { NO_JOINS } from '../../../database/no-joins.ts'
import { nudgeItem } from '../../../pipelines/publish/nudge.ts'

type Former = { id: number | string; uid: string; updatedAt: string; formerSlugs?: string[] | null }

/** Runs inside the transaction that publishes; those who gave the slug up are published anew after it. */
export const releaseSlug: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  if (doc._status !== 'published' || doc.deletedAt || !doc.slug) return doc
  const options = { collection: collection.slug as CollectionSlug, req }
  const had: Where = { and: [{ formerSlugs: { equals: doc.slug } }, { id: { not_equals: doc.id } }] }
  const drafted: Where = {
    and: [
      { latest: { equals: true } },
      { 'version.formerSlugs': { equals: doc.slug } },
      { parent: { not_equals: doc.id } },
    ],
  }
  // To count costs a fraction of reading, and nearly always it is all.
  const counts = [
    await req.payload.db.count({ ...options, where: had }),
    await req.payload.db.countVersions({ ...options, where: drafted }),
  ]
  if (counts.every(({ totalDocs }) => totalDocs === 0)) return doc
  const rows = await req.payload.db.find<Former>({
    ...options,
    where: had,
    joins: NO_JOINS,
    select: { uid: true, updatedAt: true, formerSlugs: true },
    pagination: false,
    limit: 0,
  })
  for (const row of rows.docs) {
    const formerSlugs = (row.formerSlugs ?? []).filter((slug) => slug !== doc.slug)
    // MongoDB's adapter would move `updatedAt`, and whoever has the document open would be told of a change.
    const data = { formerSlugs, updatedAt: row.updatedAt }
    await req.payload.db.updateOne({ ...options, id: row.id, data, returning: false })
    await nudgeItem(req, `${collection.slug}:${row.uid}`)
  }
  await releaseInDrafts(drafted, doc.slug, options)
  return doc
}

async function releaseInDrafts(
  where: Where,
  slug: string,
  options: { collection: CollectionSlug; req: PayloadRequest },
): Promise<void> {
  type Version = { id: number | string; version: { [field: string]: unknown; formerSlugs?: string[] | null } }
  const { payload } = options.req
  const { docs } = (await payload.db.findVersions({
    ...options,
    where,
    pagination: false,
    limit: 0,
  })) as unknown as { docs: Version[] }
  for (const { id, version } of docs) {
    const formerSlugs = (version.formerSlugs ?? []).filter((former) => former !== slug)
    await payload.db.updateVersion({
      ...options,
      id,
      versionData: { version: { ...version, formerSlugs } } as never,
    })
  }
}
