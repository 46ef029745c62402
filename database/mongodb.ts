/**
 * MongoDB: standalone, replica set or compatible server. The ledger asks only for unique indexes, and for
 * writes and reads that a majority has seen.
 */
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { withAfterCommit } from './after-commit.ts'
import { noteConflict } from './whole-operation.ts'
import { WRITE_METHODS } from './write-methods.ts'

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
  return { ...stock, init: (args) => withAfterCommit(notingConflicts(stock.init(args))) }
}

/** Payload's bulk operations keep each document's error to themselves: whoever started the operation is told. */
function notingConflicts<T extends BaseDatabaseAdapter>(adapter: T): T {
  type Write = (args: { req?: Partial<PayloadRequest> }) => Promise<unknown>
  const methods = adapter as unknown as Record<(typeof WRITE_METHODS)[number], Write>
  for (const name of WRITE_METHODS) {
    const write = methods[name]
    methods[name] = async function writeAndNote(this: T, args) {
      try {
        return await write.call(this, args)
      } catch (error) {
        if (args.req) noteConflict(args.req, error)
        throw error
      }
    }
  }
  return adapter
}
