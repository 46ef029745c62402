/** One more post of an item that has one: another hook, another voice, a later date. */
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { readLast } from '../../ledger/read.ts'
import { isAdmitted } from '../admission.ts'
import { Refusal } from './change.ts'
import { DRAFTS, type Draft, hashOf, itemOf } from './draft.ts'
import { type Edit, type EditKnown, edit } from './edit.ts'
import { follow } from './follow.ts'
import type { Known } from './made.ts'
import { make } from './made.ts'

/** Answers the new draft's id. @throws Refusal */
export async function makeFurther(
  payload: Payload,
  from: Draft,
  given: Pick<Edit, 'chosen' | 'postAs' | 'plannedFor'>,
  known: EditKnown,
): Promise<number | string> {
  const { by, source, site } = known
  if (!source || !isAdmitted(source.item, site, 'linkedin')) {
    throw new Refusal(409, 'What it is about is not published, or LinkedIn is left out: nothing can be made.')
  }
  const made = make(null, source, known)
  if (typeof made === 'string') throw new Refusal(409, `There is no post: ${made}.`)
  const itemId = itemOf(from)
  const fresh = { ...made.columns, state: 'draft', itemId: `${itemId}+${randomUUID()}` } as Draft
  const data = {
    ...fresh,
    ...edit(fresh, given, known),
    furtherOf: itemId,
    itemType: source.item.type,
    title: source.item.title,
    seq: source.seq,
    editedBy: by.name,
    updatedAt: new Date().toISOString(),
  }
  const row = (await payload.db.create({
    collection: DRAFTS,
    data: { ...data, hash: hashOf(data as Draft) },
  })) as { id: number | string }
  await catchUp(payload, known, itemId, source.seq)
  return row.id
}

/** The channel may have applied what was published meanwhile before the new row was there. */
async function catchUp(payload: Payload, known: Known, itemId: string, seq: number): Promise<void> {
  const last = await readLast(payload, itemId)
  if (last && last.seq > seq) await follow(payload, known, last)
}
