/** Two role profiles side by side, ready for a table. Pure. */
import { GUIDELINES } from '../../../collections/role-families/family.ts'
import { experience, type LevelFields } from '../../../collections/role-levels/level.ts'
import { money } from '../../../collections/role-profiles/blocks.ts'
import type { Pay, ProfileFields } from '../../../collections/role-profiles/profile.ts'
import {
  type Band,
  bandOf,
  distanceOf,
  keyOf,
  type Reasons,
  reasonsOf,
  traitsOf,
} from '../../../pipelines/channels/delivery/adjacency.ts'
import type { ContentItem, Json } from '../../../pipelines/content-item.ts'

/** What an item's `fields` hold where they are as the type makes them. */
type Fields = Partial<ProfileFields>
type Shared<T> = { shared: T[]; onlyA: T[]; onlyB: T[] }
type SkillName = { name: string; kind: 'skill' | 'tool' }

export type Comparison = {
  a: Side
  b: Side
  /** As of neighbours (adjacency.ts). */
  distance: number
  band: Band
  reasons: Reasons
  /** `sameFamily`: on one ladder. `rungs`: how many rungs of it `b` is above `a`; null: not on one ladder. */
  ladder: { sameFamily: boolean; rungs: number | null }
  pay: {
    a: Pay | null
    b: Pay | null
    /** Of the medians: what `b` pays more; null unless both are known in one currency and period. */
    difference: { median: number; percent: number | null; currency: string; period: Pay['period'] } | null
  }
  /** Null: that profile does not say. Rows that neither has are left out. */
  rows: { name: string; label: string; a: string | null; b: string | null; same: boolean }[]
  responsibilities: Shared<string>
  skills: Shared<SkillName>
}

export type Side = {
  [member in 'id' | 'type' | 'slug' | 'url' | 'title' | 'summary' | 'code']: string
} & {
  family: { id: string; slug: string; code: string; name: string; function: string } | null
  level: { id: string; code: string; name: string; order: number | null; track: string | null } | null
  pay: Pay | null
}

export function compareProfiles(a: ContentItem, b: ContentItem): Comparison {
  const [ofA, ofB] = [fieldsOf(a), fieldsOf(b)]
  const traits = [traitsOf(a), traitsOf(b)] as const
  const distance = distanceOf(...traits)
  return {
    a: sideOf(a, ofA),
    b: sideOf(b, ofB),
    distance,
    band: bandOf(distance),
    reasons: reasonsOf(...traits),
    ladder: ladderOf(ofA, ofB),
    pay: { a: ofA.pay ?? null, b: ofB.pay ?? null, difference: differenceOf(ofA.pay, ofB.pay) },
    rows: rowsOf(ofA, ofB),
    responsibilities: sharedOf(ofA.responsibilities ?? [], ofB.responsibilities ?? [], (text) => text),
    skills: sharedOf(skillNames(ofA), skillNames(ofB), ({ name }) => name),
  }
}

const fieldsOf = ({ fields }: ContentItem) => fields as unknown as Fields
const skillNames = ({ skills = [] }: Fields): SkillName[] => skills.map(({ name, kind }) => ({ name, kind }))

function sideOf({ id, type, slug, url, title, summary }: ContentItem, fields: Fields): Side {
  const { family, level } = fields
  const ofFamily =
    family && (({ id, slug, code, name, function: of }) => ({ id, slug, code, name, function: of }))(family)
  const ofLevel = level && (({ id, code, name, order, track }) => ({ id, code, name, order, track }))(level)
  return {
    ...{ id, type, slug, url, title, summary, code: fields.code ?? '' },
    ...{ family: ofFamily ?? null, level: ofLevel ?? null, pay: fields.pay ?? null },
  }
}

function ladderOf(a: Fields, b: Fields): Comparison['ladder'] {
  const family = (fields: Fields) => keyOf(fields.family as unknown as { [key: string]: Json })
  const sameFamily = family(a) !== '' && family(a) === family(b)
  const rung = ({ ladder = [] }: Fields) => ladder.findIndex(({ current }) => current)
  const isKnown = sameFamily && rung(a) >= 0 && rung(b) >= 0
  return { sameFamily, rungs: isKnown ? rung(b) - rung(a) : null }
}

function differenceOf(a: Pay | null | undefined, b: Pay | null | undefined): Comparison['pay']['difference'] {
  const [from, to] = [a?.median ?? null, b?.median ?? null]
  if (!a || !b || from === null || to === null) return null
  if (a.currency !== b.currency || a.period !== b.period) return null
  const percent = from > 0 ? Math.round(((to - from) / from) * 1_000) / 10 : null
  return { median: Math.round((to - from) * 100) / 100, percent, currency: a.currency, period: a.period }
}

type Row = [name: string, label: string, value: (fields: Fields) => string]

const level = (name: Exclude<keyof LevelFields, 'experienceYears' | 'order'>, label: string): Row => [
  name,
  label,
  (fields) => fields.level?.[name] ?? '',
]

const GUIDELINE_LABELS: Record<(typeof GUIDELINES)[number], string> = {
  knowledgeAndApplication: 'Knowledge and application',
  complexityAndProblemSolving: 'Complexity and problem solving',
  collaborationAndInteraction: 'Collaboration and interaction',
  typicalDegreeAndYears: 'Typical degree and years',
}

const amount = (pay: Pay, value: number | null) =>
  value === null ? '' : `${money(value, pay)} per ${pay.period}`

const ROWS: readonly Row[] = [
  ['code', 'Code', ({ code }) => code ?? ''],
  ['family', 'Family', ({ family }) => family?.name ?? ''],
  ['function', 'Function', ({ family }) => family?.function ?? ''],
  ['level', 'Level', ({ level: of }) => (of ? `${of.code} ${of.name}`.trim() : '')],
  ['track', 'Track', ({ level: of, family }) => of?.track || family?.track || ''],
  ['medianPay', 'Median pay', ({ pay }) => (pay ? amount(pay, pay.median) : '')],
  ['lowPay', 'Pay from', ({ pay }) => (pay ? amount(pay, pay.low) : '')],
  ['highPay', 'Pay to', ({ pay }) => (pay ? amount(pay, pay.high) : '')],
  level('scope', 'Scope'),
  level('autonomy', 'Autonomy'),
  level('complexity', 'Complexity'),
  level('impact', 'Impact'),
  level('decisionRights', 'Decision rights'),
  level('leadership', 'Leadership'),
  [
    'experience',
    'Experience',
    ({ level: of }) => (of?.experienceYears ? experience(of.experienceYears) : ''),
  ],
  ...GUIDELINES.map(
    (name): Row => [
      name,
      GUIDELINE_LABELS[name],
      ({ ladder = [] }) => ladder.find(({ current }) => current)?.guidelines[name] ?? '',
    ],
  ),
  ['confidence', 'Confidence', ({ confidenceLabel }) => confidenceLabel ?? ''],
]

function rowsOf(a: Fields, b: Fields): Comparison['rows'] {
  return ROWS.flatMap(([name, label, read]) => {
    const values = { a: read(a) || null, b: read(b) || null }
    return values.a === null && values.b === null
      ? []
      : [{ name, label, ...values, same: values.a === values.b }]
  })
}

/** What says the same but for case and spaces is shared, in `a`'s words and order. */
function sharedOf<T>(a: readonly T[], b: readonly T[], wordsOf: (one: T) => string): Shared<T> {
  const keyed = (one: T) => wordsOf(one).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const [inA, inB] = [new Set(a.map(keyed)), new Set(b.map(keyed))]
  return {
    shared: a.filter((one) => inB.has(keyed(one))),
    onlyA: a.filter((one) => !inB.has(keyed(one))),
    onlyB: b.filter((one) => !inA.has(keyed(one))),
  }
}
