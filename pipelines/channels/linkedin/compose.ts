/** The text of a post as the desk asks for it: what the content makes, and what becomes of a person's own text. */
import type { ContentItem, Site } from '../../content-item.ts'
import type { ContentType } from '../../content-type.ts'
import { toHashtags } from './hashtags.ts'
import { HOOK_UNITS } from './hook.ts'
import { toTrackedLink } from './link.ts'
import { toLittleText } from './little-text.ts'
import { COMFORTABLE_UNITS, type LinkedInPost, POST_UNITS, renderLinkedInPost } from './render.ts'

export type Variant = Pick<LinkedInPost, 'hook' | 'text' | 'apiText' | 'characterCount' | 'warnings'>

export type Mention = { name: string; urn: string }

export type ComposedPost = LinkedInPost & {
  /** 1 to 3, the best first. */
  variants: Variant[]
  /** `people:uid`, or `company`. */
  postAs: string
  hashtags: string[]
  link: string
  mentions: Mention[]
}

export type Composed = { ok: true; post: ComposedPost } | { ok: false; reason: string }

/** The site, and what types alone know, by collection. */
export type Known = { site: Site; types?: ReadonlyMap<string, ContentType> | undefined }

/** Composes a post, or says why there is none. `postAs`: whose voice, when it is not the item's own choice. */
export function composePosts(given: Known & { item: ContentItem; postAs?: string | undefined }): Composed {
  const { item, site, postAs } = given
  const rendered = renderLinkedInPost({ item, site })
  if (!rendered.ok) return rendered
  const { hook, text, apiText, characterCount, warnings } = rendered.post
  const post: ComposedPost = {
    ...rendered.post,
    variants: [{ hook, text, apiText, characterCount, warnings }],
    postAs: postAs ?? item.authors[0]?.id ?? 'company',
    hashtags: toHashtags(item, site),
    link: toTrackedLink(item.url),
    mentions: item.authors.flatMap(({ name, linkedinUrn }) =>
      linkedinUrn ? [{ name, urn: linkedinUrn }] : [],
    ),
  }
  return { ok: true, post }
}

/** A text that a person wrote, in LinkedIn's little text format. */
export function toApiText(
  text: string,
  _known: { link: string; hashtags: string[]; mentions: Mention[] },
): string {
  return toLittleText(text)
}

/** What is worth a look in a text that a person wrote. */
export function lint(
  text: string,
  _expected: { title?: string; link?: string; hashtags?: string[] } = {},
): string[] {
  const hook = text.split('\n', 1)[0] ?? ''
  const warnings = [
    text.length > COMFORTABLE_UNITS && `${text.length} characters: LinkedIn takes at most ${POST_UNITS}`,
    hook.length > HOOK_UNITS && `The first line has ${hook.length} characters: phones show ${HOOK_UNITS}`,
  ]
  return warnings.filter((warning) => typeof warning === 'string')
}
