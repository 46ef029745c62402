/** For who looks at a database without changing it. */
import type { Payload } from 'payload'
import { exists } from './exists.ts'
import { migrations } from './migrations/index.ts'

/** Whether there is anything to look at; connecting to a SQLite file that is not there would make it. */
export async function isThere(url: string): Promise<boolean> {
  if (!url.startsWith('file:')) return true
  return exists(url.slice('file:'.length))
}

/** Whether the schema is this program's. MongoDB has none. */
export async function isMigrated(payload: Payload): Promise<boolean> {
  if (payload.db.name !== 'sqlite') return true
  const { client } = payload.db as unknown as {
    client: { execute(sql: string): Promise<{ rows: unknown[] }> }
  }
  const { rows } = await client
    .execute('SELECT name FROM payload_migrations')
    // A file without that table was never migrated.
    .catch(() => ({ rows: [] }))
  const run = new Set(rows.map((row) => (row as { name: unknown }).name))
  return migrations.every(({ name }) => run.has(name))
}
