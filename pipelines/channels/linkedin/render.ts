/**
 * LinkedIn posts out of an item: up to three ways to say it, each as one text to paste and one for LinkedIn's API, a
 * first comment and a picture. Pure; what becomes of a draft that a person has edited is decided elsewhere.
 */
import type { ContentItem, LinkedInFormat, LinkedInSettings, Site } from '../../content-item.ts'
import type { ContentType } from '../../content-type.ts'
import { shorten } from '../../text/cut.ts'
import { countWords } from '../../text/sentences.ts'
import { type Mention, toApiText } from './api-text.ts'
import { fitByHand, toOverride } from './by-hand.ts'
import { composeAny } from './compose-any.ts'
import { toFirstComment } from './first-comment.ts'
import { toHashtags } from './hashtags.ts'
import { LONGEST_HOOK } from './hooks.ts'
import { layOut } from './layout.ts'
import { COMFORTABLE_UNITS, POST_UNITS } from './limits.ts'
import { toTrackedLink } from './link.ts'
import { toMentions } from './mentions.ts'
import type { Hook, PostOutline } from './outline.ts'
import { type Picture, toDocument, toPictures } from './pictures.ts'
import { selectBody } from './select.ts'
import { toSettings } from './settings.ts'
import { toPostAs, toVoice } from './voice.ts'
import { toWarnings } from './warnings.ts'

/** With fewer words there is nothing to post. A person's own text may be as short as it likes. */
export const FEWEST_WORDS = 20
/** UTF-16 units of a whole post: what is enough, what most fill, and what good content may take. */
const ENOUGH_UNITS = 900
const FILLED_UNITS = 1300
const AIM_UNITS = 1600

/** One way to say it. */
export type LinkedInVariant = {
  /** What stands before the fold. */
  hook: string
  /** To paste: hook, body, link, hashtags. */
  text: string
  /** The same in LinkedIn's little text format, for `commentary` of its Posts API. */
  apiText: string
  /** UTF-16 units of `text`. */
  characterCount: number
  /** For the editor, in plain English. */
  warnings: string[]
}

/** The best variant, and what all variants share. */
export type LinkedInPost = LinkedInVariant & {
  /** 1 to 3, best first. */
  variants: LinkedInVariant[]
  /** Plain text, not escaped: LinkedIn's comments have no format. */
  firstComment: string
  /** Landscape, then square. */
  pictures: Picture[]
  /** Null when the item has too little for one. */
  carousel: { url: string; pages: number } | null
  /** What the post is shown with. */
  format: LinkedInFormat
  /** Item id of the person who posts, or `company`. */
  postAs: string
  /** With their `#`. */
  hashtags: string[]
  link: string
  /** People and organisations to be tagged. */
  mentions: Mention[]
}

export type LinkedInResult = { ok: true; post: LinkedInPost } | { ok: false; reason: string }

export type PostInput = {
  item: ContentItem
  site: Site
  /** By collection; a type without `toPost`, or an unknown one, is composed as any text. */
  types?: ReadonlyMap<string, ContentType> | undefined
  /** Item id of a person, or `company`. Default: the document's, else the first author. */
  postAs?: string | undefined
}

type Ending = { link: string; hashtags: string[]; settings: LinkedInSettings }

/** An item as posts, or the reason why it makes none. A person's own text (`channels.linkedin.text`) is the only variant. */
export function composePosts({ item, site, types, postAs: asked }: PostInput): LinkedInResult {
  const settings = toSettings(site)
  const postAs = toPostAs(item, asked)
  const link = toTrackedLink(item, settings.utm)
  const override = toOverride(item)
  const hashtags = withoutThoseIn(override, toHashtags(item, site))
  const ending = { link, hashtags, settings }
  if (toEnding(ending).length > POST_UNITS / 2)
    return { ok: false, reason: `the link is ${link.length} characters long` }
  const bodies =
    override === '' ? toBodies({ item, site, types, postAs }, ending) : [toBodyByHand(override, ending)]
  const reason = override === '' ? whyNone(bodies) : ''
  if (reason !== '') return { ok: false, reason }

  const mentions = toMentions(item, postAs)
  const variants = bodies.map(({ hook, body, isCut }): LinkedInVariant => {
    const text = body + toEnding(ending)
    const apiText = toApiText(text, { link, hashtags, mentions, isMade: override === '' })
    const warnings = toWarnings({ text, item, link, hashtags, isCut, settings })
    return { hook, text, apiText, characterCount: text.length, warnings }
  })
  const format = item.channels.linkedin?.format ?? (item.image ? 'picture' : 'link')
  const firstComment = toFirstComment({ item, site, link })
  const best = variants[0] as LinkedInVariant
  return {
    ok: true,
    post: {
      ...best,
      ...{ variants, firstComment, format, postAs, hashtags, link, mentions },
      pictures: toPictures(item, site),
      carousel: toDocument(item, site),
    },
  }
}

type Body = { hook: string; body: string; isCut: boolean }

function toBodyByHand(text: string, ending: Ending): Body {
  const body = fitByHand(text, POST_UNITS - toEnding(ending).length)
  return { hook: body.split('\n')[0] ?? '', body, isCut: body !== text }
}

function toBodies({ item, site, types, postAs }: PostInput & { postAs: string }, ending: Ending): Body[] {
  const voice = toVoice(item, postAs)
  const language = ending.settings.language || site.language
  const compose = types?.get(item.type)?.toPost ?? composeAny
  const outline = compose(item, voice, language)
  const hooks = outline.hooks.length > 0 ? outline.hooks : [{ text: '', takes: [] }]
  const bodies = hooks.map((hook) => toBody(item, outline, hook, ending))
  return bodies.filter(({ body }, index) => index === 0 || hasEnoughWords(body))
}

function toBody(item: ContentItem, { units, closing }: PostOutline, hook: Hook, ending: Ending): Body {
  const text = hook.text.length <= LONGEST_HOOK ? hook.text : shorten(hook.text, LONGEST_HOOK)
  const last = closing === '' ? toClosingLine(item, ending.settings) : closing
  const fixed = [text, last].reduce((sum, { length }) => sum + (length > 0 ? length + 2 : 0), 0)
  const used = fixed + toEnding(ending).length
  const room = {
    ...{ enough: ENOUGH_UNITS - used, fill: FILLED_UNITS - used },
    ...{ aim: AIM_UNITS - used, most: COMFORTABLE_UNITS - used },
    isOpen: last === '',
  }
  const below = selectBody(units, { ...hook, text }, room)
  const paragraphs = [text, ...below, last].filter((paragraph) => paragraph !== '')
  return {
    hook: text,
    body: layOut(paragraphs, ending.settings),
    isCut: text !== hook.text || /…$/.test(text),
  }
}

/** The settings' lines in turn: which one, the item's id decides. */
function toClosingLine({ id }: ContentItem, { closingLines }: LinkedInSettings): string {
  const lines = closingLines.map((line) => line.trim()).filter((line) => line !== '')
  const sum = [...id].reduce((total, sign) => (total * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7)
  return lines[sum % Math.max(1, lines.length)] ?? ''
}

/** Counting words takes long: most posts have enough in their first lines. */
const hasEnoughWords = (body: string) =>
  countWords(body.slice(0, 400)) > FEWEST_WORDS || countWords(body.slice(0, POST_UNITS)) >= FEWEST_WORDS

function whyNone([best]: readonly Body[]): string {
  if (best && hasEnoughWords(best.body)) return ''
  const words = countWords((best?.body ?? '').slice(0, POST_UNITS))
  if (words === 0) return 'no text'
  return words < FEWEST_WORDS ? `only ${words} ${words === 1 ? 'word' : 'words'} of text` : ''
}

function toEnding({ link, hashtags, settings }: Ending): string {
  const parts = [settings.linkPlace === 'post' ? link : '', hashtags.join(' ')]
  return parts.map((part) => (part === '' ? '' : `\n\n${part}`)).join('')
}

function withoutThoseIn(text: string, hashtags: string[]): string[] {
  const used = new Set(text.toLowerCase().match(/(?<!\S)#[\p{L}\p{N}\p{M}]+/gu))
  return hashtags.filter((hashtag) => !used.has(hashtag.toLowerCase()))
}
