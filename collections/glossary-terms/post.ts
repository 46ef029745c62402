import { orSummary, takeClosing, toOthers } from '../../pipelines/channels/linkedin/compose-any.ts'
import { overlap } from '../../pipelines/channels/linkedin/evidence.ts'
import { readList, readText } from '../../pipelines/channels/linkedin/fields.ts'
import { distinct, placesOf, rankHooks } from '../../pipelines/channels/linkedin/hooks.ts'
import { HOOK_UNITS } from '../../pipelines/channels/linkedin/limits.ts'
import {
  ALWAYS,
  type Hook,
  joinUnits,
  toUnits,
  type Unit,
} from '../../pipelines/channels/linkedin/outline.ts'
import { toPlain } from '../../pipelines/channels/linkedin/plain.ts'
import { readUnits } from '../../pipelines/channels/linkedin/read.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { ContentType } from '../../pipelines/content-type.ts'
import { paragraphs } from '../content/blocks.ts'

/** What the page lists below the words of the term. */
const listed = /^(?:platforms|roles)$/i
/** People who say what others get wrong are read. */
const mistaken = /misconception|mistake|wrong|myth|confus|often taken|is not|isn['’]t|are not/i

/** What people get wrong, or the short answer, then what it changes. The short answer stands in every post. */
export const glossaryTermPost: NonNullable<ContentType['toPost']> = (item, voice) => {
  const answer = toAnswer(item)
  const words = paragraphs(readText(item.fields.shortAnswer)).length
  const body = readUnits(item, voice, item.blocks.slice(words, endOfWords(item)))
  const units = answer === '' ? orSummary(item, body) : withAnswer(answer, body)
  const { closing, rest } = takeClosing(units)
  const ranked = rankHooks(item, rest, toOthers(item, voice), (text) => (mistaken.test(text) ? 4 : 0))
  const short =
    answer.length <= HOOK_UNITS && answer !== '' ? [{ text: answer, takes: placesOf(answer, rest) }] : []
  const wrong = ranked.filter(({ text }) => mistaken.test(text))
  const question = toPlain(readText(item.fields.question))
  const asked: Hook[] = question === '' || question.length > HOOK_UNITS ? [] : [{ text: question, takes: [] }]
  return { hooks: distinct([...wrong, ...short, ...ranked, ...asked]), units: rest, closing }
}

/** The short answer, with the term before it where it names none: `Rain garden: a planted hollow …`. */
function toAnswer({ title, fields }: ContentItem): string {
  const answer = toPlain(readText(fields.shortAnswer))
  const names = [
    title.replace(/\s*\(.*\)$/, ''),
    readText(fields.abbreviation),
    ...readList(fields.aliases).map(readText),
  ]
  const isNamed = names.some((name) => name !== '' && answer.toLowerCase().includes(name.toLowerCase()))
  if (answer === '' || isNamed) return answer
  const name = toPlain(title).replaceAll('\n', ' ')
  return `${name}: ${answer.replace(/^(?:An?|The)(?= )/, (word) => word.toLowerCase())}`
}

/** The answer, and the body without a definition that only says it again; what leaned on that leans on the answer. */
function withAnswer(answer: string, body: readonly Unit[]): Unit[] {
  const units = joinUnits(toUnits([{ text: answer }]), body)
  const again = units.findIndex(
    ({ kind, text, announces }, at) =>
      at > 0 && kind === 'sentence' && announces === null && overlap(text, answer) >= 0.6,
  )
  if (again < 0) return units
  return units.map((unit, at) => {
    if (at === again) return { ...unit, score: -ALWAYS }
    return unit.leansOn === again ? { ...unit, leansOn: 0 } : unit
  })
}

function endOfWords({ blocks }: ContentItem): number {
  const at = blocks.findIndex(
    (block) =>
      block.type === 'heading' &&
      block.children.some((child) => child.type === 'text' && listed.test(child.text.trim())),
  )
  return at < 0 ? blocks.length : at
}
