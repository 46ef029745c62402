import type { Site } from '../../pipelines/content-item.ts'
import { safeUrl } from '../../pipelines/rich-text/url.ts'
import { rowsOf, textOf } from './values.ts'

/** Labelled links with absolute addresses; a path belongs to the website. Those without a label or a safe address are left out. */
export function linksOf(value: unknown, site: Site): { label: string; url: string }[] {
  return rowsOf(value).flatMap((row) => {
    const label = textOf(row.label)
    const url = textOf(row.url)
    if (!label || !url) return []
    const address = url.startsWith('/') && !url.startsWith('//') ? site.siteUrl + url : url
    const safe = safeUrl(address, site.siteUrl)
    return safe ? [{ label, url: safe }] : []
  })
}
