/** Path of an item on the website, by the patterns of the settings (`{type}`, `{slug}`). Pure. */
export function itemPath(patterns: { [type: string]: string }, type: string, slug: string): string {
  const pattern = (Object.hasOwn(patterns, type) && patterns[type]) || '/{type}/{slug}'
  return pattern.replaceAll('{type}', type).replaceAll('{slug}', encodeURIComponent(slug))
}
