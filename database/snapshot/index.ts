/**
 * All that a database holds as files, and such files back in its place. Each database keeps its own format:
 * SQLite a copy of the file, MongoDB one `.bson` a collection, as mongodump writes them.
 */
import type { SnapshotStore } from './store.ts'

export { DatabaseInUseError } from './sqlite.ts'
export type { SnapshotStore } from './store.ts'

/** `url`: `file:` + absolute path for SQLite, else MongoDB. */
export async function snapshotStore(url: string): Promise<SnapshotStore> {
  if (url.startsWith('file:')) return (await import('./sqlite.ts')).sqliteStore(url.slice('file:'.length))
  return (await import('./mongodb.ts')).mongoStore(url)
}
