/**
 * A backup: one gzipped tar file with the database, the pictures and the secret, taken while others write. All of
 * it is first put beside the originals (pictures as hard links), so that nothing changes while it is packed.
 */
import { createWriteStream } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'
import { withFileLock } from '../../database/file-lock.ts'
import { snapshotStore } from '../../database/snapshot/index.ts'
import { absent } from '../../media/absent.ts'
import { channels } from '../../pipelines/channels/registry.ts'
import { backupOrder } from '../../pipelines/ledger/backup-order.ts'
import type { Env } from '../env.ts'
import type { Progress } from '../progress.ts'
import { BackupError } from './error.ts'
import { knownHere } from './known.ts'
import { MANIFEST, toManifest } from './manifest.ts'
import { DATABASE, foldersOf, partsOf } from './parts.ts'

export type BackupOptions = {
  env: Env
  /** Must not exist. Relative to the working directory. */
  file: string
  signal: AbortSignal
  onProgress?: (progress: Progress) => void
}

/**
 * @returns bytes of the file, which only its owner may read: it holds the secret.
 * @throws BackupError; `signal`'s reason. Nothing is left then.
 */
export async function createBackup({ env, file, signal, onProgress }: BackupOptions): Promise<number> {
  const target = path.resolve(file)
  if (await stat(target).catch(() => null))
    throw new BackupError(`${file} exists already: choose another name.`)
  const staging = foldersOf(env).backup
  return withFileLock(`${staging}.lock`, async () => {
    // What a backup that was killed has left.
    await rm(staging, { recursive: true, force: true })
    const part = `${target}.part`
    try {
      await mkdir(staging, { mode: 0o700 })
      await gather(env, staging, signal)
      await pack(staging, part, { signal, onProgress })
      await rename(part, target)
      return (await stat(target)).size
    } finally {
      await rm(staging, { recursive: true, force: true })
      await rm(part, { force: true })
    }
  })
}

async function gather(env: Env, staging: string, signal: AbortSignal): Promise<void> {
  const { uploads, renditions, secret: _kept, ...files } = partsOf(env)
  const known = knownHere(env)
  await writeFile(path.join(staging, MANIFEST), `${JSON.stringify(toManifest(known, new Date()), null, 2)}\n`)
  await writeFile(path.join(staging, 'secret'), env.secret, { mode: 0o600 })
  for (const [name, file] of Object.entries(files))
    await copyFile(file, path.join(staging, name)).catch(absent(undefined))
  const pictures = async () => {
    await linkAll(String(uploads), path.join(staging, 'uploads'), signal)
    await linkAll(String(renditions), path.join(staging, 'renditions'), signal)
  }
  // Before, for what is deleted meanwhile; and after, for what is new.
  await pictures()
  const store = await snapshotStore(env.databaseUrl)
  await store.take(path.join(staging, DATABASE), { ...backupOrder(channels), signal })
  await pictures()
}

async function linkAll(from: string, to: string, signal: AbortSignal): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from).catch(absent<string[]>([]))) {
    signal.throwIfAborted()
    const [source, target] = [path.join(from, name), path.join(to, name)]
    // Not every volume has hard links.
    await link(source, target).catch((error) =>
      error.code === 'EEXIST' ? undefined : copyFile(source, target).catch(absent(undefined)),
    )
  }
}

async function pack(
  staging: string,
  target: string,
  { signal, onProgress }: Pick<BackupOptions, 'signal' | 'onProgress'>,
): Promise<void> {
  const names = await readdir(staging)
  const total = (await readdir(staging, { recursive: true })).length
  let done = 0
  const archive = create(
    {
      cwd: staging,
      gzip: true,
      portable: true,
      strict: true,
      onWriteEntry: (entry) => onProgress?.({ done: ++done, total, label: entry.path }),
    },
    // First: whoever reads it knows at once what it is.
    [MANIFEST, ...names.filter((name) => name !== MANIFEST)],
  )
  // `flush`: a backup that is lost with the power was none.
  const file = createWriteStream(target, { mode: 0o600, flush: true })
  await pipeline(archive as AsyncIterable<Buffer>, file, { signal })
}
