/** The document of pages that an item may be posted as. Pure; how it looks is decided in media/cards. */
import type { Carousel, Page } from '../../../media/cards/drawing.ts'
import type { ContentItem, Site } from '../../content-item.ts'
import type { Block, ListItem } from '../../rich-text/block.ts'
import { inlineText } from '../../rich-text/inline.ts'
import { toText } from '../../rich-text/to-text.ts'
import { sentences } from '../../text/sentences.ts'
import { toKicker, toSender, words } from './card.ts'
import { readList, readRecord, readText } from './fields.ts'

/** With fewer ideas a post says it better; with more nobody turns so many pages. */
const FEWEST = 3
const MOST = 12
const TITLE_UNITS = 200
const TEXT_UNITS = 480

/** Title page, one idea a page, closing page; null when the item has no list of ideas and no ladder. */
export function toCarousel(item: ContentItem, site: Site): Carousel | null {
  const pages = (item.type === 'role-profiles' ? toRungs(item) : toIdeas(item)).slice(0, MOST)
  if (pages.length < FEWEST) return null
  const invitation = words(site.defaultCallToAction?.heading ?? '', TITLE_UNITS)
  return {
    kind: 'carousel',
    kicker: toKicker(item, site),
    title: words(item.title, TITLE_UNITS) || words(site.title, TITLE_UNITS),
    text: firstSentences(item.summary, 240),
    pages,
    closing: {
      title: invitation || words(item.title, TITLE_UNITS),
      address: words(
        decoded(item.url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[?#].*$/s, '')),
        TITLE_UNITS,
      ),
      url: item.url,
    },
    sender: toSender(item, site),
  }
}

/** The family's levels, lowest first, the profile's own marked. */
function toRungs({ fields }: ContentItem): Page[] {
  return readList(fields.ladder)
    .map(readRecord)
    .map((rung) => ({
      mark: words(readText(rung.code), 20),
      title: words(readText(rung.name), TITLE_UNITS),
      text: firstSentences(readText(readRecord(rung.guidelines).knowledgeAndApplication)),
      current: rung.current === true,
    }))
    .filter(({ mark, title }) => mark !== '' || title !== '')
}

/** The items of the body's longest list. Lists of articles only: other types have their own shapes. */
function toIdeas({ type, blocks }: ContentItem): Page[] {
  if (type !== 'articles') return []
  const lists = blocks.filter((block) => block.type === 'list')
  const [longest] = lists.toSorted((a, b) => b.items.length - a.items.length)
  const ideas = (longest?.items ?? []).map(toIdea).filter(({ title }) => title !== '')
  return ideas.map((idea, index) => ({ mark: `${index + 1}`, ...idea, current: false }))
}

/** Its bold beginning, or what stands before a colon, is the title; without either the first sentence is. */
function toIdea({ children }: ListItem): { title: string; text: string } {
  const text = words(toText(children), 4000)
  const lead = boldLead(children[0]) || (/^([^.!?:：]{3,80})[:：]\s+\S/u.exec(text)?.[1] ?? '')
  if (lead !== '' && text.startsWith(lead) && text.length > lead.length + 2) {
    const rest = text.slice(lead.length).replace(/^[\s:：.–—-]+/u, '')
    return { title: lead.replace(/[\s:：.]+$/u, ''), text: firstSentences(rest) }
  }
  const [first = ''] = sentences(text)
  return { title: words(first, TITLE_UNITS), text: firstSentences(text.slice(first.length)) }
}

function boldLead(block: Block | undefined): string {
  const first = block?.type === 'paragraph' ? block.children[0] : undefined
  return first?.type === 'text' && first.marks?.includes('bold')
    ? words(inlineText([first]), TITLE_UNITS)
    : ''
}

/** Whole sentences up to a length; a single longer one is cut. */
function firstSentences(text: string, most = TEXT_UNITS): string {
  const [first = '', ...rest] = sentences(words(text, 4000))
  let taken = words(first, most)
  for (const sentence of rest) {
    if (taken.length + 1 + sentence.length > most) break
    taken += ` ${sentence}`
  }
  return taken
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
