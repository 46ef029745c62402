import type { ImageRef } from '../../pipelines/content-item.ts'
import type { ContentType, PublishedDocument } from '../../pipelines/content-type.ts'
import { buildItem } from '../content/build-item.ts'
import { groupOf, numberOf, rowsOf, textOf } from '../content/values.ts'

/** A picture. `fields`: `image` (an ImageRef; null until its renditions are made), `credit`. */
export const media: ContentType = {
  collection: 'media',
  toContentItem(document, related) {
    const image = imageRef(document, related.site.publicUrl)
    return buildItem({
      collection: 'media',
      document,
      related,
      title: textOf(document.alt) || textOf(document.filename),
      summaries: [],
      blocks: image ? [{ type: 'image', image }] : [],
      url: image?.url ?? `${related.site.publicUrl}/media/${document.uid}`,
      image,
      isShared: false,
      fields: { image, credit: textOf(document.credit) || null },
    })
  },
}

/** `renditions`: `{ files: [{ preset, format, name, width, height, bytes }] }`, written by the publisher. */
function imageRef(document: PublishedDocument, publicUrl: string): ImageRef | null {
  const files = rowsOf(groupOf(document.renditions).files).map((file) => ({
    preset: textOf(file.preset) as ImageRef['renditions'][number]['preset'],
    format: textOf(file.format) as ImageRef['renditions'][number]['format'],
    url: `${publicUrl}/media/${textOf(file.name)}`,
    width: numberOf(file.width) ?? 0,
    height: numberOf(file.height) ?? 0,
    bytes: numberOf(file.bytes) ?? 0,
  }))
  const jpegs = files.filter(({ preset, format }) => preset === 'full' && format === 'jpeg')
  const widest = jpegs.sort((a, b) => b.width - a.width)[0]
  if (!widest) return null
  const { url, width, height } = widest
  return { id: `media:${document.uid}`, url, width, height, alt: textOf(document.alt), renditions: files }
}
