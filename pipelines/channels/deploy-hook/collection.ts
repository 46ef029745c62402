import type { CollectionConfig } from 'payload'
import { mayPublish } from '../../../src/access.ts'
import { machineWritten } from '../../ledger/collections.ts'

/** One row: what waits to be told, who is telling it, and what came of it last. */
export const deployHookCalls: CollectionConfig = {
  ...machineWritten,
  slug: 'deploy-hook-calls',
  access: { ...machineWritten.access, read: mayPublish },
  admin: { hidden: true },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, index: true },
    // Of the newest publication that counts, and of the newest that was told.
    { name: 'seq', type: 'number', required: true },
    { name: 'calledSeq', type: 'number', required: true },
    // Publications that wait, and when the first and the last of them were written.
    { name: 'waiting', type: 'number', required: true },
    { name: 'firstAt', type: 'date' },
    { name: 'newestAt', type: 'date' },
    // Rises with every claim: whoever claimed before is out.
    { name: 'fence', type: 'number', required: true },
    { name: 'claimedUntil', type: 'date' },
    { name: 'failures', type: 'number', required: true },
    { name: 'nextAt', type: 'date' },
    // A digest of the address that failed: another one is tried at once.
    { name: 'failed', type: 'text' },
    { name: 'calledAt', type: 'date' },
    { name: 'status', type: 'number' },
    { name: 'error', type: 'text' },
  ],
}
