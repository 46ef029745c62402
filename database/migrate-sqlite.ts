/**
 * Brings a SQLite file up to date with the committed migrations: all of them or none, after a copy of the file,
 * by one process at a time. Foreign keys are off meanwhile: drizzle rebuilds a table by dropping it, and inside a
 * transaction its own PRAGMA does nothing, so the cascade would empty every array and relation.
 */
import type { Client } from '@libsql/client'
import type { DatabaseAdapter, PayloadRequest } from 'payload'
import { backUp } from './back-up.ts'
import { breathe } from './breathe.ts'
import { withFileLock } from './file-lock.ts'
import { migrations as committed } from './migrations/index.ts'
import { withTransaction } from './transaction.ts'

/** A file that this program cannot bring up to date; `message` tells the operator why and what to do. */
export class MigrationRefusedError extends Error {
  override name = 'MigrationRefusedError'
}

export type Migration = { name: string; up(args: never): Promise<void> }

export type MigrateOptions = {
  /** Absolute: the folder where a copy is kept before anything changes. */
  backups: string
  /** In order. Those of this program, but for tests. */
  migrations?: readonly Migration[]
}

/** The adapter as `sqliteDatabase` makes it. */
export type Migratable = DatabaseAdapter & {
  client?: Client
  sessions: Record<string, { db: unknown }>
  /** Runs `work` while the writing connection leaves foreign keys alone. */
  withoutForeignKeys<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Does nothing to a file that is up to date.
 * @returns the names of the migrations that were run.
 * @throws MigrationRefusedError; the file is then as it was.
 */
export async function migrateSqlite(
  adapter: Migratable,
  file: string,
  { backups, migrations = committed }: MigrateOptions,
): Promise<string[]> {
  const { client } = adapter
  if (!client) throw new Error('[database] migrate before connect')
  if ((await pending(client, migrations, backups)).names.length === 0) return []
  return withFileLock(`${file}-migrating`, async () => {
    // Another start may have done it while this one waited.
    const { names, last, batch } = await pending(client, migrations, backups)
    if (names.length === 0) return []
    const copy =
      last === null ? null : await backUp(client, { folder: backups, name: last }).catch(refuseBackup)
    const { logger } = adapter.payload
    if (copy) logger.info({ msg: `migrate.backup: the database as it was is in ${copy}` })
    try {
      await adapter.withoutForeignKeys(() => run(adapter, client, { migrations, names, batch }))
    } catch (cause) {
      logger.error({ err: cause, msg: 'migrate.failed' })
      throw new MigrationRefusedError(
        `The database could not be brought up to date (${(cause as Error).message}). It was left as it was: ` +
          `start the version of Galley that you had before.${copy ? ` A copy of it is in ${copy}.` : ''}`,
        { cause },
      )
    }
    logger.info({ msg: `migrate.done: ${names.join(', ')}` })
    return names
  })
}

type Db = { all(query: string): Promise<unknown[]>; run(query: string): Promise<unknown> }

type Work = { migrations: readonly Migration[]; names: string[]; batch: number }

/** All in one transaction: what fails, or leaves a row that points nowhere, changes nothing. */
async function run(adapter: Migratable, client: Client, { migrations, names, batch }: Work): Promise<void> {
  const { payload } = adapter
  const before = (await client.execute('PRAGMA foreign_key_check')).rows.length
  await withTransaction(adapter, async (id) => {
    if (id === null) throw new Error('[database] SQLite without transactions')
    const req = { payload, transactionID: id, context: {} } as unknown as PayloadRequest
    const { db } = adapter.sessions[id] as { db: Db }
    for (const migration of migrations.filter(({ name }) => names.includes(name))) {
      await migration.up({ db, payload, req } as never)
      await payload.db.create({
        collection: 'payload-migrations',
        data: { name: migration.name, batch },
        req,
      })
      await breathe()
    }
    await describeIndexes(db)
    const after = (await db.all('PRAGMA foreign_key_check')).length
    if (after > before) throw new Error(`${after - before} rows would point to rows that do not exist`)
  })
}

/**
 * Of each document, one version is the latest: an index that finds half of a table. Without figures SQLite prefers
 * it to that of the document or the slug, and every save would read the latest version of all documents
 * (https://www.sqlite.org/fileformat2.html#stat1tab).
 */
async function describeIndexes(db: Db): Promise<void> {
  await db.run('ANALYZE payload_migrations')
  const latest = "type = 'index' AND name LIKE '%\\_latest\\_idx' ESCAPE '\\'"
  await db.run(`DELETE FROM sqlite_stat1 WHERE idx IN (SELECT name FROM sqlite_master WHERE ${latest})`)
  await db.run(
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT tbl_name, name, '100000 50000' FROM sqlite_master WHERE ${latest}`,
  )
}

/** What the file lacks, the last migration that it has (null: a new file), and the number of the next batch. */
async function pending(client: Client, migrations: readonly Migration[], backups: string) {
  const table = await client.execute("SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'")
  const rows =
    table.rows.length === 0 ? [] : (await client.execute('SELECT name, batch FROM payload_migrations')).rows
  const done = rows.map((row) => ({ name: String(row.name), batch: Number(row.batch) }))
  if (done.some(({ batch }) => batch === -1)) {
    throw new MigrationRefusedError(
      'This database was changed by Payload in development mode, not by migrations: Galley cannot tell what it ' +
        'holds. Begin with a new file and import the content, or restore a backup.',
    )
  }
  const known = migrations.map(({ name }) => name)
  const foreign = done.map(({ name }) => name).filter((name) => !known.includes(name))
  if (foreign.length > 0) {
    throw new MigrationRefusedError(
      `This database was made by a newer Galley (migration ${foreign.sort().at(-1)}): start that version, or put a ` +
        `backup from before its first start in the place of the file (look into ${backups}). Nothing was changed.`,
    )
  }
  return {
    names: known.filter((name) => !done.some((one) => one.name === name)),
    last:
      done
        .map(({ name }) => name)
        .sort()
        .at(-1) ?? null,
    batch: Math.max(0, ...done.map(({ batch }) => batch)) + 1,
  }
}

function refuseBackup(cause: Error): never {
  throw new MigrationRefusedError(
    `The database has to be brought up to date, and the copy that is made before failed (${cause.message}): make room ` +
      'in DATA_DIR, and start again. Nothing was changed.',
    { cause },
  )
}
