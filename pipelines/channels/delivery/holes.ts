/**
 * What compaction took out of the ledger before this store had read it. Rows do not miss it: a later entry of the same
 * item says all of it. What items carry does: between the two nobody knows what followed from the first. So nobody
 * syncs while a hole is open, and `floor` says up to which entry others may have seen carried what was never seen here.
 */
import type { LocalFile } from '../../../database/local-file.ts'

/** Items of which a compacted entry was read, and no later one yet. */
export const HOLES = 'CREATE TABLE holes (id TEXT PRIMARY KEY) WITHOUT ROWID'

/** An entry of this item has lost its words. */
export function openHole(file: LocalFile, id: string): void {
  file.sql('INSERT OR IGNORE INTO holes (id) VALUES (?)').run(id)
}

/** The item's present words came with entry `seq`. */
export function closeHole(file: LocalFile, id: string, seq: number): void {
  if (!file.sql('SELECT 1 FROM holes WHERE id = ?').get(id)) return
  file.sql('DELETE FROM holes WHERE id = ?').run(id)
  file.sql("INSERT OR REPLACE INTO meta (name, value) VALUES ('floor', ?)").run(String(seq))
}

/** Whether everything that items carry is what it should be at the store's position. */
export function isWhole(file: LocalFile): boolean {
  return file.sql('SELECT 1 FROM holes LIMIT 1').get() === undefined
}

/** The entry with which the last hole was closed; 0: there was none. What changed after it is known to the entry. */
export function floorOf(file: LocalFile): number {
  return Number(file.sql<[string]>("SELECT value FROM meta WHERE name = 'floor'").get()?.[0] ?? 0)
}
