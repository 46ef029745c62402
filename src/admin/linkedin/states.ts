/** What the states of a draft are called and what may be done in each. Pure. */
import type { Draft, State } from './draft.ts'

export const STATES: { value: State; label: string; plural: string }[] = [
  { value: 'draft', label: 'Draft', plural: 'Drafts' },
  { value: 'approved', label: 'Approved', plural: 'Approved' },
  { value: 'posted', label: 'Posted', plural: 'Posted' },
  { value: 'withdrawn', label: 'Withdrawn', plural: 'Withdrawn' },
]

export const TYPES: { [type: string]: string } = {
  articles: 'Article',
  faqs: 'FAQ',
  'glossary-terms': 'Glossary term',
  'case-studies': 'Case study',
  'role-profiles': 'Role profile',
}

/** Why there is no post, as a sentence: `only 12 words of text` is said of the draft, others are sentences already. */
export function whyNone({ reason }: Pick<Draft, 'reason'>): string {
  return /^\p{Ll}/u.test(reason) ? `No draft: ${reason}.` : reason
}

/** Anybody's words may still change. */
export function isOpen({ state }: Pick<Draft, 'state'>): boolean {
  return state === 'draft' || state === 'approved'
}

/** It should have been posted by `now` (ms). */
export function isDue({ state, plannedFor }: Pick<Draft, 'state' | 'plannedFor'>, now: number): boolean {
  return (state === 'draft' || state === 'approved') && plannedFor !== '' && Date.parse(plannedFor) <= now
}
