/**
 * The second half of a restore. From the moment that the mark is written, the backup lies complete beside what it
 * replaces, and everything that follows can be done again: whatever stops it, the next start goes on.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { moveOver } from '../../database/snapshot/move.ts'
import { absent } from '../../media/absent.ts'
import type { Env } from '../env.ts'
import { DATABASE, foldersOf, partsOf } from './parts.ts'

const fileOf = (env: Env) => path.join(foldersOf(env).restore, 'complete')

/** From here on the restore goes forward only. `parts`: the names of what the backup holds. */
export async function markComplete(env: Env, parts: string[]): Promise<void> {
  await writeFile(fileOf(env), JSON.stringify(parts), { flush: true } as never)
}

async function readMark(env: Env): Promise<string[] | null> {
  const mark = await readFile(fileOf(env), 'utf8').catch(absent(null))
  return mark === null ? null : (JSON.parse(mark) as string[])
}

/** Puts a restored backup in its place; does nothing when there is none that waits for it. */
export async function putInPlace(env: Env): Promise<void> {
  if (!(await readMark(env))) return
  const { restore } = foldersOf(env)
  const { withFileLock } = await import('../../database/file-lock.ts')
  await withFileLock(`${restore}.lock`, async () => {
    const mark = await readMark(env)
    if (!mark) return
    const { snapshotStore } = await import('../../database/snapshot/index.ts')
    await (await snapshotStore(env.databaseUrl)).adopt(path.join(restore, DATABASE))
    for (const [name, target] of Object.entries(partsOf(env))) {
      if (mark.includes(name)) await moveOver(path.join(restore, name), target)
      else await rm(target, { recursive: true, force: true })
    }
  })
}

/** Before a restored database is used for the first time: a new history of the ledger; saves that the backup cut in two. */
export async function beginRestored(payload: Payload, env: Env): Promise<void> {
  if (!(await readMark(env))) return
  const { healVersions } = await import('../../database/heal-versions.ts')
  const { beginNewHistory } = await import('../../pipelines/ledger/new-history.ts')
  const { channels } = await import('../../pipelines/channels/registry.ts')
  await healVersions(payload, { always: true })
  await beginNewHistory(payload, channels)
  await rm(foldersOf(env).restore, { recursive: true, force: true })
}
