/** A draft's columns out of what the content makes. Pure. */
import type { ContentItem, Site } from '../../content-item.ts'
import { type ComposedPost, composePosts } from './compose.ts'
import type { Basis, Draft, Format } from './draft.ts'
import { toDocument, toPictures } from './pictures.ts'

export type Columns = { [field: string]: unknown }

/** What the content makes for one draft: its hook, voice and format are kept where a person chose them. */
export type Made = {
  basis: Basis
  /** False: the hook that a person chose is in the content no longer. */
  isHookKept: boolean
  columns: Columns
}

/** `draft`: null for a new one. Answers the reason when there is no post. */
export function make(draft: Draft | null, item: ContentItem, site: Site, seq: number): Made | string {
  const asked = draft?.basis?.asked ?? null
  const composed = composePosts({ item, site, ...(asked ? { postAs: asked } : {}) })
  if (!composed.ok) return composed.reason
  const { post } = composed
  const wished = draft?.chosen ? (draft.basis?.hook ?? draft.hook ?? '') : null
  const found = wished === null ? 0 : post.variants.findIndex(({ hook }) => hook === wished)
  const chosen = Math.max(found, 0)
  const basis = toBasis(post, { item, site, chosen, seq, asked })
  return { basis, isHookKept: found !== -1, columns: toColumns(post, { draft, item, site, chosen, basis }) }
}

/** The words of one of its hooks. */
export function wordsOf(post: Pick<ComposedPost, 'variants'>, chosen: number): Columns {
  const { hook, text, apiText, characterCount, warnings } = post.variants[chosen] ?? {}
  return { chosen, hook, text, apiText, characterCount, warnings: warnings?.join('\n') ?? '' }
}

function toBasis(
  post: ComposedPost,
  known: { item: ContentItem; site: Site; chosen: number; seq: number; asked: string | null },
): Basis {
  const { item, site, chosen, seq, asked } = known
  const { hook, text } = post.variants[chosen] ?? post
  const imageUrl = toPictures(item, site)[0]?.url ?? ''
  return { text, firstComment: post.firstComment, imageUrl, seq, hook, format: formatOf(item), asked }
}

function toColumns(
  post: ComposedPost,
  known: { draft: Draft | null; item: ContentItem; site: Site; chosen: number; basis: Basis },
): Columns {
  const { draft, item, site, chosen, basis } = known
  const pictures = toPictures(item, site)
  const isFormatChosen = Boolean(draft?.format) && draft?.format !== draft?.basis?.format
  return {
    ...wordsOf(post, chosen),
    firstComment: post.firstComment,
    image: pictures[0],
    variants: post.variants,
    postAs: post.postAs,
    author: nameOf(post.postAs, item, site),
    format: isFormatChosen ? draft?.format : basis.format,
    mentions: post.mentions,
    hashtags: post.hashtags,
    link: post.link,
    pictures,
    carousel: toDocument(item, site),
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

/** The document's own word, else a picture where it has one: it gets more room than a link's card. */
function formatOf({ channels, image }: ContentItem): Format {
  const { format } = (channels.linkedin ?? {}) as { format?: Format }
  return format ?? (image ? 'picture' : 'link')
}
