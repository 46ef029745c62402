/** What a person may change in a draft, and what follows from it. Pure. */
import type { ContentItem } from '../../content-item.ts'
import { wellFormed } from '../../rich-text/well-formed.ts'
import { toApiText } from './api-text.ts'
import type { Editor } from './change.ts'
import { Refusal } from './change.ts'
import { type Draft, FORMATS, type Format, toMoment } from './draft.ts'
import { lintDraft } from './lint-draft.ts'
import { type Columns, type Known, make, nameOf, type Source, wordsOf } from './made.ts'

/** Units; beyond it is no post but a mistake. Editors are warned far earlier. */
const MOST_UNITS = 20_000

export type Edit = {
  text?: unknown
  firstComment?: unknown
  chosen?: unknown
  postAs?: unknown
  format?: unknown
  plannedFor?: unknown
  /** `newest.seq` that the person has compared it with: it is no longer stale then. */
  seen?: unknown
}

/** Who edits; what is public now, of the draft's item (null: nothing) and of the person whose voice is wished. */
export type EditKnown = Known & { by: Editor; source: Source | null; voice: ContentItem | null }

/** The columns that an edit changes; none when it changes nothing. @throws Refusal */
export function edit(draft: Draft, given: Edit, known: EditKnown): Columns {
  if (draft.state === 'posted')
    throw new Refusal(409, 'It is posted: what it said stays. Make a further post.')
  if (draft.state === 'withdrawn')
    throw new Refusal(409, 'It is withdrawn: bring it back before you change it.')
  if (draft.state === 'approved' && !known.by.mayApprove) {
    throw new Refusal(403, 'It is approved: only editors change it now.')
  }
  const said = withoutSame(draft, given)
  const voiced = withVoice(draft, said, known)
  const chosen = withHook({ ...draft, ...voiced } as Draft, said)
  const next = { ...draft, ...voiced, ...chosen } as Draft
  return { ...voiced, ...chosen, ...withWords(next, said), ...withPlan(next, said), ...withSeen(next, said) }
}

/** A form sends all of its fields: those as they stand are not said. */
function withoutSame(draft: Draft, given: Edit): Edit {
  const now = { ...draft, chosen: draft.chosen ?? 0 } as { [field: string]: unknown }
  return Object.fromEntries(
    Object.entries(given).filter(([field, value]) => (value ?? '') !== (now[field] ?? '')),
  )
}

/** Another voice words an untouched draft anew; a person's own words stay. */
function withVoice(draft: Draft, { postAs }: Edit, known: EditKnown): Columns {
  const { source, site, voice } = known
  if (postAs === undefined) return {}
  if (typeof postAs !== 'string' || (postAs !== 'company' && !voice)) {
    throw new Refusal(400, '"postAs" is "company", or the id of a person who is published.')
  }
  const author = voice?.title ?? site.organisation.name
  const asking = { ...draft, basis: draft.basis && { ...draft.basis, asked: postAs } }
  const kept = { postAs, author, basis: asking.basis }
  if (draft.edited || !source || !draft.basis) return kept
  const made = make(asking, source, known)
  if (typeof made === 'string') return kept
  return { ...made.columns, postAs, author: nameOf(postAs, source.item, site) || author }
}

/** Another of the hooks that the content makes. */
function withHook(draft: Draft, { chosen, text }: Edit): Columns {
  const variants = draft.variants ?? []
  if (chosen === undefined) return {}
  const variant = typeof chosen === 'number' ? variants[chosen] : undefined
  if (!variant || typeof chosen !== 'number') {
    throw new Refusal(400, `"chosen" is the number of a hook: 0 to ${Math.max(variants.length - 1, 0)}.`)
  }
  const basis = draft.basis && { ...draft.basis, hook: variant.hook, text: variant.text }
  // The form sends the words with it; a person may have gone on writing.
  if (text !== undefined && text !== variant.text) return { chosen, basis }
  if (!draft.edited) return { ...wordsOf({ variants }, chosen), basis }
  const before = variants[draft.chosen ?? 0]?.hook
  const words = draft.text ?? ''
  if (!before || !words.startsWith(before)) {
    throw new Refusal(409, 'The opening was rewritten by hand: change it in the text, or make it again.')
  }
  return { chosen, basis, ...toWords(draft, variant.hook + words.slice(before.length)) }
}

function withWords(draft: Draft, { text, firstComment }: Edit): Columns {
  const words = text === undefined ? draft.text : toText('text', text)
  const comment = firstComment === undefined ? draft.firstComment : toText('firstComment', firstComment)
  return {
    ...(words === draft.text ? {} : { ...toWords(draft, words ?? ''), edited: true }),
    ...(comment === draft.firstComment ? {} : { firstComment: comment, edited: true }),
  }
}

/** Everything that follows from a person's own text. */
function toWords(draft: Draft, text: string): Columns {
  const { link, hashtags, mentions } = draft
  const known = { link: link ?? '', hashtags: hashtags ?? [], mentions: mentions ?? [] }
  return {
    text,
    apiText: toApiText(text, known),
    hook: text.trimStart().split('\n', 1)[0] ?? '',
    characterCount: text.length,
    warnings: lintDraft(text, draft).join('\n'),
  }
}

/** Only of what was shown: the content may have changed again. */
function withSeen({ basis, newest }: Draft, { seen }: Edit): Columns {
  if (seen === undefined || !newest || seen !== newest.seq) return {}
  const { reason: _reason, ...compared } = newest
  return { stale: false, newest: null, ...(basis ? { basis: { ...basis, ...compared } } : {}) }
}

function withPlan(draft: Draft, { format, plannedFor }: Edit): Columns {
  const changed: Columns = {}
  if (format !== undefined) {
    if (!FORMATS.includes(format as Format))
      throw new Refusal(400, `"format" is one of ${FORMATS.join(', ')}.`)
    changed.format = format
  }
  if (plannedFor !== undefined) {
    const date = toPlan(plannedFor)
    // Whoever moves it wants to hear of it again.
    if (date !== toMoment(draft.plannedFor)) Object.assign(changed, { plannedFor: date, remindedAt: null })
  }
  return changed
}

/** ISO 8601 in UTC; null: no plan. @throws Refusal 400 */
function toPlan(given: unknown): string | null {
  if (given === null || given === '') return null
  const date = toMoment(given)
  if (!date) throw new Refusal(400, '"plannedFor" is a date and time, such as 2026-05-04T08:30:00Z.')
  return date
}

function toText(name: string, given: unknown): string {
  if (typeof given !== 'string') throw new Refusal(400, `"${name}" is a text.`)
  if (given.length > MOST_UNITS)
    throw new Refusal(400, `"${name}" has ${given.length} characters: far too many.`)
  return wellFormed(given.replace(/\r\n?/g, '\n'))
}
