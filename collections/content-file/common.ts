/** Keys of content files that several types share. */
import {
  boolean,
  choice,
  type Field,
  group,
  picture,
  relation,
  relations,
  rows,
  text,
  texts,
} from './field.ts'

export const formerSlugs: Field = { kind: 'texts', name: 'formerSlugs', growing: true }
const publishedAt: Field = { kind: 'date', name: 'publishedAt' }
const body: Field = { kind: 'richText', name: 'body' }
export const callToAction = relation('callToAction', 'calls-to-action')
export const track = choice('track', ['management', 'individual'])

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
  group('linkedin', [
    include,
    text('text'),
    choice('postAs', ['default', 'company'], { default: 'default' }),
    choice('format', ['default', 'text', 'picture', 'link', 'document'], { default: 'default' }),
    texts('hashtags'),
    text('firstComment'),
  ]),
  group('newsletter', [include]),
  group('sitemap', [include]),
])
export const links = rows('links', [text('label'), text('url')])
export const skills = rows('skills', [
  text('name'),
  choice('kind', ['skill', 'tool'], { default: 'skill' }),
  text('description'),
])

/** What a content type has beside its own fields: above them, and below. */
export const contentFields = (title: string, own: readonly Field[], closing: readonly Field[]): Field[] => [
  formerSlugs,
  text(title),
  ...byline,
  ...own,
  ...closing,
  ...seo,
  channels,
  body,
]
