import { orSummary, toOthers } from '../../pipelines/channels/linkedin/compose-any.ts'
import { readText } from '../../pipelines/channels/linkedin/fields.ts'
import { distinct, placesOf, rankHooks } from '../../pipelines/channels/linkedin/hooks.ts'
import { HOOK_UNITS } from '../../pipelines/channels/linkedin/limits.ts'
import { ALWAYS } from '../../pipelines/channels/linkedin/outline.ts'
import { toPlain } from '../../pipelines/channels/linkedin/plain.ts'
import { readUnits } from '../../pipelines/channels/linkedin/read.ts'
import type { ContentType } from '../../pipelines/content-type.ts'

/** The question, then the answer from its beginning. Other ways to begin take a strong sentence of the answer. */
export const faqPost: NonNullable<ContentType['toPost']> = (item, voice) => {
  const question = toPlain(readText(item.fields.question) || item.title).replaceAll('\n', ' ')
  const units = orSummary(item, readUnits(item, voice)).map((unit, at) =>
    at === 0 ? { ...unit, score: ALWAYS } : unit,
  )
  const others = rankHooks(item, units, toOthers(item, voice)).filter(({ text }) => text.length <= HOOK_UNITS)
  const hooks = question === '' ? others : [{ text: question, takes: placesOf(question, units) }, ...others]
  return { hooks: distinct(hooks), units, closing: '' }
}
