import type { Card, FaqCard, ImageRef } from '../content-item.ts'
import type { Block, CallToAction, DocumentRef, Embed, Inline } from './block.ts'
import { withHeadingIds } from './heading-ids.ts'
import { normalise, present } from './normalise.ts'
import { safeUrl } from './url.ts'
import { mapBlocks } from './walk.ts'
import { wellFormed } from './well-formed.ts'

type Ref = string | number

/** Looks up what is public NOW; null for what is not. */
export type Resolver = {
  /** The website's address: relative links are resolved against it. */
  base: string
  /** The item's own address: `#fragment` links are resolved against it. Default: `base`. */
  pageUrl?: string
  image(ref: Ref): ImageRef | null
  faq(ref: Ref): FaqCard | null
  caseStudy(ref: Ref): Card | null
  callToAction(ref: Ref): CallToAction | null
  /** The absolute address of a linked document. */
  url(document: DocumentRef): string | null
}

/**
 * The body as it is published: embeds become pictures, cards and FAQs, links become absolute addresses,
 * headings get ids, every string is well-formed. What resolves to null is left out; a link without a
 * safe address keeps its words. Pure as long as the resolver is.
 */
export function expand(blocks: readonly Block[], resolve: Resolver): Block[] {
  const expanded = mapBlocks(blocks, {
    block: (block) => (block.type === 'embed' ? show(block.embed, resolve) : [safeLinks(block, resolve)]),
    inlines: (children) => children.flatMap((child) => publicLink(child, resolve)),
  })
  return withHeadingIds(normalise(clean(expanded)))
}

function show(embed: Embed, resolve: Resolver): Block[] {
  switch (embed.kind) {
    case 'image': {
      const image = resolve.image(embed.image.ref)
      if (!image) return []
      const alt = embed.alt || image.alt
      return [
        { type: 'image', image: { ...image, alt }, ...present({ caption: embed.caption || undefined }) },
      ]
    }
    case 'faqList': {
      const items = embed.faqs.flatMap(({ ref }) => resolve.faq(ref) ?? [])
      return items.length
        ? [{ type: 'faqs', ...present({ heading: embed.heading || undefined }), items }]
        : []
    }
    case 'caseStudyCard': {
      const card = resolve.caseStudy(embed.caseStudy.ref)
      return card ? [{ type: 'cards', items: [card] }] : []
    }
    case 'callToAction': {
      const callToAction = resolve.callToAction(embed.callToAction.ref)
      return callToAction ? [safeLinks({ type: 'callToAction', callToAction }, resolve)] : []
    }
  }
}

function safeLinks(block: Block, resolve: Resolver): Block {
  if (block.type !== 'callToAction') return block
  const links = block.callToAction.links.flatMap(({ label, url }) => {
    const safe = safeUrl(url, resolve.base, resolve.pageUrl)
    return safe ? [{ label, url: safe }] : []
  })
  return { ...block, callToAction: { ...block.callToAction, links } }
}

function publicLink(child: Inline, resolve: Resolver): Inline[] {
  if (child.type !== 'link') return [child]
  const address = child.document ? resolve.url(child.document) : (child.url ?? null)
  const url = address === null ? null : safeUrl(address, resolve.base, resolve.pageUrl)
  if (url === null) return child.children
  return [{ type: 'link', url, ...(child.newTab ? { newTab: true } : {}), children: child.children }]
}

/** The same JSON with every string well-formed. */
function clean<T>(value: T): T {
  if (typeof value === 'string') return wellFormed(value) as T
  if (Array.isArray(value)) return value.map(clean) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as T
}
