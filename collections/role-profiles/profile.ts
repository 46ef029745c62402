/** What a role profile says, its own words filled up from family and level. Pure. */
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { PublishedDocument, Related } from '../../pipelines/content-type.ts'
import { itemsOf } from '../content/cards.ts'
import { dateOf, groupOf, numberOf, rowsOf, textOf, textsOf } from '../content/values.ts'
import { type FamilyFields, type Rung, type Skill, skillsOf } from '../role-families/family.ts'
import type { LevelFields } from '../role-levels/level.ts'

export type Pay = {
  currency: string
  period: 'year' | 'month' | 'day' | 'hour'
  median: number | null
  low: number | null
  high: number | null
  /** YYYY-MM-DD */
  asOf: string | null
  note: string
}

/** `id`: the item's. */
export type ProfileLevel = LevelFields & { id: string }
export type ProfileFamily = Omit<FamilyFields, 'levels' | 'skills'> & { id: string; slug: string }

/** `id`: the level's item. */
export type LadderRung = Omit<Rung, 'levelId' | 'summary'> & { id: string; current: boolean }

export type ProfileFields = {
  code: string
  level: ProfileLevel | null
  family: ProfileFamily | null
  profileVersion: number | null
  confidence: number | null
  confidenceLabel: 'low' | 'medium' | 'high' | null
  pay: Pay | null
  responsibilities: string[]
  skills: Skill[]
  ladder: LadderRung[]
  provenance: {
    sourceCount: number | null
    sources: { title: string; url: string | null }[]
    scores: { [name: string]: number }
  }
  classifications: { scheme: string; code: string; source: string | null }[]
  titleAliases: string[]
  /** What an editor says of the nearest profiles: shown first, and never. Ids of public ones. */
  neighbours: { pinned: string[]; excluded: string[] }
}

/** The fields of the item, with the family's item for what else comes from it. */
export function readProfile(document: PublishedDocument, related: Related) {
  const [familyItem] = itemsOf(related, 'role-families', document.family)
  const [levelItem] = itemsOf(related, 'role-levels', document.level)
  const family = (familyItem?.fields ?? null) as FamilyFields | null
  const rungs = family?.levels ?? []
  const rung = rungs.find(({ levelId }) => levelId === levelItem?.id)
  const own = { responsibilities: textsOf(document.responsibilities), skills: skillsOf(document.skills) }
  const confidence = numberOf(document.confidence)
  const fields: ProfileFields = {
    code: textOf(document.code),
    level: levelItem ? toLevel(levelItem) : null,
    family: familyItem ? toFamily(familyItem) : null,
    profileVersion: numberOf(document.profileVersion),
    confidence,
    confidenceLabel: confidence === null ? null : labelOf(confidence),
    pay: payOf(groupOf(document.pay)),
    responsibilities: own.responsibilities.length > 0 ? own.responsibilities : (rung?.responsibilities ?? []),
    skills: own.skills.length > 0 ? own.skills : (family?.skills ?? []),
    ladder: rungs.map(({ levelId, summary: _, ...rest }) => ({
      id: levelId,
      ...rest,
      current: levelId === levelItem?.id,
    })),
    provenance: provenanceOf(groupOf(document.provenance)),
    classifications: rowsOf(document.classifications).map(({ scheme, code, source }) => ({
      scheme: textOf(scheme),
      code: textOf(code),
      source: textOf(source) || null,
    })),
    titleAliases: textsOf(document.titleAliases),
    neighbours: {
      pinned: profileIds(related, document.adjacentPinned),
      excluded: profileIds(related, document.adjacentExcluded),
    },
  }
  return { fields, familyItem }
}

/** Shown as low below 0.5, medium below 0.8, else high. */
export function labelOf(confidence: number): 'low' | 'medium' | 'high' {
  if (confidence < 0.5) return 'low'
  return confidence < 0.8 ? 'medium' : 'high'
}

function toLevel({ id, fields }: ContentItem): ProfileLevel {
  return { id, ...(fields as unknown as LevelFields) }
}

function toFamily({ id, slug, fields }: ContentItem): ProfileFamily {
  const { levels: _levels, skills: _skills, ...family } = fields as unknown as FamilyFields
  return { id, slug, ...family }
}

function profileIds(related: Related, value: unknown): string[] {
  return [...new Set(itemsOf(related, 'role-profiles', value).map(({ id }) => id))]
}

function payOf(pay: { [field: string]: unknown }): Pay | null {
  const [median, low, high] = [numberOf(pay.median), numberOf(pay.low), numberOf(pay.high)]
  if (median === null && low === null && high === null) return null
  const period = (['year', 'month', 'day', 'hour'] as const).find((one) => one === pay.period) ?? 'year'
  const asOf = dateOf(pay.asOf)?.slice(0, 10) ?? null
  return { currency: textOf(pay.currency), period, median, low, high, asOf, note: textOf(pay.note) }
}

function provenanceOf(provenance: { [field: string]: unknown }): ProfileFields['provenance'] {
  const scores = rowsOf(provenance.scores).map(({ name, score }) => [textOf(name), numberOf(score)] as const)
  return {
    sourceCount: numberOf(provenance.sourceCount),
    sources: rowsOf(provenance.sources).map(({ title, url }) => ({
      title: textOf(title),
      url: textOf(url) || null,
    })),
    scores: Object.fromEntries(
      scores.flatMap(([name, score]) => (name && score !== null ? [[name, score]] : [])),
    ),
  }
}
