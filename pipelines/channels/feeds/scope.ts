/** Which feed: the site's, a type's, a topic's or a person's; what it is called and what stands in it. */
import type { Where } from 'payload'
import type { ContentItem, Site } from '../../content-item.ts'
import { SETTINGS_ITEM_ID } from '../../ledger/entry.ts'
import { admittedTypes } from '../admission.ts'
import type { FeedPage } from '../feed-format.ts'
import { BY_MATRIX, CHOSEN, REFUSED, tokenOf } from './standing.ts'

export type FeedScope =
  | { kind: 'site' }
  /** `label`: the type's name for people, in the plural. */
  | { kind: 'type'; type: string; label: string }
  /** A topic or a person, published. */
  | { kind: 'subject'; subject: Pick<ContentItem, 'id' | 'type' | 'slug' | 'url' | 'title' | 'summary'> }

/** Types whose items have feeds of their own. */
export const SUBJECT_TYPES = ['topics', 'people'] as const

/** How many places of the archive a page covers: in a feed of few items the same number holds fewer of them. */
const PLACES = { site: 50, type: 100, subject: 250 }

export const placesOf = ({ kind }: FeedScope): number => PLACES[kind]

/** The folder that the feed's documents lie in: `/feeds`, `/feeds/articles`, `/feeds/topics/soil`. */
export function folderOf(scope: FeedScope): string {
  if (scope.kind === 'site') return '/feeds'
  if (scope.kind === 'type') return `/feeds/${scope.type}`
  return `/feeds/${scope.subject.type}/${encodeURIComponent(scope.subject.slug)}`
}

/** What the feed says of itself. */
export function aboutOf(scope: FeedScope, site: Site): Pick<FeedPage, 'title' | 'description' | 'home'> {
  const { title, description, siteUrl: home } = site
  if (scope.kind === 'site') return { title, description, home }
  if (scope.kind === 'type') return { title: `${title}: ${scope.label}`, description, home }
  const { subject } = scope
  return {
    title: `${title}: ${subject.title}`,
    description: subject.summary || description,
    home: subject.url,
  }
}

/** Rows of what stands in the feed, taken back or not. */
export function membersOf(scope: FeedScope, site: Site): Where {
  if (scope.kind === 'subject') return { within: { contains: tokenOf(scope.subject.id) } }
  const chosen: Where = { within: { contains: CHOSEN } }
  const byMatrix: Where = { within: { contains: BY_MATRIX } }
  if (scope.kind === 'type') return { and: [{ type: { equals: scope.type } }, { or: [chosen, byMatrix] }] }
  return { or: [chosen, { and: [{ type: { in: admittedTypes(site, 'feeds') } }, byMatrix] }] }
}

/** Rows of what stood in the feed and left it, and the tokens whose times tell when. */
export function leaversOf(scope: FeedScope, site: Site): { where: Where; tokens: string[] } {
  if (scope.kind === 'subject') {
    const token = tokenOf(scope.subject.id)
    return { where: { left: { contains: token } }, tokens: [token] }
  }
  const tokens = [CHOSEN, BY_MATRIX]
  if (scope.kind === 'type') {
    const where: Where = { and: [{ type: { equals: scope.type } }, { within: { contains: REFUSED } }] }
    return { where, tokens }
  }
  const byMatrix: Where = {
    and: [{ type: { in: admittedTypes(site, 'feeds') } }, { left: { contains: BY_MATRIX } }],
  }
  return { where: { or: [{ left: { contains: CHOSEN } }, byMatrix] }, tokens }
}

/** Items whose own words stand in the feed's head. */
export function headOf(scope: FeedScope): string[] {
  return scope.kind === 'subject' ? [SETTINGS_ITEM_ID, scope.subject.id] : [SETTINGS_ITEM_ID]
}
