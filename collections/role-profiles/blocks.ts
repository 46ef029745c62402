/** A role profile as a text: pay, responsibilities, level, ladder, skills, sources. Pure. */
import type { Block, Inline } from '../../pipelines/rich-text/block.ts'
import { bullets, facts, inline, paragraphs, section } from '../content/blocks.ts'
import { rungName, skillLines } from '../role-families/family.ts'
import { levelFacts } from '../role-levels/level.ts'
import type { LadderRung, Pay, ProfileFields } from './profile.ts'

/** `body`: what the editor wrote; it stands after the figures. */
export function profileBlocks(fields: ProfileFields, body: Block[]): Block[] {
  const { pay, family, level, skills, provenance } = fields
  const ofKind = (kind: 'skill' | 'tool') => skillLines(skills.filter((skill) => skill.kind === kind))
  return [
    ...facts([...(pay ? payFacts(pay) : []), ['Confidence', fields.confidenceLabel ?? '']]),
    ...paragraphs(pay?.note || (pay ? (family?.payNote ?? '') : '')),
    ...body,
    ...section('Responsibilities', bullets(fields.responsibilities)),
    ...(level
      ? section(`Level ${rungName(level)}`, [...paragraphs(level.summary), ...facts(levelFacts(level))])
      : []),
    ...section('Career ladder', bullets(fields.ladder.map(rungLine))),
    ...section('Skills', bullets(ofKind('skill'))),
    ...section('Tools', bullets(ofKind('tool'))),
    ...section('Also called', bullets(fields.titleAliases)),
    ...section('Sources', bullets(provenance.sources.map(sourceLine))),
  ]
}

function payFacts(pay: Pay): [label: string, value: string][] {
  const { median, low, high, period, asOf } = pay
  const range = low !== null && high !== null ? `${money(low, pay)} – ${money(high, pay)}` : ''
  return [
    ['Median pay', median === null ? '' : `${money(median, pay)} per ${period}`],
    ['Pay range', range ? `${range} per ${period}` : ''],
    ['Lowest usual pay', low !== null && high === null ? `${money(low, pay)} per ${period}` : ''],
    ['Highest usual pay', high !== null && low === null ? `${money(high, pay)} per ${period}` : ''],
    ['As of', asOf ?? ''],
  ]
}

/** `USD 164,000`; the same on every machine. */
export function money(amount: number, { currency }: Pay): string {
  return `${currency} ${amount.toLocaleString('en-US', { maximumFractionDigits: 2 })}`.trim()
}

/** This rung is bold and says so. */
function rungLine(rung: LadderRung): Inline[] {
  const name = rungName(rung)
  const more = rung.guidelines.typicalDegreeAndYears
  const rest = more ? [inline(`: ${more}`)] : []
  return rung.current ? [inline(`${name} (this role)`, 'bold'), ...rest] : [inline(name), ...rest]
}

function sourceLine({ title, url }: { title: string; url: string | null }): Inline[] {
  return url ? [{ type: 'link', url, children: [inline(title || url)] }] : [inline(title)]
}
