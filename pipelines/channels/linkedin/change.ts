/** How a person changes a draft: the save carries the hash that it began from, and the database compares. */
import { APIError, type Payload } from 'payload'
import { saveUnchanged } from '../../../database/save-over.ts'
import { DRAFTS, type Draft, hashOf } from './draft.ts'
import type { Columns } from './made.ts'

/** Who changes it. */
export type Editor = { name: string; mayApprove: boolean }

/** Why it is not done: 400 (what was sent), 403 (who sent it), 409 (how the draft stands). */
export class Refusal extends Error {
  readonly status: 400 | 403 | 409

  constructor(status: 400 | 403 | 409, message: string) {
    super(message)
    this.status = status
  }
}

/** The draft that an address names. @throws APIError 404 */
export async function loadDraft(payload: Payload, given: unknown): Promise<Draft> {
  const id = payload.db.defaultIDType === 'number' ? Number(given) : String(given)
  const isPossible = typeof id === 'number' ? Number.isSafeInteger(id) : /^[\da-f]{24}$/i.test(id)
  const draft = isPossible
    ? await payload.db.findOne<Draft & { id: number }>({ collection: DRAFTS, where: { id: { equals: id } } })
    : null
  if (!draft) throw new APIError('There is no such draft.', 404, null, true)
  return draft
}

/**
 * Applies `change` to the draft as it stands and saves it, if nobody came between; else looks again. `hash`: what
 * the person has seen (null: whatever there is). `change` may throw a Refusal and must write nothing.
 * @throws Refusal 409 when the draft is no longer what the person has seen.
 */
export async function changeDraft(
  payload: Payload,
  { id, hash, by }: { id: unknown; hash: string | null; by: Editor },
  change: (draft: Draft) => Columns | Promise<Columns>,
): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt++) {
    const draft = await loadDraft(payload, id)
    const seen = draft.hash || hashOf(draft)
    if (hash !== null && hash !== seen) {
      throw new Refusal(409, 'This draft was changed meanwhile: look at it as it is now, and save again.')
    }
    const changed = await change(draft)
    if (Object.keys(changed).length === 0) return
    const data = {
      ...changed,
      hash: hashOf({ ...draft, ...changed }),
      editedBy: by.name,
      updatedAt: new Date().toISOString(),
    }
    const known = { hash: draft.hash ?? null, seq: draft.seq }
    if (await saveUnchanged({ payload, collection: DRAFTS, id: draft.id, known, data })) return
  }
  throw new Refusal(409, 'This draft changes too often to be saved: try again.')
}
