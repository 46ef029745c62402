import { retry } from '../../../database/busy.ts'
import { readEpoch } from '../../ledger/meta.ts'
import { readAfter, readHead } from '../../ledger/read.ts'
import type { RebuildOptions } from '../rebuild.ts'
import { applyEntries } from './apply.ts'
import { openStore, type Store } from './store.ts'

const BATCH = 200

/**
 * Makes the read model in `folder` anew from the ledger's first entry, in one transaction: processes that serve from it
 * give out what they have until then, and all of the new one at once. What is published meanwhile waits for it.
 * @returns how many entries were read.
 * @throws `signal`'s reason, SQLITE_BUSY when another one is at it. Nothing is changed then.
 */
export async function rebuildStore(
  options: Pick<RebuildOptions, 'payload' | 'signal' | 'onProgress'> & { folder: string },
): Promise<{ entries: number }> {
  const store = openStore(options.folder)
  try {
    const epoch = await readEpoch(options.payload)
    await retry(async () => store.exec('BEGIN IMMEDIATE'))
    return await inOne(store, async () => {
      // One transaction around all of them.
      const held: Store = { ...store, write: (write) => write() }
      held.startOver(epoch)
      return { entries: await replay(held, options) }
    })
  } finally {
    store.close()
  }
}

/** Ends the transaction at hand. A closed connection keeps its lock until its statements are collected. */
async function inOne<T>(store: Store, write: () => Promise<T>): Promise<T> {
  try {
    const result = await write()
    store.exec('COMMIT')
    return result
  } catch (error) {
    try {
      store.exec('ROLLBACK')
    } catch {
      // A full disk has taken it back already; why it failed is what to say.
    }
    throw error
  }
}

async function replay(
  store: Store,
  { payload, signal, onProgress }: Pick<RebuildOptions, 'payload' | 'signal' | 'onProgress'>,
): Promise<number> {
  const total = await readHead(payload)
  for (let seq = 0; ; ) {
    signal.throwIfAborted()
    onProgress?.({ done: Math.min(seq, total), total, label: 'delivery' })
    const entries = await readAfter(payload, seq, BATCH)
    seq = applyEntries(store, entries).seq
    if (entries.length < BATCH) return seq
  }
}
