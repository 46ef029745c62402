/** What is at hand while files go in. */
import type { CollectionSlug, Payload } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import type { Catalogue, Listed } from './catalogue.ts'
import type { ContentFile, GivenPicture } from './content-file.ts'
import type { PictureFile } from './picture-file.ts'
import type { Pictures } from './pictures.ts'
import type { Data, Id } from './to-data.ts'

export type Desk = {
  payload: Payload
  catalogue: Catalogue
  pictures: Pictures
  pictureFiles: ReadonlyMap<GivenPicture, PictureFile>
  /** The document of each file that has one. */
  existing: Map<ContentFile, Listed>
}

export type Status = 'draft' | 'published'
export type Document = Data & { id: Id; uid: string; slug: string; _status?: Status }

/** What the file's document is to be; `publish`: where the file does not say. */
export function statusOf({ status }: ContentFile, publish: boolean): Status {
  return status ?? (publish ? 'published' : 'draft')
}

/** The newest version, or (`draft: false`) the main row. */
export async function load(payload: Payload, collection: string, id: Id, draft: boolean): Promise<Document> {
  return (await payload.findByID({
    collection: collection as CollectionSlug,
    id,
    draft: draft as never,
    depth: 0,
    joins: NO_JOINS,
    overrideAccess: true,
  })) as unknown as Document
}
