import type { ContentItem } from './content-item.ts'

/** Names of the files that an item of type media gives out; none of what is gone. Pure. */
export function pictureFilesOf(item: ContentItem | null): string[] {
  const image = item?.fields.image as { renditions?: { url: string }[] } | null | undefined
  return (image?.renditions ?? []).map(({ url }) => url.slice(url.lastIndexOf('/') + 1))
}
