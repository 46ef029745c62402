/**
 * What becomes of a draft when the ledger goes on. Pure. An untouched draft follows the content; what a person
 * has edited, approved or posted is never written over: a mark and the newest text stand beside it.
 */
import type { ContentItem } from '../../content-item.ts'
import { canonicalJson } from '../../publish/hash.ts'
import { isAdmitted } from '../admission.ts'
import { type Draft, hashOf, type Newest, type State } from './draft.ts'
import type { Known } from './made.ts'
import { type Columns, make } from './made.ts'

const GONE = 'The item is no longer published.'
const GONE_POSTED = `${GONE} Its source is gone: delete it on LinkedIn.`
const LEFT_OUT = 'The document’s channels, or the settings, leave LinkedIn out.'

/** One entry of the ledger, as far as a draft follows it. `item`: null when it is public no longer. */
export type News = { seq: number; type: string; item: ContentItem | null; recordedAt: string }

/** The columns to write; nothing of what people alone write (the plan, who approved) is among them. */
export function revise(current: Draft | null, news: News, known: Known): Columns {
  const changed = changesOf(current, news, known)
  const next = { ...current, ...changed }
  const fields = { ...current } as Columns
  const hasChanged = Object.entries(changed).some(
    ([name, value]) => canonicalJson(fields[name] ?? null) !== canonicalJson(value ?? null),
  )
  return {
    ...changed,
    itemType: news.type,
    title: news.item?.title ?? current?.title ?? '',
    hash: hashOf(next),
    // Null leaves it as it is.
    updatedAt: hasChanged ? news.recordedAt : null,
  }
}

function changesOf(current: Draft | null, { seq, item }: News, known: Known): Columns {
  if (!item) return withdraw(current, current && formerState(current) === 'posted' ? GONE_POSTED : GONE)
  if (!isAdmitted(item, known.site, 'linkedin')) {
    // What is on LinkedIn already is not undone by a setting.
    return current && formerState(current) === 'posted' ? comeBack(current) : withdraw(current, LEFT_OUT)
  }
  const state = current ? formerState(current) : 'draft'
  const made = make(current, { item, seq }, known)
  const isTouched = current?.edited || state === 'approved' || state === 'posted'
  if (typeof made === 'string') {
    if (!current || !isTouched) return withdraw(current, made)
    return {
      ...comeBack(current),
      ...toStale({ text: '', firstComment: '', imageUrl: '', seq, reason: made }),
    }
  }
  if (current && (isTouched || !made.isHookKept)) {
    const { text, firstComment, imageUrl } = made.basis
    const newest = { text, firstComment, imageUrl, seq }
    const isSame = made.isHookKept && isLike(newest, basisOf(current))
    return { ...comeBack(current), ...(isSame ? { stale: false, newest: null } : toStale(newest)) }
  }
  return { ...made.columns, ...(current ? comeBack(current) : { state, reason: '' }) }
}

/** The state that it has, or had before its source went. */
const formerState = ({ state, stateBefore }: Draft): State =>
  state === 'withdrawn' && stateBefore ? stateBefore : state

function withdraw(current: Draft | null, reason: string): Columns {
  if (current?.withdrawnBy) return {}
  const stateBefore = current ? formerState(current) : 'draft'
  // An older Galley kept no former state: what it withdrew was a draft.
  return { state: 'withdrawn', stateBefore: stateBefore === 'withdrawn' ? 'draft' : stateBefore, reason }
}

function comeBack(current: Draft): Columns {
  if (current.withdrawnBy) return {}
  const state = formerState(current)
  return { state: state === 'withdrawn' ? 'draft' : state, stateBefore: null, reason: '' }
}

const toStale = (newest: Newest): Columns => ({ stale: true, newest })

function basisOf({ basis, text, firstComment, image }: Draft) {
  return basis ?? { text: text ?? '', firstComment: firstComment ?? '', imageUrl: image?.url ?? '' }
}

const isLike = (one: Omit<Newest, 'seq'>, other: Omit<Newest, 'seq'>) =>
  one.text === other.text && one.firstComment === other.firstComment && one.imageUrl === other.imageUrl
