/** How content files name other documents and pictures: relative paths. */
import type { DocumentRef } from './block.ts'

const documentPath = /^(?:\.{1,2}\/)*(?:([a-z0-9-]+)\/)?([^/?#]+)\.md(#.*)?$/

/** What a destination may not hold raw, and what would make a path something else. */
const reserved = /[\s%<>()\\?#":*]/g

/** `{ collection: 'articles', ref: 'slug' }` → `../articles/slug.md` */
export function documentAddress({ collection, ref }: DocumentRef): string {
  return `../${collection}/${encodePath(String(ref)).replaceAll('/', '%2F')}.md`
}

/**
 * `../articles/slug.md` → `{ collection: 'articles', ref: 'slug' }`; undefined for any other address.
 * A file beside this one (`slug.md`) belongs to `collection`, when that is known.
 */
export function documentAt(
  address: string,
  collection?: string,
): { document: DocumentRef; fragment?: string } | undefined {
  const [, folder = collection, name, fragment] = documentPath.exec(address) ?? []
  if (!folder || !name) return undefined
  return { document: { collection: folder, ref: decodePath(name) }, fragment }
}

/** Percent-encodes what would end or change a path; letters of any script stay readable. */
export function encodePath(path: string): string {
  return path.replace(reserved, (character) =>
    character === '*' || character === '(' || character === ')'
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  )
}

/** The path as the disk knows it; as it stands when its encoding is broken. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray percent sign: the author meant the character.
    return path
  }
}

/** Whether an address leaves the folder of content files. */
export function isRemote(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(address)
}
