/** What a body points to: pictures, FAQs, cards, calls to action and linked documents. */
import type { Block, DocumentRef, Embed, Inline } from './block.ts'
import { mapBlocks } from './walk.ts'

/** Every document that the body shows or links to, in the order of the text, each once. */
export function documentsIn(blocks: readonly Block[]): DocumentRef[] {
  const found = new Map<string, DocumentRef>()
  const note = (document: DocumentRef) => {
    const key = JSON.stringify([document.collection, document.ref])
    if (!found.has(key)) found.set(key, document)
    return document
  }
  mapDocuments(blocks, note)
  return [...found.values()]
}

/**
 * Replaces every ref (ids by slugs, or back). `change` returns null for a document that is not there: its
 * embed goes, its link leaves the words.
 */
export function mapDocuments(
  blocks: readonly Block[],
  change: (document: DocumentRef) => DocumentRef | null,
): Block[] {
  return mapBlocks(blocks, {
    block: (block) =>
      block.type === 'embed'
        ? mapEmbed(block.embed, change).map((embed): Block => ({ type: 'embed', embed }))
        : [block],
    inlines: (children) =>
      children.flatMap((child): Inline[] => {
        if (child.type !== 'link' || !child.document) return [child]
        const document = change(child.document)
        return document ? [{ ...child, document }] : child.children
      }),
  })
}

function mapEmbed(embed: Embed, change: (document: DocumentRef) => DocumentRef | null): Embed[] {
  switch (embed.kind) {
    case 'image': {
      const image = change(embed.image)
      return image ? [{ ...embed, image }] : []
    }
    case 'faqList': {
      const faqs = embed.faqs.flatMap((faq) => change(faq) ?? [])
      return faqs.length || !embed.faqs.length ? [{ ...embed, faqs }] : []
    }
    case 'caseStudyCard': {
      const caseStudy = change(embed.caseStudy)
      return caseStudy ? [{ ...embed, caseStudy }] : []
    }
    case 'callToAction': {
      const callToAction = change(embed.callToAction)
      return callToAction ? [{ ...embed, callToAction }] : []
    }
  }
}
