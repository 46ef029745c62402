import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Connection } from '../connection.ts'
import { exists } from '../exists.ts'
import { isBusy } from '../sqlite-faults.ts'
import { moveOver } from './move.ts'
import type { SnapshotStore } from './store.ts'

/** Another program has the file open. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError'
}

const COPY = 'galley.db'

/** What SQLite keeps beside a file in WAL mode. */
const COMPANIONS = ['-wal', '-shm']

/** `file`: absolute. */
export function sqliteStore(file: string): SnapshotStore {
  return {
    isEmpty: async () => !(await exists(file)),
    async take(folder) {
      await mkdir(folder, { recursive: true })
      await withConnection(file, async (connection) => {
        await connection.execute('PRAGMA busy_timeout = 5000')
        await connection.execute({ sql: 'VACUUM INTO ?', args: [path.join(folder, COPY)] })
      })
    },
    stage: (folder) => check(path.join(folder, COPY)),
    async discard() {},
    async adopt(folder) {
      const copy = path.join(folder, COPY)
      // They belong to the file that goes: SQLite would write their pages into the new one.
      if (await exists(copy)) for (const end of COMPANIONS) await rm(file + end, { force: true })
      await mkdir(path.dirname(file), { recursive: true })
      await moveOver(copy, file)
    },
    async alone(work) {
      if (!(await exists(file))) return work()
      return withConnection(file, async (connection) => {
        try {
          // In WAL mode whoever has the file open holds a shared lock on it, all the time. Not by `execute`, whose
          // statements keep the lock after closing until they are collected.
          await connection.executeMultiple('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
        } catch (cause) {
          if (!isBusy(cause)) throw cause
          throw new DatabaseInUseError(`Another program has ${file} open.`, { cause })
        }
        return work()
      })
    },
  }
}

async function check(copy: string): Promise<void> {
  await withConnection(copy, async (connection) => {
    const { rows } = await connection.execute('PRAGMA quick_check(1)')
    const [answer] = Object.values(rows[0] as { [column: string]: unknown })
    if (answer !== 'ok') throw new Error(`its database is damaged: ${answer}`)
  })
}

async function withConnection<T>(file: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = new Connection(file)
  try {
    return await work(connection)
  } finally {
    connection.close()
  }
}
