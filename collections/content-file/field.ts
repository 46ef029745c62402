/**
 * What a key of the front matter can hold. Each type's `content-file.ts` is made of these; reading, writing,
 * comparing and printing all follow it, so that import and export cannot drift apart.
 */

type Named<Kind extends string> = { kind: Kind; name: string }

/**
 * `default`: what the collection fills in by itself; it is left out of the file. `shown`: written all the same,
 * unless its group holds nothing else, and `null` when it was emptied.
 */
type WithDefault<T> = { default?: T; shown?: boolean }

export type Field =
  | Named<'text'>
  | (Named<'choice'> & WithDefault<string> & { values: readonly string[] })
  | (Named<'number'> & WithDefault<number>)
  | (Named<'boolean'> & WithDefault<boolean>)
  /** A moment: `2026-02-04T09:00:00Z`. */
  | Named<'date'>
  /** A day: `2026-01-31`. Kept as its noon in UTC, as the admin does. */
  | Named<'day'>
  /** `growing`: the collection adds to it, and nothing takes away. */
  | (Named<'texts'> & { growing?: boolean })
  | (Named<'relation'> & { to: string })
  | (Named<'relations'> & { to: string })
  /** `{ src, alt, credit, focalPoint }`. */
  | Named<'picture'>
  /** `shorthand`: a row that holds only this member is written as its value. */
  | (Named<'rows'> & { fields: readonly Field[]; shorthand?: string })
  /** Members that a file does not name are left alone. */
  | (Named<'group'> & { fields: readonly Field[] })
  /** A mapping in the file, rows of `key` and `value` (a number) in the document. */
  | (Named<'map'> & { key: string; value: string })
  /** The Markdown below the front matter. */
  | Named<'richText'>

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>

/** One string; a number or `true` must be quoted. */
export const text = (name: string): Field => ({ kind: 'text', name })
/** A list of strings. */
export const texts = (name: string): Field => ({ kind: 'texts', name })
/** A finite number, without quotes. */
export const number = (name: string, options: WithDefault<number> = {}): Field => ({
  kind: 'number',
  name,
  ...options,
})
/** `true` or `false`. */
export const boolean = (name: string, options: WithDefault<boolean> = {}): Field => ({
  kind: 'boolean',
  name,
  ...options,
})
/** One of `values`. */
export const choice = (
  name: string,
  values: readonly string[],
  options: WithDefault<string> = {},
): Field => ({ kind: 'choice', name, values, ...options })
/** The slug of one document of collection `to`. */
export const relation = (name: string, to: string): Field => ({ kind: 'relation', name, to })
/** A list of slugs of documents of collection `to`; a slug that is named twice counts once. */
export const relations = (name: string, to: string): Field => ({ kind: 'relations', name, to })
/** A file beside the content file: `{ src, alt, credit, focalPoint: { x, y } }`, x and y in whole per cent. */
export const picture = (name: string): Field => ({ kind: 'picture', name })
/** A mapping with the members `fields`. */
export const group = (name: string, fields: readonly Field[]): Field => ({ kind: 'group', name, fields })
/** A list of mappings with the members `fields`; `shorthand` names one that may stand for a whole row. */
export const rows = (name: string, fields: readonly Field[], shorthand?: string): Field => ({
  kind: 'rows',
  name,
  fields,
  ...(shorthand ? { shorthand } : {}),
})

export type FileType = {
  /** The `type` of the front matter. */
  type: string
  /** Also the folder. */
  collection: string
  /** In a sentence: "an article". */
  label: string
  fields: readonly Field[]
}
