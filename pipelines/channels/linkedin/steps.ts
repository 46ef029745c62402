/** The steps of a draft's life that a person takes: approve, withdraw, reopen, mark as posted, make again. Pure. */
import { isAdmitted } from '../admission.ts'
import { type Editor, Refusal } from './change.ts'
import { type Draft, toMoment } from './draft.ts'
import { POST_UNITS } from './limits.ts'
import type { Known } from './made.ts'
import { type Columns, make, type Source } from './made.ts'

const now = () => new Date().toISOString()

export function approve(draft: Draft, { by }: { by: Editor }): Columns {
  if (draft.state !== 'draft') throw new Refusal(409, `It is ${draft.state}: only a draft is approved.`)
  const units = draft.text?.length ?? 0
  if (!draft.text?.trim()) throw new Refusal(409, 'It has no text.')
  if (units > POST_UNITS) {
    throw new Refusal(
      409,
      `It has ${units} characters: LinkedIn takes at most ${POST_UNITS}. Shorten it first.`,
    )
  }
  return { state: 'approved', approvedAt: now(), approvedBy: by.name }
}

export function withdraw(draft: Draft, { by }: { by: Editor }): Columns {
  if (draft.state === 'withdrawn') throw new Refusal(409, 'It is withdrawn already.')
  return {
    state: 'withdrawn',
    stateBefore: draft.state,
    withdrawnBy: by.name || 'somebody',
    reason: `Withdrawn by ${by.name || 'somebody'}.`,
  }
}

/** Back to a draft, from whatever a person made of it. */
export function reopen(draft: Draft, known: Known & { source: Source | null }): Columns {
  const { source, site } = known
  if (draft.state === 'draft') throw new Refusal(409, 'It is open already.')
  const isOut = !source || !isAdmitted(source.item, site, 'linkedin')
  if (isOut || (draft.state === 'withdrawn' && !draft.withdrawnBy)) {
    const why = draft.withdrawnBy ? '' : (draft.reason ?? '')
    throw new Refusal(409, `It comes back by itself with what it is about. ${why}`.trim())
  }
  // Nobody's words are lost: it follows the content again.
  const made = draft.stale && !draft.edited ? make(draft, source, known) : ''
  return {
    ...(typeof made === 'string' ? {} : made.columns),
    ...{ state: 'draft', stateBefore: null, withdrawnBy: null, reason: '' },
    ...{ approvedAt: null, approvedBy: null, postedAt: null, postedUrl: null },
  }
}

/** `url`: of the post on LinkedIn, may be empty; `at`: when, else now. */
export function markPosted(draft: Draft, given: { url?: unknown; at?: unknown }): Columns {
  if (draft.state === 'withdrawn') throw new Refusal(409, 'It is withdrawn: bring it back first.')
  const postedUrl = given.url ?? ''
  if (typeof postedUrl !== 'string' || (postedUrl !== '' && !isAddress(postedUrl))) {
    throw new Refusal(400, '"url" is the address of the post, such as https://www.linkedin.com/feed/update/…')
  }
  const postedAt = given.at === undefined || given.at === null || given.at === '' ? now() : toMoment(given.at)
  if (!postedAt) throw new Refusal(400, '"at" is a date and time, such as 2026-05-04T08:30:00Z.')
  return { state: 'posted', postedAt, postedUrl }
}

const isAddress = (text: string) =>
  text.length <= 2_000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** Made again from the content. `force`: a person's words, or an approval, may go. */
export function renew(
  draft: Draft,
  known: Known & { by: Editor; source: Source | null; force: boolean },
): Columns {
  const { by, source, site, force } = known
  const { state } = draft
  if (state === 'posted') throw new Refusal(409, 'It is posted: make a further post.')
  if (state === 'approved' && !by.mayApprove)
    throw new Refusal(403, 'It is approved: only editors change it now.')
  if (!source || !isAdmitted(source.item, site, 'linkedin')) {
    throw new Refusal(409, 'What it is about is not published, or LinkedIn is left out: nothing can be made.')
  }
  if (state === 'withdrawn') throw new Refusal(409, 'It is withdrawn: bring it back first.')
  if (!force && (draft.edited || state === 'approved')) {
    const what = draft.edited ? 'A person has edited it' : 'It is approved'
    throw new Refusal(409, `${what}: making it again would lose that. Send "force": true to do it.`)
  }
  const made = make(draft, source, known)
  if (typeof made === 'string') throw new Refusal(409, `There is no post: ${made}.`)
  return { ...made.columns, state: 'draft', reason: '', approvedAt: null, approvedBy: null }
}
