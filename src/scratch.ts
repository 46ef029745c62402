import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { bootPayload, closePayload } from './boot.ts'
import type { Env } from './env.ts'

/** Runs `work` with an empty database of Galley's collections (SQLite, in DATA_DIR), which is deleted afterwards. */
export async function withScratch<T>(env: Env, work: (scratch: Payload) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(env.dataDir, 'scratch-'))
  try {
    const databaseUrl = `file:${path.join(dataDir, 'scratch.db')}`
    const scratch = await bootPayload({ ...env, dataDir, database: 'sqlite', databaseUrl }, randomUUID())
    try {
      return await work(scratch)
    } finally {
      await closePayload(scratch)
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
