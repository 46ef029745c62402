import { createClient } from '@libsql/client'
import { retry } from './busy.ts'

/** Migrating a large file takes long. */
const PATIENCE_MS = 10 * 60_000

/**
 * Runs `work` while no other process holds the lock. It is SQLite's own lock on an empty database file of that
 * name, so the operating system gives it back when its holder dies. The file stays.
 * @throws what `work` throws; SQLITE_BUSY after ten minutes.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const client = createClient({ url: `file:${file}` })
  try {
    const transaction = await retry(() => client.transaction('write'), { patienceMs: PATIENCE_MS })
    try {
      return await work()
    } finally {
      await transaction.rollback()
      transaction.close()
    }
  } finally {
    client.close()
  }
}
