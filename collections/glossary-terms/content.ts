import type { TopicRef } from '../../pipelines/content-item.ts'
import type { ContentType, PublishedDocument, Related } from '../../pipelines/content-type.ts'
import type { Inline } from '../../pipelines/rich-text/block.ts'
import { bullets, inline, paragraphs, section } from '../content/blocks.ts'
import { bodyOf, sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { itemsOf, toCard, toTopicRef } from '../content/cards.ts'
import { rowsOf, textOf, textsOf } from '../content/values.ts'
import { glossaryTermJsonLd } from './json-ld.ts'
import { glossaryTermPost } from './post.ts'

/**
 * A term: short answer, sections, platforms, roles. `fields`: `abbreviation`, `aliases`, `category` (`{ name,
 * slug }`), `question`, `shortAnswer`, `relatedPlatforms`, `relatedRoles` (`{ label, url }`), `relatedTerms`
 * (cards; they are the item's `relations.glossaryTerms` too).
 */
export const glossaryTerms: ContentType = {
  collection: 'glossary-terms',
  richText: ['body'],
  toPost: glossaryTermPost,
  toContentItem(document, related) {
    const shortAnswer = textOf(document.shortAnswer)
    const sections = bodyOf(document)
    const relatedPlatforms = textsOf(document.relatedPlatforms)
    const relatedRoles = rolesOf(document, related)
    const [category] = itemsOf(related, 'topics', document.category).map(toTopicRef)
    return buildItem({
      collection: 'glossary-terms',
      // Related terms are shown where other types show glossary terms.
      document: { ...document, glossaryTerms: document.relatedTerms },
      related,
      title: textOf(document.term),
      summaries: [textOf(document.summary), shortAnswer, sentencesOf(sections)],
      blocks: [
        ...paragraphs(shortAnswer),
        ...sections,
        ...section('Platforms', bullets(relatedPlatforms)),
        ...section('Roles', bullets(relatedRoles.map(toLine))),
      ],
      topics: topicsOf(document, related, category),
      closes: true,
      fields: {
        abbreviation: textOf(document.abbreviation) || null,
        aliases: textsOf(document.aliases),
        category: category ? { name: category.name, slug: category.slug } : null,
        question: textOf(document.question) || null,
        shortAnswer: shortAnswer || null,
        relatedPlatforms,
        relatedRoles,
        relatedTerms: itemsOf(related, 'glossary-terms', document.relatedTerms).map(toCard),
      },
      jsonLd: glossaryTermJsonLd,
    })
  },
}

/** The category comes first and counts once. */
function topicsOf(document: PublishedDocument, related: Related, category: TopicRef | undefined): TopicRef[] {
  const topics = itemsOf(related, 'topics', document.topics).map(toTopicRef)
  return category ? [category, ...topics.filter(({ id }) => id !== category.id)] : topics
}

/** A role whose profile is not public stays as a label. */
function rolesOf(document: PublishedDocument, related: Related): { label: string; url: string | null }[] {
  return rowsOf(document.relatedRoles).flatMap((role) => {
    const [profile] = itemsOf(related, 'role-profiles', role.profile)
    const label = textOf(role.label) || profile?.title || ''
    return label ? [{ label, url: profile?.url ?? null }] : []
  })
}

function toLine({ label, url }: { label: string; url: string | null }): Inline[] {
  return url ? [{ type: 'link', url, children: [inline(label)] }] : [inline(label)]
}
