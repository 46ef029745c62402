/** A collection's slug as the name of a field: `glossary-terms` → `glossaryTerms`. */
export function toFieldName(slug: string): string {
  return slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
