type Id = number | string

/** As far as an adapter is needed here. */
type Transactions = {
  beginTransaction(options?: object): Promise<Id | null>
  commitTransaction(id: Id): Promise<void>
  rollbackTransaction(id: Id): Promise<void>
}

/**
 * Runs `work` in a transaction of its own (`id`; null where the database has none): committed when it resolves,
 * taken back when it throws. `options`: of the adapter.
 */
export async function withTransaction<T>(
  db: Transactions,
  work: (id: Id | null) => Promise<T>,
  options?: object,
): Promise<T> {
  const id = await db.beginTransaction(options)
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
