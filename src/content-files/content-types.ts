/** The table: every type of content file and its keys, in the order in which they are written. */
import {
  boolean,
  choice,
  type Field,
  group,
  number,
  picture,
  relation,
  relations,
  rows,
  text,
  texts,
} from './field.ts'

export type FileType = {
  /** The `type` of the front matter. */
  type: string
  /** Also the folder. */
  collection: string
  /** In a sentence: "an article". */
  label: string
  fields: readonly Field[]
}

/** Keys that every file has beside those of its type. */
export const IDENTITY_KEYS = ['type', 'slug', 'uid', 'status'] as const

const formerSlugs: Field = { kind: 'texts', name: 'formerSlugs', growing: true }
const publishedAt: Field = { kind: 'date', name: 'publishedAt' }
const body: Field = { kind: 'richText', name: 'body' }
const callToAction = relation('callToAction', 'calls-to-action')
const track = choice('track', ['management', 'individual'])

const byline = [
  text('summary'),
  relations('authors', 'people'),
  relations('topics', 'topics'),
  publishedAt,
  picture('image'),
]
const seo = [
  text('metaTitle'),
  text('metaDescription'),
  text('canonicalUrl'),
  boolean('noIndex', { default: false }),
]
const include = choice('include', ['default', 'yes', 'no'], { default: 'default' })
const channels = group('channels', [
  group('feeds', [include]),
  group('linkedin', [include, text('text')]),
  group('newsletter', [include]),
  group('sitemap', [include]),
])
const links = rows('links', [text('label'), text('url')])
const skills = rows('skills', [
  text('name'),
  choice('kind', ['skill', 'tool'], { default: 'skill' }),
  text('description'),
])

/** What a content type has beside its own fields: above them, and below. */
const content = (title: string, own: readonly Field[], closing: readonly Field[]): Field[] => [
  formerSlugs,
  text(title),
  ...byline,
  ...own,
  ...closing,
  ...seo,
  channels,
  body,
]

/** In the order in which an import takes them, where no relation asks for another. */
export const fileTypes: readonly FileType[] = [
  {
    type: 'topic',
    collection: 'topics',
    label: 'topic',
    fields: [formerSlugs, text('name'), text('description'), relation('parent', 'topics'), text('hashtag')],
  },
  {
    type: 'role-level',
    collection: 'role-levels',
    label: 'role level',
    fields: [
      formerSlugs,
      text('code'),
      text('name'),
      track,
      number('order'),
      ...['summary', 'scope', 'autonomy', 'complexity', 'impact', 'decisionRights', 'leadership'].map(text),
      group('experienceYears', [number('min'), number('max')]),
    ],
  },
  {
    type: 'person',
    collection: 'people',
    label: 'person',
    fields: [
      formerSlugs,
      ...['name', 'jobTitle', 'headline', 'bio'].map(text),
      picture('photo'),
      links,
      text('linkedinUrn'),
    ],
  },
  {
    type: 'call-to-action',
    collection: 'calls-to-action',
    label: 'call to action',
    fields: [formerSlugs, text('heading'), text('text'), links],
  },
  {
    type: 'role-family',
    collection: 'role-families',
    label: 'role family',
    fields: [
      formerSlugs,
      ...['name', 'code', 'function'].map(text),
      track,
      text('region'),
      relations('topics', 'topics'),
      text('summary'),
      text('payNote'),
      rows('levels', [
        relation('level', 'role-levels'),
        texts('responsibilities'),
        group(
          'guidelines',
          [
            'knowledgeAndApplication',
            'complexityAndProblemSolving',
            'collaborationAndInteraction',
            'typicalDegreeAndYears',
          ].map(text),
        ),
      ]),
      skills,
    ],
  },
  { type: 'faq', collection: 'faqs', label: 'FAQ', fields: content('question', [], []) },
  {
    type: 'glossary-term',
    collection: 'glossary-terms',
    label: 'glossary term',
    fields: content(
      'term',
      [
        text('abbreviation'),
        texts('aliases'),
        relation('category', 'topics'),
        text('question'),
        text('shortAnswer'),
      ],
      [
        texts('relatedPlatforms'),
        rows('relatedRoles', [text('label'), relation('profile', 'role-profiles')], 'label'),
        relations('relatedTerms', 'glossary-terms'),
        relations('faqs', 'faqs'),
        callToAction,
      ],
    ),
  },
  {
    type: 'case-study',
    collection: 'case-studies',
    label: 'case study',
    fields: content(
      'title',
      [
        text('client'),
        text('clientUrl'),
        rows('metrics', [text('label'), text('value')]),
        group('testimonial', [text('quote'), text('name'), text('role')]),
      ],
      [
        relations('glossaryTerms', 'glossary-terms'),
        relations('roleProfiles', 'role-profiles'),
        callToAction,
      ],
    ),
  },
  {
    type: 'role-profile',
    collection: 'role-profiles',
    label: 'role profile',
    fields: content(
      'title',
      [
        text('code'),
        relation('family', 'role-families'),
        relation('level', 'role-levels'),
        number('profileVersion', { default: 1, shown: true }),
        choice('reviewStatus', ['draft', 'in-review', 'approved'], { default: 'draft', shown: true }),
        number('confidence'),
        group('pay', [
          text('currency'),
          choice('period', ['year', 'month', 'day', 'hour'], { default: 'year', shown: true }),
          number('median'),
          number('low'),
          number('high'),
          { kind: 'day', name: 'asOf' },
          text('note'),
        ]),
        texts('responsibilities'),
        skills,
        group('provenance', [
          number('sourceCount'),
          rows('sources', [text('title'), text('url')]),
          { kind: 'map', name: 'scores', key: 'name', value: 'score' },
        ]),
        rows('classifications', [text('scheme'), text('code'), text('source')]),
        texts('titleAliases'),
      ],
      [callToAction],
    ),
  },
  {
    type: 'article',
    collection: 'articles',
    label: 'article',
    fields: content(
      'title',
      [],
      [
        relations('faqs', 'faqs'),
        relations('caseStudies', 'case-studies'),
        relations('glossaryTerms', 'glossary-terms'),
        relations('roleProfiles', 'role-profiles'),
        callToAction,
      ],
    ),
  },
]

const byCollection = new Map(fileTypes.map((one) => [one.collection, one]))

/** The type whose documents are in this collection. */
export function fileTypeOf(collection: string): FileType | undefined {
  return byCollection.get(collection)
}

/**
 * Fields of the collections that no content file holds: what the program keeps, and accounts, which are not
 * content. A test fails when a collection has a field that is neither here nor in the table.
 */
export const NOT_IN_FILES = [
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'uid',
  'slug',
  'references',
  'shows',
  'usedIn',
  'user',
]
