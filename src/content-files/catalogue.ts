/** Which documents there are, by type, slug and uid: read once, kept up to date by whoever writes. */
import type { CollectionSlug, Payload } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import { keyOf } from './content-file.ts'
import { fileTypes } from './content-types.ts'
import type { Id } from './to-data.ts'

export type Listed = {
  id: Id
  uid: string
  /** Of the newest version. */
  slug: string
  /** Of the row that is public when its status says so. */
  mainSlug: string
  isLive: boolean
  isTrashed: boolean
  /** Public, and somebody has saved a draft since. */
  hasNewerDraft?: boolean
}

export class Catalogue {
  readonly #byType = new Map<string, Map<Id, Listed>>()
  readonly #byId = new Map<string, Listed>()
  readonly #bySlug = new Map<string, Listed>()
  readonly #byUid = new Map<string, Listed>()

  /** Every document of the ten types, the trash included. */
  static async load(payload: Payload): Promise<Catalogue> {
    const catalogue = new Catalogue()
    for (const { collection } of fileTypes) {
      const newest = new Map<Id, Row>()
      for (const row of await rowsOf(payload, collection, true)) newest.set(row.id, row)
      for (const row of await rowsOf(payload, collection, false)) {
        const isLive = row._status === 'published'
        const last = newest.get(row.id)
        catalogue.add(collection, {
          id: row.id,
          uid: row.uid ?? '',
          slug: last?.slug ?? row.slug ?? '',
          mainSlug: row.slug ?? '',
          isLive,
          isTrashed: Boolean(row.deletedAt),
          hasNewerDraft: isLive && last?._status === 'draft',
        })
      }
    }
    return catalogue
  }

  /** Notes a document, or its new state; a slug that it had in the meantime still leads to it. */
  add(collection: string, listed: Listed): void {
    this.#byId.set(keyOf(collection, listed.id), listed)
    this.#byUid.set(keyOf(collection, listed.uid), listed)
    // A live address wins over one that only a draft has.
    for (const slug of [listed.mainSlug, listed.slug]) {
      const key = keyOf(collection, slug)
      const other = this.#bySlug.get(key)
      if (slug && (!other || other.id === listed.id || slug === listed.mainSlug))
        this.#bySlug.set(key, listed)
    }
    const ofType = this.#byType.get(collection) ?? new Map<Id, Listed>()
    this.#byType.set(collection, ofType.set(listed.id, listed))
  }

  /** Forgets a document that is no more. */
  remove(collection: string, listed: Listed): void {
    this.#byId.delete(keyOf(collection, listed.id))
    this.#byUid.delete(keyOf(collection, listed.uid))
    for (const slug of [listed.mainSlug, listed.slug]) this.#bySlug.delete(keyOf(collection, slug))
    this.#byType.get(collection)?.delete(listed.id)
  }

  bySlug(collection: string, slug: string): Listed | undefined {
    return this.#bySlug.get(keyOf(collection, slug))
  }

  byUid(collection: string, uid: string): Listed | undefined {
    return this.#byUid.get(keyOf(collection, uid))
  }

  /** Undefined for what is not there any more. */
  byId(collection: string, id: Id): Listed | undefined {
    return this.#byId.get(keyOf(collection, id))
  }

  all(collection: string): Listed[] {
    return [...(this.#byType.get(collection)?.values() ?? [])]
  }
}

type Row = { id: Id; uid?: string; slug?: string; _status?: string; deletedAt?: string }

async function rowsOf(payload: Payload, collection: string, draft: boolean): Promise<Row[]> {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    draft: draft as never,
    trash: true,
    depth: 0,
    joins: NO_JOINS,
    limit: 0,
    pagination: false,
    sort: 'id',
    select: { uid: true, slug: true, _status: true, deletedAt: true } as never,
    overrideAccess: true,
  })
  return docs as unknown as Row[]
}
