/** What stands on an item's social card. Pure; how it looks is decided in media/cards. */
import type { Card, Figure, FileName, PictureSize, Sender } from '../../../media/cards/drawing.ts'
import { readableAccent } from '../../../media/cards/palette.ts'
import { RENDITION_NAME } from '../../../media/rendition-name.ts'
import type { ContentItem, ImageRef, Site } from '../../content-item.ts'
import { shorten } from '../../text/cut.ts'
import { toLine } from '../../text/to-line.ts'
import { readList, readRecord, readText } from './fields.ts'
import { toPay } from './pay.ts'
import { toPlain } from './plain.ts'

/** UTF-16 units; what is longer would not fit in the smallest letters either. */
const TITLE_UNITS = 300
const TEXT_UNITS = 220
const NAME_UNITS = 80
const VALUE_UNITS = 30
const LABEL_UNITS = 90
const FIGURES = 3

/** On English sites; others show only words of the content. */
const KINDS: { [type: string]: string } = {
  articles: 'Article',
  faqs: 'Question',
  'glossary-terms': 'Glossary',
  'case-studies': 'Case study',
  'role-profiles': 'Role',
}

/** The card of an item that shows no picture of its own. */
export function toCard(item: ContentItem, site: Site, size: PictureSize): Card {
  const figures = toFigures(item, isEnglish(site))
  const look = figures.length > 0 ? 'figures' : item.type === 'faqs' ? 'question' : 'plain'
  return {
    kind: 'card',
    size,
    look,
    kicker: toKicker(item, site),
    title: words(item.title, TITLE_UNITS) || words(site.title, TITLE_UNITS),
    text: words(toExplanation(item), TEXT_UNITS),
    figures,
    sender: toSender(item, site),
  }
}

/** The words of a card as a screen reader says them; a stop after each part. */
export function toAlt({ kicker, title, text, figures, sender }: Card): string {
  const person = sender.person ? [sender.person.name, sender.person.role].filter(Boolean).join(', ') : ''
  const said = [kicker, ...figures.map(({ value, label }) => [value, label].filter(Boolean).join(' '))]
  return [...said, title, text, person, sender.site]
    .filter((part) => part !== '')
    .map((part) => (/[.!?…。！？؟।]$/u.test(part) ? part : `${part}.`))
    .join(' ')
}

function toExplanation({ type, summary, fields }: ContentItem): string {
  if (type === 'glossary-terms') return summary
  return type === 'people' ? readText(fields.jobTitle) || readText(fields.headline) : ''
}

/** What kind of thing it is and what about: `Case study · Port Ellery`. */
export function toKicker(item: ContentItem, site: Site): string {
  const kind = isEnglish(site) ? (KINDS[item.type] ?? '') : ''
  return [kind, words(toSubject(item), NAME_UNITS)].filter(Boolean).join(' · ')
}

function isEnglish({ language }: Site): boolean {
  return /^en\b/i.test(language)
}

function toSubject({ type, fields, topics }: ContentItem): string {
  const topic = topics[0]?.name ?? ''
  if (type === 'case-studies') return readText(fields.client) || topic
  if (type === 'glossary-terms') return readText(readRecord(fields.category).name) || topic
  if (type === 'role-profiles') return readText(readRecord(fields.family).name) || topic
  return topic
}

function toFigures(item: ContentItem, english: boolean): Figure[] {
  const figures = item.type === 'role-profiles' ? toRoleFigures(item, english) : toMetrics(item)
  return figures
    .map(({ value, label }) => ({ value: words(value, VALUE_UNITS), label: words(label, LABEL_UNITS) }))
    .filter(({ value }) => value !== '')
    .slice(0, FIGURES)
}

/** A metric whose value is a sentence is not one for large letters. */
function toMetrics({ type, fields }: ContentItem): Figure[] {
  if (type !== 'case-studies') return []
  return readList(fields.metrics)
    .map(readRecord)
    .map(({ value, label }) => ({ value: readText(value), label: readText(label) }))
    .filter(({ value }) => value.length <= VALUE_UNITS)
}

/** Elsewhere than on English sites a median goes without the word that says what it is, and so not at all. */
function toRoleFigures({ fields }: ContentItem, english: boolean): Figure[] {
  const level = readRecord(fields.level)
  const pay = readRecord(fields.pay)
  const { range, median } = toPay(pay)
  const [currency, period, asOf] = [pay.currency, pay.period, pay.asOf].map((one) => readText(one ?? null))
  const basis = english ? [`Pay in ${currency}`, period && `a ${period}`].filter(Boolean).join(' ') : currency
  const money = [
    { value: range, label: [basis, asOf].filter(Boolean).join(', ') },
    { value: english ? median : '', label: 'Median' },
  ].filter(({ value }) => value !== '')
  // The level alone is in the title already.
  return money.length === 0 ? [] : [{ value: readText(level.code), label: readText(level.name) }, ...money]
}

/** Who says it (the first author), and the site with its mark and accent. */
export function toSender({ authors }: ContentItem, site: Site): Sender {
  const [author] = authors
  const name = words(author?.name ?? '', NAME_UNITS)
  return {
    site: words(site.title, NAME_UNITS),
    mark: fileOf(site.icon),
    person:
      author && name !== ''
        ? {
            name,
            role: words(author.jobTitle ?? author.headline ?? '', NAME_UNITS),
            photo: fileOf(author.image),
          }
        : null,
    accent: readableAccent(site.linkedin?.accent),
    language: site.language,
  }
}

/** The smallest square file that is sharp enough, as a name in the renditions' folder. */
function fileOf(image: ImageRef | null): FileName {
  const squares = (image?.renditions ?? []).filter(({ preset }) => preset === '1x1')
  return squares.map(({ url }) => toFileName(url)).find((name) => name !== null) ?? null
}

/** The file behind a rendition's address; null when it is none of ours. */
export function toFileName(url: string): FileName {
  const name = url.slice(url.lastIndexOf('/') + 1)
  return RENDITION_NAME.test(name) ? name : null
}

/** One line without invisible characters that turn the direction of what follows. */
export function words(text: string, most: number): string {
  return shorten(toLine(toPlain(text)).replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, ''), most)
}
