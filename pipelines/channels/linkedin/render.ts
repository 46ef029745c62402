/**
 * A LinkedIn post out of an item: one text to paste, one for LinkedIn's API, a first comment and a picture.
 * Pure; what becomes of a draft that a person has edited is decided elsewhere.
 */
import type { ContentItem, Site } from '../../content-item.ts'
import { shorten } from '../../text/cut.ts'
import { countWords } from '../../text/sentences.ts'
import { toFirstComment } from './first-comment.ts'
import { fitPassages, toText } from './fit.ts'
import { toHashtags } from './hashtags.ts'
import { HOOK_UNITS } from './hook.ts'
import { POST_IMAGE, type PostImage, toPostImage } from './image.ts'
import { toTrackedLink } from './link.ts'
import { escapeLittleText, toLittleText } from './little-text.ts'
import { toOpening, toOverride } from './opening.ts'
import { type Passage, prose } from './passages.ts'

/** UTF-16 units of a whole post; LinkedIn takes no more. */
export const POST_UNITS = 3000
/** Editors are warned above; a body that must be cut is cut to this. */
export const COMFORTABLE_UNITS = 2800
/** With fewer words there is nothing to post. A person's own text may be as short as it likes. */
export const FEWEST_WORDS = 20

export type LinkedInPost = {
  /** The first line. */
  hook: string
  /** To paste: hook, body, link, hashtags. */
  text: string
  /** The same in LinkedIn's little text format, for `commentary` of its Posts API. */
  apiText: string
  /** Plain text, not escaped: LinkedIn's comments have no format. */
  firstComment: string
  /** UTF-16 units of `text`. */
  characterCount: number
  image: PostImage | null
  /** For the editor, in plain English. */
  warnings: string[]
}

export type LinkedInResult = { ok: true; post: LinkedInPost } | { ok: false; reason: string }

/**
 * Renders an item as a post, or says why it makes none. `channels.linkedin.text` replaces hook and body;
 * link and hashtags are added to it all the same.
 */
export function renderLinkedInPost({ item, site }: { item: ContentItem; site: Site }): LinkedInResult {
  const isByHand = toOverride(item) !== ''
  const { hook, passages } = toOpening(item)
  const whole = hook === '' ? passages : [{ ...prose(''), text: hook }, ...passages]
  // Exact below the minimum, which is all that matters.
  const words = countWords(toText(whole).slice(0, POST_UNITS))
  if (words === 0) return { ok: false, reason: 'no text' }
  if (words < FEWEST_WORDS && !isByHand) {
    return { ok: false, reason: `only ${words} ${words === 1 ? 'word' : 'words'} of text` }
  }

  const link = toTrackedLink(item.url)
  const hashtags = withoutThoseIn(isByHand ? toText(whole) : '', toHashtags(item, site))
  const ending = hashtags.length > 0 ? `\n\n${link}\n\n${hashtags.join(' ')}` : `\n\n${link}`
  if (ending.length > POST_UNITS / 2)
    return { ok: false, reason: `the link is ${link.length} characters long` }

  const body = toFittingText(whole, ending.length, isByHand)
  const text = body + ending
  const image = toPostImage(item)
  const tags = hashtags.length > 0 ? `\n\n${hashtags.join(' ')}` : ''
  const written = isByHand ? toLittleText(body) : escapeLittleText(body)
  const facts = { hook, text, isCut: body !== toText(whole), hashtags, image, alt: item.image?.alt ?? '' }
  return {
    ok: true,
    post: {
      hook,
      text,
      apiText: `${written}${escapeLittleText(`\n\n${link}`)}${tags}`,
      firstComment: toFirstComment({ item, site, link }),
      characterCount: text.length,
      image,
      warnings: toWarnings(facts),
    },
  }
}

/** All of it when it fits; what must be cut is cut to what editors are not warned of. */
function toFittingText(passages: readonly Passage[], endingUnits: number, isByHand: boolean): string {
  const whole = toText(passages)
  if (whole.length + endingUnits <= POST_UNITS) return whole
  const room = (isByHand ? POST_UNITS : COMFORTABLE_UNITS) - endingUnits
  return toText(fitPassages(passages, room)) || shorten(whole, room)
}

function withoutThoseIn(text: string, hashtags: string[]): string[] {
  const used = new Set(text.toLowerCase().match(/(?<!\S)#[\p{L}\p{N}\p{M}]+/gu))
  return hashtags.filter((hashtag) => !used.has(hashtag.toLowerCase()))
}

function toWarnings(facts: {
  hook: string
  text: string
  isCut: boolean
  hashtags: string[]
  image: PostImage | null
  alt: string
}): string[] {
  const { hook, text, isCut, hashtags, image, alt } = facts
  const isCropped = image && (image.width !== POST_IMAGE.width || image.height !== POST_IMAGE.height)
  const warnings = [
    text.length > COMFORTABLE_UNITS && `${text.length} characters: LinkedIn takes at most ${POST_UNITS}`,
    hook.length > HOOK_UNITS && `The first line has ${hook.length} characters: phones show ${HOOK_UNITS}`,
    isCut && 'The text was too long and has been cut',
    hashtags.length < 3 && `${hashtags.length} hashtags: 3 to 5 are usual; add topics`,
    !image && 'No picture',
    isCropped &&
      `The picture is ${image.width} × ${image.height}: LinkedIn shows ${POST_IMAGE.width} × ${POST_IMAGE.height}`,
    image && alt.trim() === '' && 'The picture has no alternative text; the title stands in',
  ]
  return warnings.filter((warning) => typeof warning === 'string')
}
