/**
 * The only thing that hooks do: say which item may have changed, once the change is committed. What is
 * published is found out by the publisher, from the database; a hook's arguments cannot tell (`previousDoc`
 * may be a draft, and a later throw rolls the save back).
 */
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  Payload,
  PayloadRequest,
} from 'payload'
import { afterCommit } from '../../database/after-commit.ts'
import { SETTINGS_ITEM_ID } from '../ledger/entry.ts'

export type Nudge = {
  itemId: string
  /** Who did it, as shown to editors; empty when no person did. */
  by: string
}

const listeners = new WeakMap<Payload, (nudge: Nudge) => void>()

/** Registers the publisher of this process. A process without one leaves its changes to reconcile. */
export function onNudge(payload: Payload, listener: (nudge: Nudge) => void): void {
  listeners.set(payload, listener)
}

/** Says after the commit that this item may have changed. */
export async function nudgeItem(req: PayloadRequest, itemId: string): Promise<void> {
  const by = req.user?.email ?? ''
  await afterCommit(req, () => listeners.get(req.payload)?.({ itemId, by }))
}

/** For collections with a `uid`. A draft over something may matter (an unpublish is one); a new one never does. */
export const nudgeAfterChange: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (operation === 'create' && doc._status === 'draft') return
  await nudgeItem(req, `${collection.slug}:${doc.uid}`)
}

/** For collections with a `uid`. The publisher finds the document gone and unpublishes its item. */
export const nudgeAfterDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await nudgeItem(req, `${collection.slug}:${doc.uid}`)
}

/** For the settings, which are one item of the ledger. */
export const nudgeAfterSettings: GlobalAfterChangeHook = async ({ req }) => {
  await nudgeItem(req, SETTINGS_ITEM_ID)
}
