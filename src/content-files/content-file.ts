/** A content file as it was read: what it says, where each thing stands, and what is wrong with it. */

import type { FileType } from '../../collections/content-file/field.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import type { Problem } from './problem.ts'

/** `src` as it stands in the file. */
export type GivenPicture = {
  src: string
  alt?: string
  credit?: string
  focalPoint?: { x: number; y: number }
}

/** The value of a key: relations are slugs, null is "empty this". */
export type Given =
  | null
  | string
  | number
  | boolean
  | string[]
  | GivenPicture
  | Block[]
  | [name: string, value: number][]
  | GivenGroup
  | GivenGroup[]
export type GivenGroup = { [member: string]: Given }

export type Reference = { collection: string; slug: string; line: number }
/** `key`: the field that holds it; absent: the body does. */
export type PictureUse = { picture: GivenPicture; line: number; key?: string }

export type ContentFile = {
  /** As messages name it. */
  path: string
  /** Absolute. */
  file: string
  /** The folder that its pictures may be in; absolute. */
  root: string
  type: FileType
  slug: string
  uid: string | undefined
  status: 'draft' | 'published' | undefined
  /** Only the keys that the file has. */
  values: GivenGroup
  /** Lines of keys by their path (`provenance.scores`), of `slug`, `uid` and `body`. */
  lines: Map<string, number>
  references: Reference[]
  pictures: PictureUse[]
}

/** Identity of a document across files and database: `articles:my-slug`. By its uid or id likewise. */
export const keyOf = (collection: string, slug: string | number) => `${collection}:${slug}`
export const keyOfFile = ({ type, slug }: Pick<ContentFile, 'type' | 'slug'>) => keyOf(type.collection, slug)

/** The outcome of reading a file. */
export type Reading = {
  path: string
  problems: Problem[]
  /** Null when there are problems. */
  content: ContentFile | null
  /** As far as it can be told, also of a file with problems. */
  identity: { collection: string; slug: string } | null
}
