/** From what a file names to what is stored, and back: slugs and pictures. */
import { documentsIn } from '../../pipelines/rich-text/documents.ts'
import { fromLexical } from '../../pipelines/rich-text/from-lexical.ts'
import type { ContentFile, GivenPicture } from './content-file.ts'
import type { Desk, Document } from './desk.ts'
import type { Names } from './from-data.ts'
import type { StoredPicture } from './pictures.ts'
import type { Id, Targets } from './to-data.ts'

/** Finds (or uploads) the file's pictures; slugs are looked up as they are asked for. */
export async function targetsFor(
  file: ContentFile,
  newest: Document | undefined,
  desk: Desk,
): Promise<Targets> {
  const { pictures, pictureFiles, catalogue } = desk
  const inBody = documentsIn(fromLexical(newest?.body)).flatMap(({ collection, ref }) =>
    collection === 'media' ? [ref] : [],
  )
  const found = new Map<string, StoredPicture>()
  for (const use of file.pictures) {
    const pictureFile = pictureFiles.get(use.picture)
    if (!pictureFile) continue
    const stored = use.key
      ? await pictures.forField(use.picture, pictureFile, (newest?.[use.key] ?? null) as Id | null)
      : await pictures.forBody(use.picture, pictureFile, inBody)
    found.set(keyOfPicture(use.picture, use.key === undefined), stored)
  }
  return {
    document: (collection, slug) => catalogue.bySlug(collection, slug)?.id,
    picture: (picture, isInBody) => found.get(keyOfPicture(picture, isInBody)),
  }
}

function keyOfPicture({ src, alt, credit, focalPoint }: GivenPicture, inBody: boolean): string {
  return JSON.stringify([inBody, src, alt, credit, focalPoint])
}

/** For comparing: ids stand for themselves; what is gone is left out. */
export function namesFor({ catalogue, pictures }: Desk): Names {
  return {
    slug(collection, id) {
      const listed = catalogue.byId(collection, id)
      return listed && !listed.isTrashed ? String(id) : undefined
    },
    picture(id) {
      const stored = pictures.byId(id)
      return stored && { src: String(id), ...(stored.alt ? { alt: stored.alt } : {}) }
    },
  }
}
