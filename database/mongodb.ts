/**
 * MongoDB: standalone, replica set or compatible server. The ledger asks only for unique indexes, and for
 * writes and reads that a majority has seen.
 */
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { withAfterCommit } from './after-commit.ts'
import { PATIENCE_MS } from './busy.ts'
import { namingFullDisk } from './full.ts'
import { MAJORITY } from './mongodb-options.ts'
import { noteConflict } from './whole-operation.ts'
import { aroundWrites } from './write-methods.ts'

/** `url`: `mongodb://…`; transactions are on when it names a `replicaSet`. */
export function mongoDatabase(url: string, patienceMs = PATIENCE_MS): DatabaseAdapterObj {
  const stock = mongooseAdapter({
    url,
    // Otherwise unique indexes are built in the background and the first seconds accept duplicates.
    ensureIndexes: true,
    connectOptions: MAJORITY,
  })
  return { ...stock, init: (args) => withAfterCommit(notingConflicts({ ...stock.init(args), patienceMs })) }
}

/** Payload's bulk operations keep each document's error to themselves: whoever started the operation is told. */
function notingConflicts<T extends BaseDatabaseAdapter>(adapter: T): T {
  aroundWrites(adapter, async (write, args) => {
    try {
      return await write(args)
    } catch (error) {
      if (args.req) noteConflict(args.req, error)
      throw namingFullDisk(error)
    }
  })
  return adapter
}
