/**
 * What an item is NOW, from the database: its published row, and the public state of everything that it shows
 * as the ledger has it. Nothing else is looked at, so a draft cannot leak and a hook cannot lie.
 */
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import { makeRenditions, type Renditions } from '../../media/renditions.ts'
import type { ContentItem, Json, Site } from '../content-item.ts'
import type { ContentType, DerivedItem, PublishedDocument, Related } from '../content-type.ts'
import { itemPath } from '../item-path.ts'
import { type LedgerEntry, parseItemId, SETTINGS_ITEM_ID, toSite } from '../ledger/entry.ts'
import { readLasts } from '../ledger/read.ts'
import { wellFormed } from '../rich-text/well-formed.ts'
import { publicRows } from './public-rows.ts'
import { fingerprintKey } from './reign.ts'

export type DeriveOptions = {
  payload: Payload
  types: ReadonlyMap<string, ContentType>
  /** Without trailing slashes. */
  addresses: { siteUrl: string; publicUrl: string }
  /** Absolute folders. */
  folders: { uploads: string; renditions: string }
}

/** What an item was derived from. Equal stamps: nothing to derive. */
export type Stamps = {
  document: string
  dependencies: { [itemId: string]: number }
  /** The fingerprint of what derived it. */
  by: string
}

export type Derivation =
  | { public: false; dueAt: Date | null }
  | {
      public: true
      type: ContentType
      document: PublishedDocument
      item: DerivedItem
      dependsOn: string[]
      stamps: Stamps
      /** Shown by the item, but not in the ledger yet. */
      missing: string[]
    }

/** Of settings that nobody has saved yet: the defaults, of no particular time. */
export const NEVER = new Date(0).toISOString()

const NOT_PUBLIC: Derivation = { public: false, dueAt: null }

/**
 * Derives an item. `last`: its last entry. `shown`: take a picture as public although no entry that shows it is
 * known yet.
 * @throws when the database or a public picture's file cannot be read.
 */
export async function derive(
  options: DeriveOptions,
  itemId: string,
  { last, shown = false }: { last: LedgerEntry | null; shown?: boolean | undefined },
): Promise<Derivation> {
  const { payload, types, addresses } = options
  const { type: slug, uid } = parseItemId(itemId)
  const type = types.get(slug)
  if (!type) return NOT_PUBLIC
  const document = await loadPublic(payload, slug, uid)
  if (!document) return NOT_PUBLIC
  const dueAt = document.publishedAt ? new Date(String(document.publishedAt)) : null
  // A clock alone may publish, never unpublish: what is out at this date stays out there.
  const isOut =
    last !== null && last.action !== 'unpublished' && Date.parse(last.publishedAt) === dueAt?.getTime()
  if (dueAt && !isOut && dueAt.getTime() > Date.now()) return { public: false, dueAt }
  if (slug === 'media') {
    const isPublic = shown || (await isShown(payload, itemId))
    // Made when the picture is uploaded, so that whatever shows it later need not wait.
    const making = currentRenditions(options, document)
    if (!isPublic) {
      await making.catch((err) => payload.logger.warn({ err, itemId, msg: 'media.renditions_failed' }))
      return NOT_PUBLIC
    }
    document.renditions = await making
  }

  const { references, ids, entries } = await loadShown(payload, document, itemId)
  return {
    public: true,
    type,
    document,
    item: toItem(type, document, makeRelated({ references, entries, addresses })),
    dependsOn: ids,
    stamps: {
      document: document.updatedAt,
      dependencies: Object.fromEntries(ids.map((id) => [id, entries.get(id)?.seq ?? 0])),
      by: fingerprintKey(addresses),
    },
    missing: ids.filter((id) => {
      const last = entries.get(id)
      return !last || (id.startsWith('media:') && last.action === 'unpublished')
    }),
  }
}

/**
 * What publishing would make of a document as it stands in a form; `document.references` as saving would fill them.
 * Shows what is public already, and its pictures. Writes nothing to the ledger.
 * @throws when `type` cannot read the document.
 */
export async function deriveUnsaved(
  options: DeriveOptions,
  type: ContentType,
  document: PublishedDocument,
): Promise<DerivedItem> {
  const { payload, addresses } = options
  const itemId = `${type.collection}:${document.uid}`
  const { references, ids, entries } = await loadShown(payload, document, itemId)
  for (const id of ids) {
    const isPublic = entries.has(id) && entries.get(id)?.action !== 'unpublished'
    if (parseItemId(id).type !== 'media' || isPublic) continue
    const picture = await derive(options, id, { last: null, shown: true })
    if (!picture.public) continue
    const item = { ...picture.item, updatedAt: picture.document.updatedAt }
    entries.set(id, { action: 'published', item } as LedgerEntry)
  }
  return toItem(type, document, makeRelated({ references, entries, addresses }))
}

/** Everything that the document names, with its last entries. */
async function loadShown(payload: Payload, document: PublishedDocument, itemId: string) {
  const references = await loadReferences(payload, document)
  if (itemId !== SETTINGS_ITEM_ID) references.set(SETTINGS_ITEM_ID, SETTINGS_ITEM_ID)
  const ids = [...new Set(references.values())].filter((id) => id !== itemId).sort()
  return { references, ids, entries: await readLasts(payload, ids) }
}

function toItem(type: ContentType, document: PublishedDocument, related: Related): DerivedItem {
  return JSON.parse(JSON.stringify(type.toContentItem(document, related)), (_key, value: Json) =>
    typeof value === 'string' ? wellFormed(value) : value,
  ) as DerivedItem
}

/** The published row, relations as ids; null when there is none or it is in the trash. */
async function loadPublic(payload: Payload, type: string, uid: string): Promise<PublishedDocument | null> {
  if (type === 'settings') {
    const settings = await payload.findGlobal({ slug: 'settings', depth: 0, overrideAccess: true })
    return { updatedAt: NEVER, createdAt: NEVER, ...settings, uid } as PublishedDocument
  }
  const collection = type as CollectionSlug
  if (!payload.collections[collection]) return null
  return await payload.db.findOne<PublishedDocument>({
    collection,
    joins: NO_JOINS,
    where: { and: [{ uid: { equals: uid } }, ...publicRows(payload, type)] },
  })
}

/** Whether a live item is known to show the picture. */
async function isShown(payload: Payload, itemId: string): Promise<boolean> {
  const rows = await payload.db.find<{ itemId: string }>({
    collection: 'ledger-dependencies',
    where: { dependsOn: { equals: itemId } },
    pagination: false,
    limit: 0,
  })
  const showing = rows.docs.map((row) => row.itemId)
  if (showing.length === 0) return false
  const live = await payload.db.findOne({
    collection: 'ledger-items',
    where: { and: [{ itemId: { in: showing } }, { live: { equals: true } }] },
  })
  return live !== null
}

/** Makes a picture's renditions when they do not exist for its present bytes and focal point, and keeps the record. */
async function currentRenditions(options: DeriveOptions, document: PublishedDocument): Promise<Renditions> {
  const { payload, folders } = options
  const known = (document.renditions ?? null) as Renditions | null
  const renditions = await makeRenditions({
    source: path.join(folders.uploads, String(document.filename)),
    directory: folders.renditions,
    focalPoint: { x: Number(document.focalX ?? 50), y: Number(document.focalY ?? 50) },
    known,
  })
  if (renditions !== known) {
    await payload.db.updateOne({ collection: 'media', id: document.id, data: { renditions } })
  }
  return renditions
}

const uidsByPayload = new WeakMap<Payload, Map<string, string>>()

/** Item ids of everything that the document names, by `collection:databaseId`. A uid never changes: they are kept. */
async function loadReferences(payload: Payload, document: PublishedDocument): Promise<Map<string, string>> {
  const known = uidsByPayload.get(payload) ?? new Map<string, string>()
  uidsByPayload.set(payload, known)
  const references = (document.references ?? []) as { relationTo: string; value: unknown }[]
  const keys = references.map(({ relationTo, value }) => ({ relationTo, id: databaseId(value) }))
  const unknown = new Map<string, (number | string)[]>()
  for (const { relationTo, id } of keys) {
    if (!known.has(`${relationTo}:${id}`)) unknown.set(relationTo, [...(unknown.get(relationTo) ?? []), id])
  }
  for (const [collection, ids] of unknown) {
    const found = await payload.db.find<{ id: number | string; uid: string }>({
      collection: collection as CollectionSlug,
      where: { id: { in: ids } },
      select: { uid: true },
      joins: NO_JOINS,
      limit: ids.length,
      pagination: false,
    })
    for (const { id, uid } of found.docs) known.set(`${collection}:${id}`, `${collection}:${uid}`)
  }
  return new Map(
    keys.flatMap(({ relationTo, id }) => {
      const itemId = known.get(`${relationTo}:${id}`)
      return itemId ? [[`${relationTo}:${id}`, itemId]] : []
    }),
  )
}

function databaseId(ref: unknown): number | string {
  return (ref !== null && typeof ref === 'object' && 'id' in ref ? ref.id : ref) as number | string
}

function makeRelated(options: {
  references: Map<string, string>
  entries: Map<string, LedgerEntry>
  addresses: DeriveOptions['addresses']
}): Related {
  const { references, entries, addresses } = options
  const publicItem = (itemId: string | undefined): ContentItem | null => {
    const last = itemId ? entries.get(itemId) : null
    return last && last.action !== 'unpublished' ? last.item : null
  }
  const settings = publicItem(SETTINGS_ITEM_ID)
  const site: Site = settings ? toSite(settings) : { ...EMPTY_SITE, ...addresses }
  return {
    site: { ...site, ...addresses },
    item: (collection, ref) => publicItem(references.get(`${collection}:${databaseId(ref)}`)),
    url: (collection, slug) => addresses.siteUrl + itemPath(site.urlPatterns, collection, slug),
  }
}

/** Before the settings' first entry. */
const EMPTY_SITE: Site = {
  title: '',
  description: '',
  language: 'en',
  organisation: { name: '', url: '' },
  siteUrl: '',
  publicUrl: '',
  icon: null,
  urlPatterns: {},
  defaultCallToAction: null,
  matrix: {},
}
