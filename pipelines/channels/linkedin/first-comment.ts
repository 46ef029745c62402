import type { ContentItem, Site } from '../../content-item.ts'
import type { Block, CallToAction } from '../../rich-text/block.ts'
import { shorten } from '../../text/cut.ts'
import { encodeUrl } from '../../text/encode-url.ts'
import { COMMENT_UNITS } from './limits.ts'
import { toPlain, toPlainPost } from './plain.ts'
import { toSettings } from './settings.ts'

/** Addresses are never cut. */
const TITLE_UNITS = 200

/**
 * The comment to write below the post: title and link, then the item's call to action (else the site's)
 * with its first link. Words of the content only, so it is in the content's language.
 */
export function toFirstComment({
  item,
  site,
  link,
}: {
  item: ContentItem
  site: Site
  link: string
}): string {
  const written = toPlainPost(item.channels.linkedin?.firstComment ?? '')
  if (written !== '') return withLink(written, link, site)
  const title = shorten(toPlain(item.title).replaceAll('\n', ' '), TITLE_UNITS)
  const source = title === '' ? link : `${title}\n${link}`
  const callToAction = findCallToAction(item.blocks) ?? site.defaultCallToAction
  const invitation = callToAction ? toInvitation(callToAction) : ''
  const comment = invitation === '' ? source : `${source}\n\n${invitation}`
  return comment.length <= COMMENT_UNITS ? comment : source
}

/** A person's own comment; the link is added where the settings keep it out of the post. */
function withLink(written: string, link: string, site: Site): string {
  const needsLink = toSettings(site).linkPlace === 'comment' && !written.includes(link)
  const text = shorten(written, COMMENT_UNITS - (needsLink ? link.length + 2 : 0))
  return needsLink ? `${text}\n\n${link}` : text
}

function findCallToAction(blocks: readonly Block[]): CallToAction | null {
  const block = blocks.findLast(({ type }) => type === 'callToAction')
  return block?.type === 'callToAction' ? block.callToAction : null
}

function toInvitation({ heading, links }: CallToAction): string {
  const first = links.find(({ label, url }) => label.trim() !== '' && /^https?:\/\//i.test(url))
  const words = shorten(toPlain(heading).replaceAll('\n', ' '), TITLE_UNITS)
  if (!first || words === '') return ''
  return `${words}\n${toPlain(first.label)}: ${encodeUrl(first.url)}`
}
