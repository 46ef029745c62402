/** A draft's columns out of what the content makes. Pure. */
import type { ContentItem, Site } from '../../content-item.ts'
import type { ContentType } from '../../content-type.ts'
import type { Basis, Draft } from './draft.ts'
import { composePosts, type LinkedInPost } from './render.ts'

/** The content as it is public now. `seq`: of its entry in the ledger. */
export type Source = { item: ContentItem; seq: number }

/** The site, and what types alone know, by collection. */
export type Known = { site: Site; types?: ReadonlyMap<string, ContentType> | undefined }

export type Columns = { [field: string]: unknown }

/** What the content makes for one draft: its hook, voice and format are kept where a person chose them. */
export type Made = {
  basis: Basis
  /** False: the hook that a person chose is in the content no longer. */
  isHookKept: boolean
  columns: Columns
}

/** `draft`: null for a new one. Answers the reason when there is no post. */
export function make(draft: Draft | null, source: Source, known: Known): Made | string {
  const { item, seq } = source
  const { site } = known
  const asked = draft?.basis?.asked ?? null
  const composed = composePosts({ ...known, item, ...(asked ? { postAs: asked } : {}) })
  if (!composed.ok) return composed.reason
  const { post } = composed
  const wished = draft?.chosen ? (draft.basis?.hook ?? draft.hook ?? '') : null
  const found = wished === null ? 0 : post.variants.findIndex(({ hook }) => hook === wished)
  const chosen = Math.max(found, 0)
  const imageUrl = post.pictures[0]?.url ?? ''
  const basis = toBasis(post, { chosen, seq, asked, imageUrl })
  return { basis, isHookKept: found !== -1, columns: toColumns(post, { draft, item, site, chosen, basis }) }
}

/** The words of one of its hooks. */
export function wordsOf(post: Pick<LinkedInPost, 'variants'>, chosen: number): Columns {
  const { hook, text, apiText, characterCount, warnings } = post.variants[chosen] ?? {}
  return { chosen, hook, text, apiText, characterCount, warnings: warnings?.join('\n') ?? '' }
}

function toBasis(
  post: LinkedInPost,
  given: Pick<Basis, 'seq' | 'asked' | 'imageUrl'> & { chosen: number },
): Basis {
  const { chosen, ...others } = given
  const { hook, text } = post.variants[chosen] ?? post
  return { ...others, text, firstComment: post.firstComment, hook, format: post.format }
}

function toColumns(
  post: LinkedInPost,
  known: { draft: Draft | null; item: ContentItem; site: Site; chosen: number; basis: Basis },
): Columns {
  const { draft, item, site, chosen, basis } = known
  const isFormatChosen = Boolean(draft?.format) && draft?.format !== draft?.basis?.format
  return {
    ...wordsOf(post, chosen),
    firstComment: post.firstComment,
    variants: post.variants,
    postAs: post.postAs,
    author: nameOf(post.postAs, item, site),
    format: isFormatChosen ? draft?.format : basis.format,
    mentions: post.mentions,
    hashtags: post.hashtags,
    link: post.link,
    image: post.pictures[0],
    pictures: post.pictures,
    carousel: post.carousel,
    sourceUrl: item.url,
    basis,
    newest: null,
    stale: false,
    edited: false,
  }
}

/** The name under the post: the author's whose voice it has, else the organisation's. */
export function nameOf(postAs: string, item: ContentItem, site: Site): string {
  const person = item.authors.find(({ id }) => id === postAs)
  return person?.name ?? (item.id === postAs ? item.title : site.organisation.name)
}
