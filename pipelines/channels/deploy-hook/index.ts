/**
 * Tells the host of a static site that something was published, so that it builds the site anew. Here publications are
 * only counted; `watch.ts` calls, once for a burst of them.
 */
import type { LedgerEntry } from '../../ledger/entry.ts'
import type { Channel } from '../channel.ts'
import { deployHookCalls } from './collection.ts'
import { addWaiting } from './state.ts'

export const deployHook: Channel = {
  slug: 'deploy-hook',
  kind: 'effect',
  collections: [deployHookCalls],
  async consume(entries, { payload }) {
    await addWaiting(payload, entries.filter(isNews))
  },
}

/** Settings are, pages show them. A picture comes with what shows it; and what is derived again is no news to anybody. */
function isNews({ cause, type }: LedgerEntry): boolean {
  return cause !== 'rebuild' && type !== 'media'
}
