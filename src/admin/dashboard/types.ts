/** A type as the first page names it. */
export type ShownType = {
  slug: string
  singular: string
  plural: string
  group: string
  mayCreate: boolean
}

export const singularOf = (types: readonly ShownType[], slug: string): string =>
  types.find((type) => type.slug === slug)?.singular ?? slug
