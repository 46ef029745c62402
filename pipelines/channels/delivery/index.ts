/** The read model of the delivery API: every public item by type and slug, newest first. */
import type { CollectionSlug, Payload, Where } from 'payload'
import { saveOver } from '../../../database/save-over.ts'
import type { ContentItem } from '../../content-item.ts'
import { machineWritten } from '../../ledger/collections.ts'
import { type LedgerEntry, publicationTime } from '../../ledger/entry.ts'
import type { Channel } from '../channel.ts'

const ITEMS = 'delivery-items' as CollectionSlug
const FILES = 'delivery-files' as CollectionSlug

export const delivery: Channel = {
  slug: 'delivery',
  kind: 'projection',
  collections: [
    {
      ...machineWritten,
      slug: ITEMS,
      admin: { hidden: true },
      indexes: [{ fields: ['type', 'removed', 'publishedAt'] }, { fields: ['type', 'slug'] }],
      fields: [
        { name: 'itemId', type: 'text', required: true, unique: true, index: true },
        { name: 'seq', type: 'number', required: true },
        { name: 'type', type: 'text', required: true },
        { name: 'slug', type: 'text', required: true },
        { name: 'removed', type: 'checkbox', required: true },
        { name: 'publishedAt', type: 'date', required: true },
        { name: 'item', type: 'json' },
      ],
    },
    {
      ...machineWritten,
      slug: FILES,
      admin: { hidden: true },
      // Two pictures with the same bytes share their files: public while one of them is.
      indexes: [{ fields: ['name', 'itemId'], unique: true }],
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'itemId', type: 'text', required: true, index: true },
        { name: 'seq', type: 'number', required: true },
        { name: 'removed', type: 'checkbox', required: true },
      ],
    },
  ],
  async consume(entries, { payload }) {
    for (const entry of entries) {
      const { itemId, seq, type, slug, action, item } = entry
      const data = {
        type,
        slug,
        removed: action === 'unpublished',
        publishedAt: publicationTime(entry),
        item,
      }
      await saveOver({ payload, collection: ITEMS, key: { itemId }, seq, data })
      if (type === 'media') await noteFiles(payload, entry)
    }
  },
  async presence({ itemId }, { payload, site }) {
    const row = await payload.db.findOne<ItemRow & { removed: boolean }>({
      collection: ITEMS,
      where: { itemId: { equals: itemId } },
    })
    if (!row || row.removed) return { isLive: false, note: '', places: [] }
    const { type, slug, url } = row.item
    const api = `${site.publicUrl}/v1/${type}/${encodeURIComponent(slug)}`
    return {
      isLive: true,
      note: '',
      places: [
        { name: 'Website', url },
        { name: 'API', url: api },
      ],
    }
  },
}

/** Which files `/media` may give out. */
async function noteFiles(payload: Payload, { itemId, seq, item }: LedgerEntry): Promise<void> {
  const image = item?.fields.image as { renditions?: { url: string }[] } | null | undefined
  const names = (image?.renditions ?? []).map(({ url }) => url.slice(url.lastIndexOf('/') + 1))
  const before = await payload.db.find<{ id: number; name: string }>({
    collection: FILES,
    where: { itemId: { equals: itemId } },
    pagination: false,
    limit: 0,
  })
  for (const name of new Set([...before.docs.map((row) => row.name), ...names])) {
    await saveOver({
      payload,
      collection: FILES,
      key: { name, itemId },
      seq,
      data: { removed: !names.includes(name) },
    })
  }
}

/** Where a page of a list ends: its last item's place in the order. */
export type Place = { publishedAt: string; itemId: string }

type ItemRow = { id: number; itemId: string; publishedAt: string; item: ContentItem }

/** Public items of a type, newest first, ties by id; `next`: where the following page begins, null at the end. */
export async function listItems(
  payload: Payload,
  options: { type: string; limit: number; after: Place | null },
): Promise<{ items: ContentItem[]; next: Place | null }> {
  const { type, limit, after } = options
  const beyond: Where[] = after
    ? [
        {
          or: [
            { publishedAt: { less_than: after.publishedAt } },
            {
              and: [
                { publishedAt: { equals: after.publishedAt } },
                { itemId: { greater_than: after.itemId } },
              ],
            },
          ],
        },
      ]
    : []
  const found = await payload.db.find<ItemRow>({
    collection: ITEMS,
    where: { and: [{ type: { equals: type } }, { removed: { equals: false } }, ...beyond] },
    sort: ['-publishedAt', 'itemId'],
    limit: limit + 1,
    pagination: false,
  })
  const page = found.docs.slice(0, limit)
  const last = found.docs.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => row.item),
    next: last ? { publishedAt: new Date(last.publishedAt).toISOString(), itemId: last.itemId } : null,
  }
}

/** The public item at this address; null when there is none. */
export async function findItem(payload: Payload, type: string, slug: string): Promise<ContentItem | null> {
  const row = await payload.db.findOne<ItemRow>({
    collection: ITEMS,
    where: { and: [{ type: { equals: type } }, { slug: { equals: slug } }, { removed: { equals: false } }] },
  })
  return row?.item ?? null
}

/** Whether something public shows this file. */
export async function isPublicFile(payload: Payload, name: string): Promise<boolean> {
  const where: Where = { and: [{ name: { equals: name } }, { removed: { equals: false } }] }
  return (await payload.db.findOne({ collection: FILES, where })) !== null
}
