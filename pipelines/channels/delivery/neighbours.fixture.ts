/** For tests: role profiles as entries of the ledger. */
import type { ContentItem, Json } from '../../content-item.ts'
import type { LedgerEntry } from '../../ledger/entry.ts'

export type Profile = {
  name: string
  slug?: string
  formerSlugs?: string[]
  family: string | null
  function?: string
  level: number | null
  track?: string
  version?: number
  code?: string
  title?: string
  pinned?: string[]
  excluded?: string[]
  fields?: { [key: string]: Json }
}

const LEVELS = [1, 2, 3, 4, 5]
export const idOf = (name: string) => `role-profiles:${name}`
const levelOf = (order: number, track: string) => ({
  id: `role-levels:l${order}`,
  code: `L${order}`,
  name: `Level ${order}`,
  order,
  track,
  scope: `Scope ${order}`,
  experienceYears: { min: order, max: null },
})

/** A live profile; families have five rungs. */
export function profileItem(profile: Profile): ContentItem {
  const { name, family, level, track = 'management', pinned = [], excluded = [] } = profile
  const slug = profile.slug ?? name
  const title = profile.title ?? `Role ${name}`
  return {
    id: idOf(name),
    type: 'role-profiles',
    slug,
    formerSlugs: profile.formerSlugs ?? [],
    url: `https://www.example.com/role-profiles/${slug}`,
    title,
    summary: `All about ${title}`,
    ...{ html: '', markdown: '', text: '', blocks: [], authors: [], topics: [], image: null },
    publishedAt: '2026-01-02T03:04:05.000Z',
    updatedAt: '2026-01-02T03:04:05.000Z',
    seo: { noIndex: false },
    relations: { faqs: [], caseStudies: [], glossaryTerms: [], roleProfiles: [] },
    jsonLd: [],
    channels: {},
    fields: {
      code: profile.code ?? name,
      profileVersion: profile.version ?? 1,
      family: family && {
        id: `role-families:${family}`,
        slug: family,
        name: family,
        code: family.toUpperCase(),
        function: profile.function ?? 'Operations',
        track,
      },
      level: level === null ? null : levelOf(level, track),
      ladder: family
        ? LEVELS.map((order) => ({
            id: `role-levels:l${order}`,
            code: `L${order}`,
            name: `Level ${order}`,
            responsibilities: [`Does ${order}`],
            guidelines: { knowledgeAndApplication: `Knows ${order}` },
            current: order === level,
          }))
        : [],
      pay: null,
      responsibilities: [],
      skills: [],
      neighbours: { pinned: pinned.map(idOf), excluded: excluded.map(idOf) },
      ...profile.fields,
    } as ContentItem['fields'],
  }
}

/** `item`: null when it goes. */
export function entryOf(seq: number, id: string, item: ContentItem | null): LedgerEntry {
  return {
    seq,
    itemId: id,
    type: 'role-profiles',
    slug: item?.slug ?? id.slice(id.indexOf(':') + 1),
    url: item?.url ?? '',
    action: item ? 'published' : 'unpublished',
    cause: 'save',
    hash: '',
    ownHash: '',
    publishedAt: '2026-01-02T03:04:05.000Z',
    item,
    dependsOn: [],
    by: '',
    recordedAt: '2026-01-02T03:04:05.000Z',
  }
}
