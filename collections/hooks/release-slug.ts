/**
 * A slug that is used again belongs to whoever uses it now: when a document is published under a slug that
 * another one had before, the other gives it up for good, in its public row and in its newest draft.
 */
import type { CollectionAfterChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import { nudgeItem } from '../../pipelines/publish/nudge.ts'

type Former = { id: number | string; uid: string; updatedAt: string; formerSlugs?: string[] | null }

/** Runs inside the transaction that publishes; those who gave the slug up are published anew after it. */
export const releaseSlug: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  if (doc._status !== 'published' || doc.deletedAt || !doc.slug) return doc
  const options = { collection: collection.slug as CollectionSlug, req }
  const rows = await req.payload.db.find<Former>({
    ...options,
    where: { and: [{ formerSlugs: { equals: doc.slug } }, { id: { not_equals: doc.id } }] },
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
  await releaseInDrafts(collection.slug, doc, req)
  return doc
}

async function releaseInDrafts(
  collection: string,
  doc: { id: number | string; slug: string },
  req: PayloadRequest,
): Promise<void> {
  type Version = { id: number | string; version: { [field: string]: unknown; formerSlugs?: string[] | null } }
  const options = { collection: collection as CollectionSlug, req }
  const { docs } = (await req.payload.db.findVersions({
    ...options,
    where: {
      and: [
        { latest: { equals: true } },
        { 'version.formerSlugs': { equals: doc.slug } },
        { parent: { not_equals: doc.id } },
      ],
    },
    pagination: false,
    limit: 0,
  })) as unknown as { docs: Version[] }
  for (const { id, version } of docs) {
    const formerSlugs = (version.formerSlugs ?? []).filter((slug) => slug !== doc.slug)
    await req.payload.db.updateVersion({
      ...options,
      id,
      versionData: { version: { ...version, formerSlugs } } as never,
    })
  }
}
