/** Which document of the database a file is about. */
import type { Catalogue, Listed } from './catalogue.ts'
import type { ContentFile } from './content-file.ts'
import type { Problem } from './problem.ts'

/** By `uid`, else by `slug`; `existing` undefined: a new one. */
export function identify(
  { type, slug, uid, lines }: ContentFile,
  catalogue: Catalogue,
): { existing: Listed | undefined } | { problem: Problem } {
  const bySlug = catalogue.bySlug(type.collection, slug)
  const byUid = uid === undefined ? undefined : catalogue.byUid(type.collection, uid)
  const at = (key: string) => lines.get(key) ?? 1
  const existing = byUid ?? bySlug
  if (existing?.isTrashed) {
    const message = `the ${type.label} "${slug}" is in the trash: restore it or delete it for good, then import again`
    return { problem: { line: at('slug'), message } }
  }
  if (byUid && bySlug && byUid.id !== bySlug.id) {
    const message = `the slug "${slug}" belongs to another ${type.label}, and this file's uid to "${byUid.slug}": choose another slug`
    return { problem: { line: at('slug'), message } }
  }
  if (uid !== undefined && bySlug && bySlug.uid !== uid) {
    const message = `the ${type.label} "${slug}" of the database has another uid (${bySlug.uid}): take the uid out of the file to change that one, or give this one another slug`
    return { problem: { line: at('uid'), message } }
  }
  return { existing }
}
