/** Hashtags out of topics, and where there are too few, out of other facts of the item. */
import type { ContentItem, Site } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { readList, readRecord, readText } from './fields.ts'
import { toSettings } from './settings.ts'

const FEWEST = 3
const MOST = 5
const LONGEST = 40
/** Of a name; the rest is too long for a tag anyway. */
const NAME_READ = 200
const UNITS_READ = 20_000
/** What a site is called that nobody has named yet. */
const UNNAMED = 'Galley'

/**
 * At most five hashtags, each with its `#`, different also when case does not count: the topics in their
 * order, `hashtag` before name. Fewer than three are filled up from what the item states: a term's
 * abbreviation, a profile's function and track, a case study's client, acronyms in the title, related terms,
 * the type where it is a word that people follow, the wider field of a topic; then the organisation and the site.
 * Nothing is made up: it may stay fewer.
 */
export function toHashtags(item: ContentItem, site: Site): string[] {
  const { hashtagCount, fixedTags, bannedTags } = toSettings(site)
  const banned = new Set(bannedTags.map((tag) => keyOf(toHashtag(tag))))
  const fixed = unique(fixedTags.map(toHashtag)).slice(0, hashtagCount)
  const tags = new Map<string, string>()
  const add = (name: string, most: number) => {
    const tag = toHashtag(name)
    const key = keyOf(tag)
    const isFull = tags.size + fixed.filter((one) => !tags.has(keyOf(one))).length >= most
    const isFixed = fixed.some((one) => keyOf(one) === key)
    if (tag !== '' && !tags.has(key) && !banned.has(key) && (isFixed || !isFull)) tags.set(key, tag)
  }
  const own = item.channels.linkedin?.hashtags ?? []
  for (const name of own) add(name, hashtagCount)
  if (own.length === 0) {
    const most = Math.min(MOST, hashtagCount)
    for (const { hashtag, name } of item.topics) add(toHashtag(hashtag ?? '') ? (hashtag ?? '') : name, most)
    const names = item.topics.flatMap(({ name, hashtag }) => (toHashtag(hashtag ?? '') ? [] : [name]))
    const ours = [site.organisation.name, ...names.flatMap(toParts), site.title === UNNAMED ? '' : site.title]
    for (const fact of [...toFacts(item), ...names.flatMap(toField), ...ours]) add(fact, FEWEST)
  }
  return unique([...tags.values(), ...fixed])
}

const keyOf = (tag: string) => tag.normalize('NFKC').toLowerCase()

function unique(tags: readonly string[]): string[] {
  return [...new Map(tags.filter((tag) => tag !== '').map((tag) => [keyOf(tag), tag])).values()]
}

/**
 * One hashtag from a name, in Pascal case: `Industry 4.0` → `#Industry40`, `R&D / C++` → `#RnDCpp`,
 * `生産管理` → `#生産管理`. Empty when no letter is left.
 */
export function toHashtag(name: string): string {
  const words = wellFormed(name.slice(0, NAME_READ))
    .normalize('NFC')
    .replace(/(?<![\p{L}\p{N}])(\p{L}) ?& ?(\p{L})(?![\p{L}\p{N}])/gu, '$1n$2')
    .replace(/(?<=\p{L})\+\+/gu, 'pp')
    .replace(/(?<=\p{L})#/gu, 'Sharp')
    .replace(/(?<![\p{L}\p{N}])\.NET\b/giu, 'DotNet')
    .replace(/&|(?<=\p{L})\+(?=\P{L}|$)/gu, (sign) => (sign === '&' ? ' And ' : 'Plus'))
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
  let joined = ''
  for (const word of words) {
    const [first = ''] = word
    const isMixed = /\p{Ll}.*\p{Lu}/u.test(word)
    const next =
      joined + (isMixed || words.length === 1 ? word : first.toUpperCase() + word.slice(first.length))
    if (next.length > LONGEST) break
    joined = next
  }
  return /\p{L}/u.test(joined) ? `#${joined}` : ''
}

function toFacts(item: ContentItem): string[] {
  const acronyms = /\p{Ll}/u.test(item.title)
    ? (item.title.match(/(?<![\p{L}\p{N}])[A-Z]{2,6}(?![\p{L}\p{N}])/gu) ?? [])
    : []
  const terms = item.relations.glossaryTerms.map(({ abbreviation }) => abbreviation ?? '')
  const termNames = item.relations.glossaryTerms.map(({ title }) => title.replace(/\s*\(.*\)\s*$/, ''))
  return [
    ...toTypeFacts(item),
    ...acronyms,
    ...terms,
    ...toVersions(item),
    ...termNames,
    ...(typeWords[item.type] ?? []),
  ]
}

/** What a name is about in wider terms: `Manufacturing Operations` is about manufacturing. A short word only qualifies. */
function toField(name: string): string[] {
  return /^(\p{L}{8,}) /u.exec(name)?.slice(1).map(capitalised) ?? []
}

/** `Soil and roots` is about either. */
function toParts(name: string): string[] {
  const parts = name
    .slice(0, NAME_READ)
    .split(/ +(?:and|und|et|y|&) +|\/|, */iu)
    .filter((part) => part !== '')
  return parts.length > 1 ? parts.map(capitalised) : []
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `Industry 4.0`, wherever the item, its author or its call to action names it. */
function toVersions({ title, text, authors, blocks }: ContentItem): string[] {
  const callsToAction = blocks.flatMap((block) =>
    block.type === 'callToAction' ? [block.callToAction.heading] : [],
  )
  const words = [
    title,
    text.slice(0, UNITS_READ),
    ...authors.map(({ headline }) => headline ?? ''),
    ...callsToAction,
  ]
  return words.flatMap((part) => part.match(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{3,} \d\.\d(?![\p{N}.])/gu) ?? [])
}

const typeWords: { [type: string]: string[] } = {
  'case-studies': ['Case study'],
  'glossary-terms': ['Glossary'],
  'role-profiles': ['Careers'],
}

function toTypeFacts({ type, fields }: ContentItem): string[] {
  if (type === 'glossary-terms') {
    return [readText(fields.abbreviation), ...readList(fields.aliases).slice(0, 1).map(readText)]
  }
  if (type === 'case-studies') return [readText(fields.client)]
  if (type === 'role-profiles') {
    const family = readRecord(fields.family)
    const track = readText(family.track) === 'management' ? 'Leadership' : ''
    const [area, name] = [readText(family.function), readText(family.name)]
    return [area, ...toField(area), track, name]
  }
  return []
}
