import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from '@libsql/client'

const KEPT = 5

/**
 * A consistent copy of the database that `client` has open, while others may write: `TIME-NAME.db` in `folder`.
 * The newest five are kept. One caller at a time.
 * @returns its absolute path, or that of the newest copy when it is the same: a program that is started again and
 *   again must not push out older states.
 */
export async function backUp(client: Client, options: { folder: string; name: string }): Promise<string> {
  const { folder, name } = options
  await mkdir(folder, { recursive: true })
  // A start that was killed in the middle of it.
  for (const file of await readdir(folder)) if (file.endsWith('.db.part')) await rm(path.join(folder, file))
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const target = path.resolve(folder, `${time}-${name}.db`)
  const part = `${target}.part`
  try {
    await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
    const newest = (await copiesIn(folder)).at(-1)
    if (newest && (await isSame(newest, part))) return newest
    await rename(part, target)
  } finally {
    await rm(part, { force: true })
  }
  for (const old of (await copiesIn(folder)).slice(0, -KEPT)) await rm(old)
  return target
}

/** Oldest first. */
async function copiesIn(folder: string): Promise<string[]> {
  const copies = (await readdir(folder)).filter((file) => /^\d{8}T\d{6}Z-.*\.db$/.test(file)).sort()
  return copies.map((file) => path.resolve(folder, file))
}

async function isSame(one: string, other: string): Promise<boolean> {
  if ((await stat(one)).size !== (await stat(other)).size) return false
  return (await hashOf(one)) === (await hashOf(other))
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
