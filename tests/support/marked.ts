/**
 * Documents whose every part carries one number: words, body with blocks, arrays, lists of texts, relations.
 * One that is not whole shows: its parts then disagree.
 */
import type { CollectionSlug, Payload } from 'payload'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { toLexical } from '../../pipelines/rich-text/to-lexical.ts'

type Id = number | string
export type MarkedType = 'articles' | 'glossary-terms'
export type Targets = { faqs: Id[]; terms: Id[]; people: Id[] }

/** What marked documents point to: published, five of each. */
export async function makeTargets(payload: Payload): Promise<Targets> {
  const make = async (collection: CollectionSlug, field: string) => {
    const ids: Id[] = []
    for (let index = 0; index < 5; index++) {
      const data = { [field]: `${collection} ${index}`, _status: 'published' } as never
      ids.push((await payload.create({ collection, data })).id)
    }
    return ids
  }
  return {
    faqs: await make('faqs', 'question'),
    terms: await make('glossary-terms', 'term'),
    people: await make('people', 'name'),
  }
}

/** The fields of a document that carries `mark`: 1 to 5 rows of everything, another number for each mark. */
export function marked(type: MarkedType, mark: number, targets: Targets): { [field: string]: unknown } {
  const words = `Mark ${mark}`
  const some = <T>(all: T[]) => all.slice(0, 1 + (mark % all.length))
  const each = some([0, 1, 2, 3, 4])
  const paragraph: Block = { type: 'paragraph', children: [{ type: 'text', text: words }] }
  const body = toLexical([
    paragraph,
    ...each.map((): Block => ({ type: 'callout', tone: 'tip', children: [paragraph] })),
  ])
  const common = { summary: words, body, faqs: some(targets.faqs), authors: some(targets.people) }
  if (type === 'articles') return { title: words, ...common, glossaryTerms: some(targets.terms) }
  return {
    term: words,
    ...common,
    relatedTerms: some(targets.terms),
    aliases: each.map((index) => `${words} ${index}`),
    relatedPlatforms: each.map((index) => `${words} ${index}`),
    relatedRoles: each.map((index) => ({ label: `${words} ${index}` })),
  }
}

/** The mark that every part of the document carries. @throws when they disagree or one is missing. */
export function markOf(type: MarkedType, document: unknown, targets: Targets): number {
  const found = document as { [field: string]: unknown }
  const mark = Number(/^Mark (\d+)$/.exec(String(found.summary))?.[1])
  const wanted = marked(type, mark, targets)
  for (const [field, value] of Object.entries(wanted)) {
    const [is, should] = [comparable(found[field]), comparable(value)]
    if (is !== should) throw new Error(`${type} ${mark}: ${field} is ${is}, not ${should}`)
  }
  return mark
}

/** Without what the database or the editor adds: ids of rows, of related documents their own. */
function comparable(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(JSON.stringify(value ?? null).match(/Mark \d+/g))
  return JSON.stringify(value.map((one) => (one?.label ? one.label : (one?.id ?? one))))
}
