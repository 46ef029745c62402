type Id = number | string

/** As far as an adapter is needed here. */
type Transactions = {
  beginTransaction(): Promise<Id | null>
  commitTransaction(id: Id): Promise<void>
  rollbackTransaction(id: Id): Promise<void>
}

/**
 * Runs `work` in a transaction of its own (`id`; null where the database has none): committed when it resolves,
 * taken back when it throws.
 */
export async function withTransaction<T>(db: Transactions, work: (id: Id | null) => Promise<T>): Promise<T> {
  const id = await db.beginTransaction()
  if (id === null) return work(null)
  try {
    const result = await work(id)
    await db.commitTransaction(id)
    return result
  } catch (error) {
    await db.rollbackTransaction(id)
    throw error
  }
}
