import type { Embed } from './block.ts'
import type { LexicalFields } from './lexical.ts'
import { present } from './normalise.ts'

/** Embed → the fields of its block in the editor. */
export function toLexicalEmbed(embed: Embed): LexicalFields {
  switch (embed.kind) {
    case 'image': {
      const { image, alt, caption } = embed
      return { blockType: 'image', image: image.ref, ...present({ alt, caption }) }
    }
    case 'faqList': {
      const { heading, faqs } = embed
      return { blockType: 'faqList', ...present({ heading }), faqs: faqs.map(({ ref }) => ref) }
    }
    case 'caseStudyCard':
      return { blockType: 'caseStudyCard', caseStudy: embed.caseStudy.ref }
    case 'callToAction':
      return { blockType: 'callToAction', callToAction: embed.callToAction.ref }
  }
}
