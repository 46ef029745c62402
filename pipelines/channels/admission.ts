/** Which items enter a channel: the document's own word, else the settings' matrix (DESIGN.md §3). */
import type { ContentItem, Site } from '../content-item.ts'

export type Outlet = 'feeds' | 'linkedin' | 'newsletter' | 'sitemap'

/** What the document itself says: `yes`, `no`, or `default` (as the matrix says). */
export function ownChoice(item: ContentItem, outlet: Outlet): 'yes' | 'no' | 'default' {
  const include = item.channels[outlet]?.include
  return include === undefined ? 'default' : include ? 'yes' : 'no'
}

/** The types that enter the outlet unless a document says otherwise. */
export function admittedTypes(site: Site, outlet: Outlet): string[] {
  return Object.keys(site.matrix).filter((type) => site.matrix[type]?.[outlet])
}

/** Whether the item enters the outlet: its own yes or no first, then the matrix for its type. */
export function isAdmitted(item: ContentItem, site: Site, outlet: Outlet): boolean {
  const choice = ownChoice(item, outlet)
  return choice === 'default' ? admittedTypes(site, outlet).includes(item.type) : choice === 'yes'
}
