/**
 * What follows the body: the document's relations, in a fixed order (FAQs, case studies, glossary terms, role
 * profiles, call to action), without what the body already shows. Pure.
 */
import type { Card, Relations } from '../../pipelines/content-item.ts'
import type { Related } from '../../pipelines/content-type.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { callToActionOf, itemsOf, toCard, toFaqCard } from './cards.ts'
import { shownIn } from './shown.ts'
import type { Row } from './values.ts'

export const HEADINGS = {
  faqs: 'Frequently asked questions',
  caseStudies: 'Case studies',
  glossaryTerms: 'Glossary',
  roleProfiles: 'Role profiles',
}

/** The blocks below `body`, and every relation of the item (`closes`: a call to action ends it): those of the fields, then those that the body shows. */
export function withRelations(
  row: Row,
  related: Related,
  body: readonly Block[],
  closes: boolean,
): { blocks: Block[]; relations: Relations } {
  const shown = shownIn(body)
  const fields: Relations = {
    faqs: itemsOf(related, 'faqs', row.faqs).map(toFaqCard),
    caseStudies: itemsOf(related, 'case-studies', row.caseStudies).map(toCard),
    glossaryTerms: itemsOf(related, 'glossary-terms', row.glossaryTerms).map(toCard),
    roleProfiles: itemsOf(related, 'role-profiles', row.roleProfiles).map(toCard),
  }
  const notShown = <T extends Card>(cards: T[], already: Card[]) =>
    cards.filter(({ id }) => !already.some((one) => one.id === id))
  const cards = (heading: string, items: Card[]): Block[] => {
    const rest = notShown(items, shown.cards)
    return rest.length > 0 ? [{ type: 'cards', heading, items: rest }] : []
  }
  const faqs = notShown(fields.faqs, shown.faqs)
  const ofType = (type: string) => shown.cards.filter((card) => card.type === type)
  return {
    blocks: [
      ...(faqs.length > 0 ? [{ type: 'faqs' as const, heading: HEADINGS.faqs, items: faqs }] : []),
      ...cards(HEADINGS.caseStudies, fields.caseStudies),
      ...cards(HEADINGS.glossaryTerms, fields.glossaryTerms),
      ...cards(HEADINGS.roleProfiles, fields.roleProfiles),
      ...(closes ? closing(row, related, shown.callsToAction) : []),
    ],
    relations: {
      faqs: byId([...fields.faqs, ...shown.faqs]),
      caseStudies: byId([...fields.caseStudies, ...ofType('case-studies')]),
      glossaryTerms: byId([...fields.glossaryTerms, ...ofType('glossary-terms')]),
      roleProfiles: byId([...fields.roleProfiles, ...ofType('role-profiles')]),
    },
  }
}

/** The document's own call to action; the settings' one when neither the field nor the body has any. */
function closing(row: Row, related: Related, shown: string[]): Block[] {
  const own = callToActionOf(related, row.callToAction)
  const callToAction = own ?? (shown.length === 0 ? related.site.defaultCallToAction : null)
  return callToAction && !shown.includes(callToAction.id) ? [{ type: 'callToAction', callToAction }] : []
}

function byId<T extends Card>(cards: T[]): T[] {
  return [...new Map([...cards].reverse().map((card) => [card.id, card])).values()].reverse()
}
