/** What the document says of each type. It imports no collection: the API answers before those are loaded. */
import { roleFamilyFields, roleLevelFields, roleProfileFields } from './role-fields.ts'
import { list, object, orNull, ref, type Schema, text } from './schema.ts'

export type TypeInfo = {
  /** Of the schema: `RoleProfile`. */
  name: string
  /** Of `operationId`s: `listRoleProfiles`. */
  plural: string
  /** In a sentence: `role profile`. */
  one: string
  about: string
  /** Its `fields`. */
  fields: Schema
  /** Members beyond those of every item. */
  carried?: { [name: string]: Schema }
}

const topic = object({ name: text(), slug: text() })
const link = object({ label: text(), url: text('Absolute.') })

const KNOWN: { [type: string]: TypeInfo } = {
  articles: {
    name: 'Article',
    plural: 'Articles',
    one: 'article',
    about: 'Articles: a text with its relations.',
    fields: object({}),
  },
  'glossary-terms': {
    name: 'GlossaryTerm',
    plural: 'GlossaryTerms',
    one: 'glossary term',
    about: 'Terms with a short answer, sections, platforms and roles.',
    carried: { mentions: list(ref('Mention'), 'Published items that use the term.') },
    fields: object({
      abbreviation: orNull(text()),
      aliases: list(text()),
      category: orNull(topic),
      question: orNull(text()),
      shortAnswer: orNull(text()),
      relatedPlatforms: list(text()),
      relatedRoles: list(object({ label: text(), url: orNull(text()) })),
      relatedTerms: list(ref('Card')),
    }),
  },
  faqs: {
    name: 'Faq',
    plural: 'Faqs',
    one: 'question',
    about: 'Questions; their words are the answers.',
    fields: object({ question: text() }),
  },
  'case-studies': {
    name: 'CaseStudy',
    plural: 'CaseStudies',
    one: 'case study',
    about: 'Case studies: results in numbers, the story, the words of the client.',
    fields: object(
      {
        client: orNull(text()),
        clientUrl: orNull(text()),
        metrics: list(ref('Fact')),
        testimonial: orNull(object({ quote: text(), name: text(), role: text() })),
      },
      { clientLinkedinUrn: text() },
    ),
  },
  'role-profiles': {
    name: 'RoleProfile',
    plural: 'RoleProfiles',
    one: 'role profile',
    about: 'Role profiles: one job family on one level, with its ladder, pay and sources.',
    carried: { ladder: list(ref('Rung')), adjacent: list(ref('AdjacentRole')) },
    fields: roleProfileFields,
  },
  people: {
    name: 'Person',
    plural: 'People',
    one: 'person',
    about: 'Authors: `title` is the name, the body what is said about them.',
    fields: object({
      jobTitle: orNull(text()),
      headline: orNull(text()),
      linkedinUrn: orNull(text()),
      links: list(link),
    }),
  },
  topics: {
    name: 'Topic',
    plural: 'Topics',
    one: 'topic',
    about: 'Topics: a tree by `fields.parent`.',
    fields: object({ hashtag: orNull(text()), parent: orNull(topic) }),
  },
  'role-families': {
    name: 'RoleFamily',
    plural: 'RoleFamilies',
    one: 'role family',
    about: 'Job families with their ladders.',
    fields: roleFamilyFields,
  },
  'role-levels': {
    name: 'RoleLevel',
    plural: 'RoleLevels',
    one: 'role level',
    about: 'The levels that all families share.',
    fields: roleLevelFields,
  },
  'calls-to-action': {
    name: 'CallToAction',
    plural: 'CallsToAction',
    one: 'call to action',
    about: 'Calls to action, as they end other items.',
    fields: object({
      callToAction: object({ id: text(), heading: text(), text: text(), links: list(link) }),
    }),
  },
}

/** What is known of a type; of one that nobody has described, as much as its name says. */
export function infoOf(type: string): TypeInfo {
  const name = type.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase())
  const words = type.replaceAll('-', ' ')
  const fields = { type: 'object', additionalProperties: true }
  return KNOWN[type] ?? { name: `${name}Item`, plural: name, one: `item of ${words}`, about: words, fields }
}

/** Types that have a description of their own. */
export const describedTypes: readonly string[] = Object.keys(KNOWN)
