import type { Block, DocumentRef } from './block.ts'
import { childrenOf, type LooseNode, toNode, toRef, toText } from './loose-node.ts'

type FromLexical = (state: unknown) => Block[]

const tones = ['info', 'tip', 'warning'] as const

/** A block of BlocksFeature → block. One whose document is not chosen yet shows nothing. */
export function fromLexicalBlock(node: LooseNode, fromLexical: FromLexical): Block[] {
  const fields = toNode(node.fields) ?? {}
  if (node.type === 'upload') return image({ ...fields, image: node.value })
  const body = () => fromLexical(fields.body)
  const heading = toText(fields.heading)
  switch (fields.blockType) {
    case 'quote':
      return [
        {
          type: 'quote',
          attribution: toText(fields.attribution),
          role: toText(fields.role),
          children: body(),
        },
      ]
    case 'callout': {
      const tone = tones.find((one) => one === fields.tone) ?? 'info'
      return [{ type: 'callout', tone, children: body() }]
    }
    case 'code':
      return [{ type: 'code', language: toText(fields.language), code: toText(fields.code) ?? '' }]
    case 'image':
      return image(fields)
    case 'faqList': {
      const faqs = (Array.isArray(fields.faqs) ? fields.faqs : []).flatMap((faq) => refTo('faqs', faq))
      return [{ type: 'embed', embed: { kind: 'faqList', heading, faqs } }]
    }
    case 'caseStudyCard':
      return refTo('case-studies', fields.caseStudy).map((caseStudy) => ({
        type: 'embed',
        embed: { kind: 'caseStudyCard', caseStudy },
      }))
    case 'callToAction':
      return refTo('calls-to-action', fields.callToAction).map((callToAction) => ({
        type: 'embed',
        embed: { kind: 'callToAction', callToAction },
      }))
    default:
      return unknownBlock(node, fields, fromLexical)
  }
}

function image(fields: LooseNode): Block[] {
  const [alt, caption] = [toText(fields.alt), toText(fields.caption)]
  return refTo('media', fields.image).map((ref) => ({
    type: 'embed',
    embed: { kind: 'image', image: ref, alt, caption },
  }))
}

/** A polymorphic relationship stores `{ relationTo, value }`. */
function refTo(collection: string, value: unknown): DocumentRef[] {
  const ref = toRef(value) ?? toRef(toNode(value)?.value)
  return ref === undefined ? [] : [{ collection, ref }]
}

/** The rich text and the sentences of a block that this house does not know. */
function unknownBlock(node: LooseNode, fields: LooseNode, fromLexical: FromLexical): Block[] {
  const words = Object.entries(fields).flatMap(([key, value]): Block[] => {
    if (toNode(value)?.root) return fromLexical(value)
    const isWords = /text|title|heading|caption|label|body|quote|description/i.test(key)
    return isWords && typeof value === 'string'
      ? [{ type: 'paragraph', children: [{ type: 'text', text: value }] }]
      : []
  })
  return [...words, ...fromLexical({ root: { children: childrenOf(node) } })]
}
