import { composeAny, toOthers } from '../../pipelines/channels/linkedin/compose-any.ts'
import { readList, readRecord, readText } from '../../pipelines/channels/linkedin/fields.ts'
import { distinct, HOOK_UNITS, rankHooks } from '../../pipelines/channels/linkedin/hooks.ts'
import {
  ALWAYS,
  type Hook,
  joinUnits,
  toUnits,
  type Unit,
} from '../../pipelines/channels/linkedin/outline.ts'
import { quote } from '../../pipelines/channels/linkedin/passages.ts'
import { toKey, toPlain } from '../../pipelines/channels/linkedin/plain.ts'
import { readUnits } from '../../pipelines/channels/linkedin/read.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { ContentType } from '../../pipelines/content-type.ts'

/** `0, after 5 the year before`: a result that says what it was before. */
const compares = /(?<![\p{L}])(?:before|after|from|instead of|down|up|was|of|vorher|statt|von)(?![\p{L}])|%/iu
const outcome = /outcome|result|impact|ergebnis|wirkung/i

/** The outcome first: results in numbers. Then challenge, approach and outcome in short, the client's words last. */
export const caseStudyPost: NonNullable<ContentType['toPost']> = (item, voice, _language) => {
  const results = toResults(item)
  const said = toTestimonial(item)
  const story = readUnits(item, voice, toStory(item, said))
  if (results.length === 0 && said === '') return composeAny(item, voice)
  const units = joinUnits(
    results.map((text): Unit => ({ ...one, text: `• ${text}`, kind: 'list' })),
    withOutcome(story, item, voice),
    toUnits([{ text: said, kind: 'quote' }]),
  )
  return { hooks: toHooks(item, units, results, toOthers(item, voice)), units, closing: '' }
}

const one = { paragraph: 0, score: ALWAYS, leansOn: null, announces: null }

/** `Time to hire: 6 weeks` */
function toResults({ fields }: ContentItem): string[] {
  return readList(fields.metrics)
    .map(readRecord)
    .map(({ label, value }) => [readText(label), readText(value)].map(toPlain))
    .flatMap(([label, value]) => (label && value ? [`${label}: ${value}`.replaceAll('\n', ' ')] : []))
}

function toTestimonial({ fields }: ContentItem): string {
  const { quote: words, name, role } = readRecord(fields.testimonial)
  return readText(words) === '' ? '' : quote(readText(words), [readText(name), readText(role)]).text
}

/** The body without what stands in fields of its own. */
function toStory({ blocks }: ContentItem, said: string): ContentItem['blocks'] {
  const isSaid = (block: ContentItem['blocks'][number]) =>
    block.type === 'quote' &&
    said !== '' &&
    toKey(said).includes(toKey(JSON.stringify(block.attribution ?? '')))
  return blocks.filter((block) => block.type !== 'facts' && !isSaid(block))
}

/** Challenge first and outcome weigh more than how it was done. */
function withOutcome(
  story: readonly Unit[],
  item: ContentItem,
  voice: Parameters<NonNullable<ContentType['toPost']>>[1],
): Unit[] {
  const at = item.blocks.findIndex(
    (block) => block.type === 'heading' && outcome.test(JSON.stringify(block.children)),
  )
  const ending = at < 0 ? [] : readUnits(item, voice, item.blocks.slice(at))
  const keys = new Set(ending.map(({ text }) => toKey(text)))
  return story.map((unit) => (keys.has(toKey(unit.text)) ? { ...unit, score: unit.score + 1.5 } : unit))
}

function toHooks(
  item: ContentItem,
  units: readonly Unit[],
  results: readonly string[],
  others: string[],
): Hook[] {
  const best = results.findIndex(
    (result) => compares.test(result.slice(result.indexOf(':'))) && /\d/.test(result),
  )
  const at = Math.max(0, best)
  const result = results[at] ? `${results[at]}.`.replace(/([.!?])\.$/, '$1') : ''
  const client = toPlain(readText(item.fields.client))
  const named =
    client === '' || result.includes(client)
      ? result
      : `${client}: ${result.charAt(0).toLowerCase()}${result.slice(1)}`
  const text = named.length <= HOOK_UNITS ? named : result
  const first = result !== '' && text.length <= HOOK_UNITS ? [{ text, takes: [at] }] : []
  const told = rankHooks(
    item,
    units.map((unit) => ({ ...unit, score: 0 })),
    others,
  )
  return distinct([...first, ...told])
}
