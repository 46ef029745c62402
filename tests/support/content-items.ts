/** Content files as items without a database: slugs stand for ids, everything named is public, pictures are not read. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { contentTypes } from '../../collections/index.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { PublishedDocument, Related } from '../../pipelines/content-type.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { toLexical } from '../../pipelines/rich-text/to-lexical.ts'
import { parseContentFile } from '../../src/content-files/parse.ts'
import { site } from '../fixtures/site.ts'

export const typesByCollection = new Map(contentTypes.map((type) => [type.collection, type]))

/** The items of a folder of content files by `collection/slug`, in the order of their paths. */
export function itemsOf(folder: string): Map<string, ContentItem> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  const rows = new Map<string, PublishedDocument>()
  for (const file of files.toSorted()) {
    const full = path.join(folder, file)
    const { content } = parseContentFile(readFileSync(full), { path: file, file: full, root: folder })
    if (!content) throw new Error(`${file} cannot be read`)
    const { type, slug, values } = content
    const updatedAt = '2026-01-01T00:00:00.000Z'
    const { body, image: _image, photo: _photo, ...others } = values as { [key: string]: unknown }
    const text = body ? { body: toLexical(withoutPictures(body as Block[])) } : {}
    rows.set(`${type.collection}/${slug}`, { id: slug, uid: slug, slug, updatedAt, ...others, ...text })
  }
  const items = new Map<string, ContentItem>()
  const read = (key: string): ContentItem | null => {
    const row = rows.get(key)
    const known = items.get(key)
    if (known || !row) return known ?? null
    const type = typesByCollection.get(key.split('/')[0] ?? '')
    if (!type) return null
    // What points back at it meanwhile finds nothing.
    rows.delete(key)
    const related: Related = {
      site,
      item: (collection, ref) => read(`${collection}/${String(ref)}`),
      url: (collection, slug) => `https://example.com/${collection}/${slug}`,
    }
    const item = { ...type.toContentItem(row, related), updatedAt: row.updatedAt }
    items.set(key, item)
    return item
  }
  for (const key of [...rows.keys()]) read(key)
  return items
}

function withoutPictures(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => !(block.type === 'embed' && block.embed.kind === 'image'))
}
