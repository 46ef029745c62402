/** A backup back in its place: all of it or nothing. */
import { access, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseInUseError, snapshotStore } from '../../database/snapshot/index.ts'
import type { SnapshotStore } from '../../database/snapshot/store.ts'
import { absent } from '../../media/absent.ts'
import type { Env } from '../env.ts'
import { readManifest, unpack } from './archive.ts'
import { markComplete, putInPlace } from './complete.ts'
import type { BackupOptions } from './create.ts'
import { BackupError } from './error.ts'
import { knownHere } from './known.ts'
import { type Manifest, whyNot } from './manifest.ts'
import { DATABASE, foldersOf, partsOf } from './parts.ts'

export type RestoreOptions = BackupOptions & {
  /** Also in the place of content that is there. */
  force: boolean
}

export type Restored = Pick<Manifest, 'madeAt'> & {
  /** What the backup's sessions and API keys were made with. */
  secret: string
}

/**
 * Stop every Galley on this database first. `onProgress` counts bytes. The next start (`bootPayload`) gives the
 * ledger a new epoch.
 * @throws BackupError; `signal`'s reason. Nothing is changed then.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { env, file, force } = options
  const manifest = await examine(file, env)
  const store = await snapshotStore(env.databaseUrl)
  await whileUnused(store, async () => {})
  if (!force && !(await isEmpty(env, store))) {
    throw new BackupError(
      `There is content already, in ${env.dataDir} or its database: with --force the backup takes its place, and it is lost.`,
    )
  }
  const folder = foldersOf(env).restore
  await rm(folder, { recursive: true, force: true })
  let isComplete = false
  try {
    await mkdir(folder, { mode: 0o700 })
    await stage(store, folder, options)
    const secret = await readFile(path.join(folder, 'secret'), 'utf8')
    await whileUnused(store, async () => {
      await markComplete(env, await readdir(folder))
      isComplete = true
      await putInPlace(env)
    })
    return { madeAt: manifest.madeAt, secret }
  } finally {
    if (!isComplete) {
      // Again, while files at hand are still being written.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
      await store.discard()
    }
  }
}

async function examine(file: string, env: Env): Promise<Manifest> {
  const manifest = await readManifest(file).catch((cause: NodeJS.ErrnoException) => {
    throw new BackupError(`${file} cannot be read (${cause.code}): is it the right name?`, { cause })
  })
  if (!manifest) throw new BackupError(`${file} is no backup of Galley. Nothing was changed.`)
  const reason = whyNot(manifest, knownHere(env))
  if (reason) throw new BackupError(`${file} ${reason} Nothing was changed.`)
  return manifest
}

async function stage(
  store: SnapshotStore,
  folder: string,
  { file, signal, onProgress }: RestoreOptions,
): Promise<void> {
  const { size: total } = await stat(file)
  try {
    await unpack(file, folder, {
      signal,
      onEntry: (label, bytes) => onProgress?.({ done: bytes, total, label }),
    })
    for (const name of [DATABASE, 'secret', 'uploads', 'renditions']) await access(path.join(folder, name))
    await store.stage(path.join(folder, DATABASE), signal)
  } catch (cause) {
    signal.throwIfAborted()
    throw new BackupError(
      `${file} could not be restored: ${(cause as Error).message}. Nothing was changed; where the file is damaged, take another backup.`,
      { cause },
    )
  }
}

async function whileUnused(store: SnapshotStore, work: () => Promise<void>): Promise<void> {
  try {
    await store.alone(work)
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error
    throw new BackupError(`${error.message} Stop Galley first, and restore then. Nothing was changed.`, {
      cause: error,
    })
  }
}

/** The first start alone has made folders and a secret. */
async function isEmpty(env: Env, store: SnapshotStore): Promise<boolean> {
  const { uploads } = partsOf(env)
  return (await store.isEmpty()) && (await readdir(String(uploads)).catch(absent<string[]>([]))).length === 0
}
