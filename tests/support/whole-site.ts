/** Whether everything that the public reads follows from what is published, and from the ledger alone. */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug, Payload, Where } from 'payload'
import request from 'supertest'
import { expect } from 'vitest'
import { composePosts } from '../../pipelines/channels/linkedin/render.ts'
import { channels, feedFormats } from '../../pipelines/channels/registry.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { readSite } from '../../pipelines/ledger/read.ts'
import { typesByCollection } from './content-items.ts'
import type { TestGalley } from './galley.ts'
import { wholeLedger } from './ledger.ts'

type Row = { id: number | string; uid: string; slug: string; summary?: string | null; updatedAt: string }

type Post = { id: number; itemId: string; state: string; reason?: string; text?: string; edited?: boolean }

const idsOf = (ids: Iterable<string>) => [...new Set(ids)].sort()

/** Of a site that has settled: no gap, every item's last entry is what is published, one post an item, feeds complete. */
export async function expectWhole(instance: TestGalley, types: readonly CollectionSlug[]): Promise<void> {
  const { payload } = instance
  const ledger = await wholeLedger(payload)
  expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1))
  const last = new Map(ledger.map((entry) => [entry.itemId, entry]))
  for (const type of types) await expectPublished(payload, type, last)
  await expectPosts(payload, types, last)
  const liveOf = (type: string) =>
    [...last.values()].filter((entry) => entry.type === type && entry.action !== 'unpublished')
  for (const type of types) {
    const { body } = await request(instance.app).get(`/v1/${type}?limit=100`).expect(200)
    const due = liveOf(type).map(({ itemId, item }) => [itemId, item])
    const shown = (body.data as { id: string }[]).map((item) => [item.id, item])
    if (due.length > 100) continue
    expect(idsOf(shown.map(([id]) => String(id)))).toEqual(idsOf(due.map(([id]) => String(id))))
    // Beside what they are, items say what follows from it.
    expect(Object.fromEntries(shown)).toMatchObject(Object.fromEntries(due))
  }
  const live = liveOf('articles')
  // They share the feed with the other types.
  const inFeed = types.flatMap(liveOf).length
  for (const { fileName } of feedFormats) {
    const { text } = await request(instance.app).get(`/feeds/${fileName}`).expect(200)
    const shown = idsOf(text.match(/articles:[\w-]+/g) ?? [])
    const due = idsOf(live.map(({ itemId }) => itemId))
    // A feed's first document holds the newest fifty.
    if (inFeed > 50) expect(due).toEqual(expect.arrayContaining(shown))
    else expect([fileName, shown]).toEqual([fileName, due])
  }
}

async function expectPublished(payload: Payload, type: CollectionSlug, last: Map<string, LedgerEntry>) {
  const where: Where = { and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }] }
  const { docs } = await payload.db.find<Row>({ collection: type, where, pagination: false, limit: 0 })
  const is = [...last.values()]
    .filter((entry) => entry.type === type && entry.action !== 'unpublished')
    .map(({ itemId, slug, item }) => [itemId, slug, item?.slug, item?.summary])
  const published = docs.map((row) => [
    `${type}:${row.uid}`,
    row.slug,
    row.slug,
    row.summary || expect.any(String),
  ])
  expect(is.sort()).toEqual(published.sort())
}

/**
 * One post for each item that was ever public, taken back with it and given back with it; where nobody has edited it,
 * it says what the content says now.
 */
async function expectPosts(
  payload: Payload,
  types: readonly CollectionSlug[],
  last: Map<string, LedgerEntry>,
) {
  const site = await readSite(payload)
  const { docs } = await payload.db.find<Post>({
    collection: 'linkedin-drafts' as CollectionSlug,
    pagination: false,
    limit: 0,
  })
  expect(docs.map(({ itemId }) => itemId).sort()).toEqual(idsOf(docs.map(({ itemId }) => itemId)))
  const known = [...last.values()].filter(({ type }) => types.includes(type as CollectionSlug))
  for (const { itemId, action, item } of known) {
    // An item with few words has no post for that reason, and says so.
    const isGone = docs
      .filter((draft) => draft.itemId === itemId)
      .map(({ state, reason }) => state === 'withdrawn' && /no longer published/.test(reason ?? ''))
    expect([itemId, isGone]).toEqual([itemId, [action === 'unpublished']])
    const post = docs.find((draft) => draft.itemId === itemId)
    if (!item || !site || post?.state !== 'draft' || post.edited) continue
    const composed = composePosts({ item, site, types: typesByCollection })
    expect([itemId, post.text]).toEqual([itemId, composed.ok && composed.post.text])
  }
}

/** Everything public that is read from projections. */
export async function publicBytes(
  { app }: TestGalley,
  types: readonly string[],
): Promise<[string, string][]> {
  const urls = [
    ...types.map((type) => `/v1/${type}?limit=100`),
    ...feedFormats.flatMap(({ fileName }) => [`/feeds/${fileName}`, `/feeds/${fileName}?page=1`]),
  ]
  return Promise.all(urls.map(async (url) => [url, (await request(app).get(url).expect(200)).text]))
}

/**
 * Empties every projection and its cursor, below Payload, as if it had never read: the next worker, and the next that
 * serves from `dataDir`, read from entry 1.
 */
export async function forgetProjections(payload: Payload, dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (/^delivery-\d+\.db/.test(name)) await rm(path.join(dataDir, name))
  const projections = channels.filter(({ kind }) => kind === 'projection')
  for (const { collections } of projections)
    for (const { slug } of collections)
      await payload.db.deleteMany({ collection: slug as CollectionSlug, where: {} })
  const where = { consumer: { in: projections.map(({ slug }) => slug) } }
  await payload.db.deleteMany({ collection: 'ledger-cursors', where })
}
