/** `/v1/compare/role-profiles?a=&b=`: two role profiles side by side. */
import { addressTag, itemTag } from '../../../pipelines/channels/delivery/apply.ts'
import { findBySlug, wasAt } from '../../../pipelines/channels/delivery/find.ts'
import { findRedirect } from '../../../pipelines/channels/delivery/former-slugs.ts'
import type { ContentItem } from '../../../pipelines/content-item.ts'
import type { Answer, Context, Route } from './answer.ts'
import { compareProfiles } from './compare-profiles.ts'
import type { Parameter } from './parameter.ts'
import { problemAnswer } from './problem-answer.ts'
import { isAnswer, readQuery, refusal } from './query.ts'

const TYPE = 'role-profiles'

const side = (name: string, example: string): Parameter => ({
  name,
  kind: 'text',
  example,
  description: 'The slug of a role profile.',
})

/** Both are needed. */
export const COMPARE_PARAMETERS: readonly Parameter[] = [
  side('a', 'plant-manager-m4'),
  side('b', 'plant-director-m5'),
]

/** A former slug leads to the same comparison with present ones; 404 and 410 say which of the two is meant. */
export const compare: Route = ({ path, query }, context) => {
  const [first, type, ...more] = path
  if (first !== 'compare' || type !== TYPE || more.length > 0 || !context.types.includes(TYPE)) return null
  const read = readQuery(query, COMPARE_PARAMETERS)
  if (isAnswer(read)) return read
  const slugs: string[] = []
  for (const parameter of COMPARE_PARAMETERS) {
    const [slug] = read.get(parameter.name) ?? []
    if (slug === undefined) return refusal(parameter, '', 'is missing: a and b are slugs of role profiles')
    slugs.push(slug.normalize('NFC'))
  }
  const [a = '', b = ''] = slugs
  return compareAt(context, { a, b })
}

function compareAt(context: Context, slugs: { a: string; b: string }): Answer {
  const found = { a: resolve(context, slugs.a), b: resolve(context, slugs.b) }
  const tags = [...new Set(Object.values(found).flatMap((one) => one.tags))]
  for (const name of ['a', 'b'] as const)
    if (found[name].problem)
      return problemAnswer({ ...found[name].problem, parameter: name, value: slugs[name] }, { tags })
  const { a, b } = found
  if (!a.item || !b.item) {
    const present = new URLSearchParams({ a: a.slug, b: b.slug })
    const location = `${context.publicUrl}/v1/compare/${TYPE}?${present}`
    return { status: 308, body: JSON.stringify({ location }), headers: { Location: location }, tags }
  }
  return { status: 200, body: JSON.stringify({ data: compareProfiles(a.item, b.item) }), tags }
}

/** `item`: null where `slug`, the present one, is another than was asked for. */
type Resolved = {
  slug: string
  item: ContentItem | null
  problem?: { status: 404 | 410; detail: string }
  tags: string[]
}

function resolve({ store }: Context, slug: string): Resolved {
  const at = addressTag(TYPE, slug)
  const found = findBySlug(store, TYPE, slug)
  if (found) return { slug, item: JSON.parse(found.text) as ContentItem, tags: [at, itemTag(found.id)] }
  const moved = findRedirect(store, TYPE, slug)
  if (moved) return { slug: moved.to, item: null, tags: [at, itemTag(moved.id)] }
  const problem = wasAt(store, TYPE, slug)
    ? { status: 410 as const, detail: `The role profile "${slug}" is public no more.` }
    : { status: 404 as const, detail: `There is no published role profile "${slug}".` }
  return { slug, item: null, problem, tags: [at] }
}
