/** How Galley talks to MongoDB: what it writes and reads, a majority has seen. */
export const MAJORITY = {
  writeConcern: { w: 'majority' },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  serverSelectionTimeoutMS: 5_000,
} as const
