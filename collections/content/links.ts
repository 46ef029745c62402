import type { Site } from '../../pipelines/content-item.ts'
import { rowsOf, textOf } from './values.ts'

/** Labelled links with absolute addresses; a path belongs to the website. Those without label or address are left out. */
export function linksOf(value: unknown, site: Site): { label: string; url: string }[] {
  return rowsOf(value).flatMap((row) => {
    const label = textOf(row.label)
    const url = textOf(row.url)
    if (!label || !url) return []
    return [{ label, url: url.startsWith('/') && !url.startsWith('//') ? site.siteUrl + url : url }]
  })
}
