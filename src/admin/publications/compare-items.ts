/** What changed between two publications of an item, field by field, in an editor's words. Pure. */
import type { Card, ContentItem, Json } from '../../../pipelines/content-item.ts'
import { compareLines, type Line } from './difference.ts'

export type Change = { field: string; lines: Line[] }

/** Fields of every item as text, in the order that they are shown in. */
const FIELDS: [name: string, text: (item: ContentItem) => string][] = [
  ['Title', ({ title }) => title],
  ['Summary', ({ summary }) => summary],
  ['Text', ({ markdown }) => markdown],
  ['Slug', ({ slug }) => slug],
  ['Address', ({ url }) => url],
  ['Authors', ({ authors }) => authors.map(({ name, headline }) => joined(name, headline)).join('\n')],
  ['Topics', ({ topics }) => topics.map(({ name }) => name).join('\n')],
  ['Picture', ({ image }) => (image ? `${image.alt || 'without alt text'} (${image.id})` : '')],
  ['Publication date', ({ publishedAt }) => publishedAt],
  ['FAQs', ({ relations }) => relations.faqs.map(({ title }) => title).join('\n')],
  ['Case studies', ({ relations }) => cards(relations.caseStudies)],
  ['Glossary terms', ({ relations }) => cards(relations.glossaryTerms)],
  ['Role profiles', ({ relations }) => cards(relations.roleProfiles)],
  [
    'Search engines',
    ({ seo: { noIndex, image: _made, ...seo } }) => toText(noIndex ? { ...seo, noIndex } : seo),
  ],
  ['Where it goes', ({ channels }) => toText(channels as unknown as Json)],
]

/** `null`: it was not public, or what it was is no longer kept. Only fields that differ. */
export function compareItems(before: ContentItem | null, after: ContentItem | null): Change[] {
  const own = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])]
  const texts: [string, string, string][] = [
    ...FIELDS.map(([name, text]): [string, string, string] => [
      name,
      before ? text(before) : '',
      after ? text(after) : '',
    ]),
    ...own.map((name): [string, string, string] => [
      toLabel(name),
      toText(before?.fields[name]),
      toText(after?.fields[name]),
    ]),
  ]
  return texts
    .filter(([, old, now]) => old !== now)
    .map(([field, old, now]) => ({ field, lines: compareLines(old, now) }))
}

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(': ')

const cards = (all: Card[]) => all.map(({ title, summary }) => joined(title, summary)).join('\n')

/** `shortAnswer` is “Short answer”. */
function toLabel(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** One line for each value, named by its place: `low: 40000`. Of a Markdown or HTML twin only the plain one. */
function toText(value: Json | undefined, place = ''): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value !== 'object') return place ? `${place}: ${value}` : String(value)
  if (Array.isArray(value))
    return value
      .map((each, at) => toText(each, isPlain(each) ? place : joinedPlace(place, String(at + 1))))
      .filter(Boolean)
      .join('\n')
  return Object.entries(value)
    .filter(([key]) => !TWINS.has(key) && !(key === 'blocks' && 'text' in value))
    .map(([key, each]) => toText(each, joinedPlace(place, toLabel(key).toLowerCase())))
    .filter(Boolean)
    .join('\n')
}

/** Said once, as words. */
const TWINS = new Set(['html', 'renditions'])

const isPlain = (value: Json) => value === null || typeof value !== 'object'

const joinedPlace = (place: string, name: string) => (place ? `${place}, ${name}` : name)
