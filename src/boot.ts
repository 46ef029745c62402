/** From an environment to a running Payload with an up-to-date schema: what the server and every command begin with. */
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { DatabaseOptions } from '../database/index.ts'
import { beginRestored, putInPlace } from './backup/complete.ts'
import { completeEnv, type Env, loadEnvFile, readEnv } from './env.ts'

/** A fault that the operator can mend; `message` says how. Printed without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}

/** By name: some are of modules that take a second to load, and public reads do not wait for them. */
const OPERATOR_ERRORS = new Set([
  'StartError',
  'EnvError',
  'BackupError',
  'DatabaseUnreachableError',
  'MigrationRefusedError',
])

/** Whether to print `error.message` alone. */
function isOperatorError(error: unknown): error is Error {
  return error instanceof Error && OPERATOR_ERRORS.has(error.name)
}

/** Prints what went wrong to stderr: a sentence when the operator can mend it, else everything known. */
export function reportFatal(error: unknown): void {
  const text = isOperatorError(error)
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : error
  process.stderr.write(`${text}\n`)
}

/**
 * Reads the environment and makes what it needs on disk: DATA_DIR and the secret in it.
 * @throws EnvError, StartError
 */
export async function prepare(): Promise<Env> {
  const env = await prepareFolders()
  if (!env.secret) env.secret = await keepSecret(path.join(env.dataDir, 'secret'))
  completeEnv({ PAYLOAD_SECRET: env.secret })
  return env
}

/**
 * The same but for the secret, which is empty when the environment gives none. Goes on with a restore that was cut off.
 * @throws EnvError, StartError
 */
export async function prepareFolders(): Promise<Env> {
  loadEnvFile()
  const env = readEnv()
  try {
    for (const folder of [env.dataDir, env.uploadsDir, env.renditionsDir])
      await mkdir(folder, { recursive: true })
    await access(env.dataDir, constants.W_OK)
  } catch (cause) {
    throw new StartError(
      `DATA_DIR ${env.dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}): choose another folder or change its permissions.`,
      { cause },
    )
  }
  await putInPlace(env)
  return env
}

async function keepSecret(file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}

/**
 * Connects, migrates, and mends what a crash without transactions has cut in two. `key`: tells instances of one process apart (tests); the admin UI uses the default one.
 * @throws DatabaseUnreachableError, MigrationRefusedError
 */
export async function bootPayload(env: Env, key?: string, options?: DatabaseOptions): Promise<Payload> {
  const { healVersions } = await import('../database/heal-versions.ts')
  const { migrate } = await import('../database/index.ts')
  const payload = await connectPayload(env, key, options)
  try {
    await migrate(payload.db, env.databaseUrl, { backups: path.join(env.dataDir, 'backups') })
    await healVersions(payload)
    await beginRestored(payload, env)
  } catch (error) {
    await closePayload(payload)
    throw error
  }
  return payload
}

/**
 * Connects and leaves the schema as it is: for a look that changes nothing.
 * @throws DatabaseUnreachableError
 */
export async function connectPayload(env: Env, key?: string, options?: DatabaseOptions): Promise<Payload> {
  const { assertReachable } = await import('../database/index.ts')
  await assertReachable(env.databaseUrl)
  const { galleyConfig } = await import('../payload.config.ts')
  const { getPayload } = await import('payload')
  return getPayload({ config: galleyConfig(env, options), ...(key ? { key } : {}) })
}

/** Closes the database. */
export async function closePayload(payload: Payload): Promise<void> {
  await payload.destroy()
}
