/**
 * MongoDB: standalone, replica set or compatible server. The ledger asks only for unique indexes, and for
 * writes and reads that a majority has seen.
 */
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { withAfterCommit } from './after-commit.ts'

/** `url`: `mongodb://…`; transactions are on when it names a `replicaSet`. */
export function mongoDatabase(url: string): DatabaseAdapterObj {
  const stock = mongooseAdapter({
    url,
    // Otherwise unique indexes are built in the background and the first seconds accept duplicates.
    ensureIndexes: true,
    connectOptions: {
      writeConcern: { w: 'majority' },
      readConcernLevel: 'majority',
      readPreference: 'primary',
      serverSelectionTimeoutMS: 5_000,
    },
  })
  return { ...stock, init: (args) => withAfterCommit(stock.init(args)) }
}
