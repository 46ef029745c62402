/** What the delivery API knows of a parameter. */
export type Parameter = {
  name: string
  /** For readers of the documentation. */
  description: string
  example: string
  kind: 'whole number' | 'number' | 'flag' | 'text' | 'date' | 'one of' | 'some of'
  /** What `one of` and `some of` allow. */
  values?: readonly string[]
  min?: number
  max?: number
  /** As it would be written. */
  default?: string
  /** Comma is OR, up to 50 values; `\,` is a comma within one. */
  isMany?: boolean
  /** Only with these types; absent: with all. */
  types?: readonly string[]
}
