/** What a body points to: documents by links and blocks, pictures by blocks. */
import type { Block, DocumentRef, Embed, Inline } from '../../pipelines/rich-text/block.ts'
import { mapBlocks } from '../../pipelines/rich-text/walk.ts'
import type { GivenPicture } from './content-file.ts'

export type BodyPicture = Extract<Embed, { kind: 'image' }>

/** How to change what a body points to; undefined takes the pointer out and leaves the words. */
export type RefChange = {
  document(ref: DocumentRef): DocumentRef | undefined
  picture(embed: BodyPicture): BodyPicture | undefined
}

/** The same body with other pointers. Pure. */
export function mapRefs(blocks: readonly Block[], change: RefChange): Block[] {
  return mapBlocks(blocks, {
    inlines: (children) => children.flatMap((child) => mapLink(child, change)),
    block: (block) => {
      if (block.type !== 'embed') return [block]
      const embed = mapEmbed(block.embed, change)
      return embed ? [{ type: 'embed', embed }] : []
    },
  })
}

function mapLink(inline: Inline, change: RefChange): Inline[] {
  if (inline.type !== 'link' || !inline.document) return [inline]
  const document = change.document(inline.document)
  return document ? [{ ...inline, document }] : inline.children
}

function mapEmbed(embed: Embed, change: RefChange): Embed | undefined {
  switch (embed.kind) {
    case 'image':
      return change.picture(embed)
    case 'faqList':
      return { ...embed, faqs: embed.faqs.flatMap((ref) => change.document(ref) ?? []) }
    case 'caseStudyCard': {
      const caseStudy = change.document(embed.caseStudy)
      return caseStudy && { ...embed, caseStudy }
    }
    case 'callToAction': {
      const callToAction = change.document(embed.callToAction)
      return callToAction && { ...embed, callToAction }
    }
  }
}

/** Everything that a body of a content file points to, in order. */
export function refsIn(blocks: readonly Block[]): { documents: DocumentRef[]; pictures: GivenPicture[] } {
  const documents: DocumentRef[] = []
  const pictures: GivenPicture[] = []
  mapRefs(blocks, {
    document(ref) {
      documents.push(ref)
      return ref
    },
    picture(embed) {
      pictures.push(toGivenPicture(embed))
      return embed
    },
  })
  return { documents, pictures }
}

/** A picture of a body as one of the front matter would be given. */
export function toGivenPicture({ image, alt }: BodyPicture): GivenPicture {
  return { src: String(image.ref), ...(alt === undefined ? {} : { alt }) }
}
