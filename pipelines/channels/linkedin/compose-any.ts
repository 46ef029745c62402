import type { ContentItem } from '../../content-item.ts'
import { readText } from './fields.ts'
import { rankHooks } from './hooks.ts'
import { type PostOutline, type Unit, type Voice, withoutUnits } from './outline.ts'
import { prose } from './passages.ts'
import { readUnits } from './read.ts'
import { isInFirstPerson } from './voice.ts'

/** A text as a post: its strongest sentences first and below, its own question to the readers last. */
export function composeAny(item: ContentItem, voice: Voice): PostOutline {
  const units = orSummary(item, readUnits(item, voice))
  const { closing, rest } = takeClosing(units)
  return { hooks: rankHooks(item, rest, toOthers(item, voice)), units: rest, closing }
}

/** Sentences beside the body, as far as this voice may say them. */
export function toOthers({ summary, fields }: ContentItem, voice: Voice): string[] {
  const others = [readText(fields.shortAnswer), summary]
  return others.filter((text) => voice.isFirstPerson || !isInFirstPerson(text))
}

/** The short answer or the summary where there is no body. */
export function orSummary(item: ContentItem, units: readonly Unit[]): Unit[] {
  if (units.length > 0) return [...units]
  const texts = [readText(item.fields.shortAnswer), item.summary].map((text) => prose(text).text)
  const [text] = texts.filter((one) => one !== '')
  if (!text || text === prose(item.title).text) return []
  return [{ text, kind: 'sentence', paragraph: 0, score: 1, leansOn: null, announces: null }]
}

/** What stands right below the question speaks of its answers; above it, it would speak of nothing. */
function toAnswers(units: readonly Unit[], at: number): number[] {
  const answers: number[] = []
  for (let place = at + 1; place < units.length; place += 1) {
    const unit = units[place] as Unit
    const follows = unit.paragraph <= (units[at] as Unit).paragraph + 1
    const leans = unit.leansOn !== null && answers.includes(unit.leansOn)
    if (!follows && !leans) break
    answers.push(place)
  }
  return answers
}

/** Asks the reader, and can be answered without having read anything else. */
const asksReader = /(?<![\p{L}])(?:you|your|you['’]re|du|ihr|sie|vous|votre)(?![\p{L}])/iu

/** Takes the last question to the readers out of the units, with what speaks of its answers. */
export function takeClosing(units: readonly Unit[]): { closing: string; rest: Unit[] } {
  const at = units.findLastIndex(
    ({ kind, text, leansOn, announces }, place) =>
      kind === 'sentence' &&
      place >= units.length / 3 &&
      leansOn === null &&
      announces === null &&
      text.length <= 250 &&
      /[?？]["”’]?$/.test(text) &&
      asksReader.test(text),
  )
  const question = units[at]
  if (!question || units.some(({ announces }) => announces === at)) return { closing: '', rest: [...units] }
  return { closing: question.text, rest: withoutUnits(units, new Set([at, ...toAnswers(units, at)])) }
}
