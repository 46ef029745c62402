import { composeAny } from '../../pipelines/channels/linkedin/compose-any.ts'
import { overlap } from '../../pipelines/channels/linkedin/evidence.ts'
import { readList, readRecord, readText } from '../../pipelines/channels/linkedin/fields.ts'
import { distinct, HOOKS } from '../../pipelines/channels/linkedin/hooks.ts'
import { HOOK_UNITS } from '../../pipelines/channels/linkedin/limits.ts'
import { type Hook, joinUnits, toUnits, type Unit } from '../../pipelines/channels/linkedin/outline.ts'
import { bullets } from '../../pipelines/channels/linkedin/passages.ts'
import { toKey, toPlain } from '../../pipelines/channels/linkedin/plain.ts'
import { readUnits } from '../../pipelines/channels/linkedin/read.ts'
import { toWords, type Words } from '../../pipelines/channels/linkedin/words.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { ContentType } from '../../pipelines/content-type.ts'
import { type Row, toExperience, toPayLine, toSource } from './post-pay.ts'

const RESPONSIBILITIES_SHOWN = 3
/** A responsibility that shares more of its words with the comparison below says the same. */
const ALIKE = 0.5

/**
 * Pay and experience first, then three responsibilities, what this rung asks that the one below does not, what the
 * role decides, and where the figures come from. As any text when neither pay nor experience is known.
 */
export const roleProfilePost: NonNullable<ContentType['toPost']> = (item, voice, language) => {
  const { fields } = item
  const words = toWords(language)
  const level = readRecord(fields.level)
  const family = readRecord(fields.family)
  const pay = toPayLine(readRecord(fields.pay), words)
  const years = toExperience(readRecord(level.experienceYears), words)
  const role = toRole(item)
  const hooks = toHooks({ role, pay, experience: years === '' ? '' : words.experience(years), item })
  if (pay === '' && years === '') return composeAny(item, voice)

  const comparison = toComparison(readList(fields.ladder).map(readRecord), words)
  const duties = bullets(toDuties(fields, comparison)).text
  const code = toPlain(readText(level.code))
  const place = [toPlain(readText(family.name)), code && words.level(code)]
    .filter((part) => part !== '')
    .join(', ')
  // The opening with the figures takes them; below another one they come first.
  const figures = [pay && `${pay}.`, years && words.experience(years)]
  const first = toUnits([{ text: figures.filter((text) => text !== '').join(' ') }])
  const facts = toUnits([
    { text: place !== '' && duties !== '' ? `${place}:` : '' },
    { text: duties, kind: 'list' },
    ...comparison.map((text) => ({ text })),
    { text: toLine(words.decisions, readText(level.decisionRights)) },
  ])
  const units = joinUnits(first, facts, toStory(item, voice), toUnits([{ text: toSource(fields, words) }]))
  return { hooks: hooks.map((hook) => withSame(hook, units)), units, closing: '' }
}

/** What a line of the body says is not said below an opening that says it: `Decision rights: Owns …`. */
function withSame({ text, takes }: Hook, units: readonly Unit[]): Hook {
  const said = toKey(text.slice(text.indexOf(': ') + 1))
  const same =
    said === '' ? [] : units.flatMap((unit, place) => (toKey(unit.text).endsWith(said) ? [place] : []))
  return { text, takes: [...new Set([...takes, ...same])] }
}

/** The title; `Director, Manufacturing Operations` where that only names family and rung. */
function toRole({ title, fields }: ContentItem): string {
  const family = readText(readRecord(fields.family).name)
  if (family === '' || !title.toLowerCase().includes(family.toLowerCase()))
    return toPlain(title).replaceAll('\n', ' ')
  const name = [readText(readRecord(fields.level).name), readText(readRecord(fields.family).function)]
  return toPlain(name.every((part) => part !== '') ? name.join(', ') : title).replaceAll('\n', ' ')
}

/** The figures; what the level is about; what it decides. */
function toHooks(facts: { role: string; pay: string; experience: string; item: ContentItem }): Hook[] {
  const { role, pay, experience, item } = facts
  const level = readRecord(item.fields.level)
  const figures = pay === '' ? `${role}. ${experience}` : `${role}: ${pay}. ${experience}`
  const isWhole = figures.trim().length <= HOOK_UNITS
  const short = isWhole ? figures.trim() : `${role}: ${pay || experience}`
  const said = [item.summary, ...[level.summary, level.decisionRights, level.leadership].map(readText)]
    .map((text) => toSentence(toPlain(text).replaceAll('\n', ' ')))
    .filter((text) => text !== '' && text !== toSentence(item.title))
    .map((text) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`)
    .filter((text) => `${role}: ${text}`.length <= HOOK_UNITS)
  // They are compared without the name, which all of them begin with.
  const others = distinct(said.map((text): Hook => ({ text, takes: [] })))
  const told = others.map(({ text }): Hook => ({ text: `${role}: ${text}`, takes: [] }))
  return [{ text: short, takes: isWhole ? [0] : [] }, ...told].slice(0, HOOKS)
}

/** Those that the comparison does not say as well; the first ones. */
function toDuties(fields: ContentItem['fields'], comparison: readonly string[]): string[] {
  const all = readList(fields.responsibilities)
    .map(readText)
    .filter((text) => text !== '')
  const others = all.filter((duty) => !comparison.some((line) => overlap(duty, line) >= ALIKE))
  return (others.length >= RESPONSIBILITIES_SHOWN ? others : all).slice(0, RESPONSIBILITIES_SHOWN)
}

/** One column of the rubric: the rung below, and this one. */
function toComparison(ladder: readonly Row[], words: Words): string[] {
  const at = ladder.findIndex(({ current }) => current === true)
  const [below, here] = [ladder[at - 1], ladder[at]].map((rung) => ({
    code: toPlain(readText(rung?.code)),
    knows: toPlain(readText(readRecord(rung?.guidelines).knowledgeAndApplication)),
  }))
  if (!here?.knows) return []
  const lower = below?.knows
    ? [toLine(below.code ? words.belowCode(below.code) : words.below, below.knows)]
    : []
  return [...lower, toLine(words.at(here.code), here.knows)]
}

/** What the editor wrote: it stands before the first section that is made of fields. */
function toStory(item: ContentItem, voice: Parameters<NonNullable<ContentType['toPost']>>[1]): Unit[] {
  const end = item.blocks.findIndex(
    (block) => block.type === 'heading' && JSON.stringify(block.children).includes('"Responsibilities"'),
  )
  const note = toPlain(
    readText(readRecord(item.fields.pay).note) || readText(readRecord(item.fields.family).payNote),
  )
  const body = item.blocks.slice(0, Math.max(0, end)).filter(({ type }) => type !== 'facts')
  return readUnits(item, voice, body).map((unit) =>
    note.includes(unit.text) ? { ...unit, score: -10 } : unit,
  )
}

function toLine(label: string, text: string): string {
  const value = toPlain(text)
  return value === '' ? '' : `${label}: ${toSentence(value)}`
}

/** With a full stop where there is no end. */
function toSentence(text: string): string {
  return text === '' || /[.!?…。]["”’)]?$/.test(text) ? text : `${text}.`
}
