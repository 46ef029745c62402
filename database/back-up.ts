import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from '@libsql/client'

const KEPT = 5

/**
 * A consistent copy of the database that `client` has open, while others may write: `TIME-NAME.db` in `folder`.
 * The newest five are kept.
 * @returns its absolute path.
 */
export async function backUp(client: Client, options: { folder: string; name: string }): Promise<string> {
  const { folder, name } = options
  await mkdir(folder, { recursive: true })
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const target = path.resolve(folder, `${time}-${name}.db`)
  const part = `${target}.part`
  await rm(part, { force: true })
  await client.execute({ sql: 'VACUUM INTO ?', args: [part] })
  await rename(part, target)
  const copies = (await readdir(folder)).filter((file) => /^\d{8}T\d{6}Z-.*\.db$/.test(file)).sort()
  for (const old of copies.slice(0, -KEPT)) await rm(path.join(folder, old))
  return target
}
