/** After a restore: the ledger may go other ways than the one that mirrors and readers have seen. */
import type { Payload } from 'payload'
import type { Channel } from '../channels/channel.ts'
import { moveCursor } from './cursors.ts'
import { renewEpoch } from './meta.ts'
import { readHead } from './read.ts'

/**
 * Refuses every cursor that was given out before, and sends nothing that may have been sent already: channels that
 * send begin at the ledger's head.
 */
export async function beginNewHistory(
  payload: Payload,
  channels: readonly Pick<Channel, 'kind' | 'slug'>[],
): Promise<void> {
  const head = await readHead(payload)
  for (const { kind, slug } of channels) if (kind === 'effect') await moveCursor(payload, slug, head)
  await renewEpoch(payload)
}
