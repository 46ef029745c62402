/** Planned posts whose time has come, each told of once, whoever looks. */
import type { Payload } from 'payload'
import { saveUnchanged } from '../../../database/save-over.ts'
import { DRAFTS, type Draft } from './draft.ts'

/** What is older was due while nobody could be told: the dashboard shows it. */
const AT_MOST_MS = 7 * 86_400_000

/** At once; the rest is found the next time. */
const MOST = 20

/** Claims what is due and neither posted nor withdrawn: of several processes one gets it. */
export async function claimDue(payload: Payload, now: Date): Promise<Draft[]> {
  const { docs } = await payload.db.find<Draft & { id: number }>({
    collection: DRAFTS,
    where: {
      and: [
        { plannedFor: { less_than_equal: now.toISOString() } },
        { plannedFor: { greater_than: new Date(now.getTime() - AT_MOST_MS).toISOString() } },
        { state: { in: ['draft', 'approved'] } },
        { remindedAt: { exists: false } },
      ],
    },
    limit: MOST,
    pagination: false,
  })
  const claimed: Draft[] = []
  for (const draft of docs) {
    const data = { remindedAt: now.toISOString(), updatedAt: null }
    const known = { remindedAt: null, hash: draft.hash ?? null }
    if (await saveUnchanged({ payload, collection: DRAFTS, id: draft.id, known, data })) claimed.push(draft)
  }
  return claimed
}

/** Gives a claim back: nobody could be told. */
export async function unclaim(payload: Payload, { id }: Pick<Draft, 'id'>): Promise<void> {
  await payload.db.updateOne({ collection: DRAFTS, id, data: { remindedAt: null, updatedAt: null } })
}
