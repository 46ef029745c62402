import { composeAny, toOthers } from '../../pipelines/channels/linkedin/compose-any.ts'
import { readList, readRecord, readText } from '../../pipelines/channels/linkedin/fields.ts'
import { distinct, rankHooks } from '../../pipelines/channels/linkedin/hooks.ts'
import { HOOK_UNITS } from '../../pipelines/channels/linkedin/limits.ts'
import {
  ALWAYS,
  type Hook,
  joinUnits,
  toUnits,
  type Unit,
} from '../../pipelines/channels/linkedin/outline.ts'
import { quote, toPassages } from '../../pipelines/channels/linkedin/passages.ts'
import { toKey, toPlain } from '../../pipelines/channels/linkedin/plain.ts'
import { readUnits } from '../../pipelines/channels/linkedin/read.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { ContentType } from '../../pipelines/content-type.ts'

/** `0, after 5 the year before`: a result that says what it was before. */
const compares = /(?<![\p{L}])(?:before|after|from|instead of|down|up|was|vorher|statt)(?![\p{L}])/iu
const outcome = /outcome|result|impact|ergebnis|wirkung/i

/** The outcome first: results in numbers. Then challenge, approach and outcome in short, the client's words last. */
export const caseStudyPost: NonNullable<ContentType['toPost']> = (item, voice, _language) => {
  const results = toResults(item)
  const said = toTestimonial(item)
  const story = readUnits(item, voice, toStory(item, said))
  if (results.length === 0 && said === '') return composeAny(item, voice)
  const client = toPlain(readText(item.fields.client)).replaceAll('\n', ' ')
  const units = joinUnits(
    toUnits([{ text: client !== '' && results.length > 1 ? `${client}:` : '' }]),
    results.map((text): Unit => ({ ...one, text: `• ${text}`, kind: 'list' })),
    withOutcome(story, item),
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
function withOutcome(story: readonly Unit[], item: ContentItem): Unit[] {
  const keys = outcomes(item)
  return story.map((unit) => (keys.includes(toKey(unit.text)) ? { ...unit, score: unit.score + 1.5 } : unit))
}

/** What stands under the heading that names the outcome, as one key to look into. */
function outcomes(item: ContentItem): string {
  const at = item.blocks.findIndex(
    (block) => block.type === 'heading' && outcome.test(JSON.stringify(block.children)),
  )
  return at < 0
    ? ''
    : toKey(
        toPassages(item.blocks.slice(at))
          .map(({ text }) => text)
          .join(' '),
      )
}

function toHooks(
  item: ContentItem,
  units: readonly Unit[],
  results: readonly string[],
  others: string[],
): Hook[] {
  const placed = results.map((result, at) => ({
    text: `${result}.`.replace(/([.!?])\.$/, '$1'),
    takes: units.flatMap(({ text }, place) => (text === `• ${result}` ? [place] : [])),
    score: weighResult(result) - at / 100,
  }))
  const [best] = placed.filter(({ text }) => text.length <= HOOK_UNITS).toSorted((a, b) => b.score - a.score)
  const told = rankHooks(item, units, others, (text) =>
    outcomes(item).includes(toKey(text)) && /\d/.test(text) ? 4 : 0,
  )
  if (!best) return told
  return distinct(best.score >= 1 ? [best, ...told] : [...told, best])
}

/** 2 when it says what it was before, 1 for a share, 0 for a bare count. */
function weighResult(result: string): number {
  const value = result.slice(result.lastIndexOf(':'))
  if (!/\p{N}/u.test(value)) return -1
  if (compares.test(value)) return 2
  return /%|(?<!\p{L})(?:of|von) \d/u.test(value) ? 1 : 0
}
