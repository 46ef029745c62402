/** The types of content files, as the folders of `collections/` describe them. */
import type { FileType } from '../../collections/content-file/field.ts'
import { types } from '../../collections/index.ts'

/** Keys that every file has beside those of its type. */
export const IDENTITY_KEYS = ['type', 'slug', 'uid', 'status'] as const

/** In the order in which an import takes them where no relation asks for another: from the small to the large. */
export const fileTypes: readonly FileType[] = types.flatMap(({ file }) => file ?? []).reverse()

const byCollection = new Map(fileTypes.map((one) => [one.collection, one]))

/** The type whose documents are in this collection. */
export function fileTypeOf(collection: string): FileType | undefined {
  return byCollection.get(collection)
}

/**
 * Fields of the collections that no content file holds: what the program keeps, and accounts, which are not
 * content. A test fails when a collection has a field that is neither here nor in its type's `content-file.ts`.
 */
export const NOT_IN_FILES = [
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'uid',
  'slug',
  'references',
  'shows',
  'usedIn',
  'user',
  'editedBy',
  'editedIn',
  'holdBack',
]
