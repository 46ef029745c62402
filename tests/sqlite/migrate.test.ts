/** Starts on older, newer and new files. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient, type Row } from '@libsql/client'
import { sql } from '@payloadcms/db-sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Migratable, type Migration, migrateSqlite } from '../../database/migrate-sqlite.ts'
import { migrations } from '../../database/migrations/index.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { importContent } from '../../src/content-files/index.ts'
import { type Env, readEnv } from '../../src/env.ts'
import { startGalley } from '../support/galley.ts'
import { makeTargets, marked } from '../support/marked.ts'

type Database = { all<T>(query: string): Promise<T[]>; run(query: unknown): Promise<unknown> }

/** A new column, then the table built anew as drizzle writes it, with the lines that our command takes out gone. */
const rebuild: Migration = {
  name: '29991231_000000_rebuild',
  async up({ db }: never) {
    const database = db as Database
    for (const table of ['articles', 'glossary_terms', 'publications']) {
      const [made] = await database.all<{ sql: string }>(
        `SELECT sql FROM sqlite_master WHERE name = '${table}'`,
      )
      const columns = await database.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      const indexes = await database.all<{ sql: string }>(
        `SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '${table}' AND sql IS NOT NULL`,
      )
      const names = columns.map(({ name }) => `"${name}"`).join(', ')
      const statements = [
        (made?.sql ?? '')
          .replace(`\`${table}\``, `\`__new_${table}\``)
          .replace(`"${table}"`, `\`__new_${table}\``),
        `INSERT INTO \`__new_${table}\`(${names}) SELECT ${names} FROM \`${table}\`;`,
        `DROP TABLE \`${table}\`;`,
        `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
        ...indexes.map((index) => index.sql),
        `ALTER TABLE \`${table}\` ADD \`new_column\` text;`,
      ]
      for (const statement of statements) await database.run(sql.raw(statement))
    }
  },
}

const failing: Migration = {
  name: '29991231_000001_failing',
  async up({ db }: never) {
    await (db as Database).run(sql.raw('DROP TABLE `topics`;'))
    throw new Error('disk full')
  },
}

const orphaning: Migration = {
  name: '29991231_000002_orphaning',
  async up({ db }: never) {
    await (db as Database).run(sql.raw('DELETE FROM `people`;'))
  },
}

describe('migrating', () => {
  const folders: string[] = []
  /** A file with content of every type, as the first migration makes it. */
  let filled: string

  const folder = async () => {
    const made = await mkdtemp(path.join(tmpdir(), 'galley-migrate-'))
    folders.push(made)
    return made
  }
  const environment = (dataDir: string): Env =>
    readEnv({ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret for tests only', LOG_LEVEL: 'silent' })
  const copyOfFilled = async () => {
    const env = environment(await folder())
    await copyFile(filled, fileOf(env))
    return env
  }
  const migrateCopy = async (env: Env, list: readonly Migration[]) => {
    const payload = await bootPayload(env, randomUUID())
    try {
      const adapter = payload.db as unknown as Migratable
      return await migrateSqlite(adapter, fileOf(env), {
        backups: path.join(env.dataDir, 'backups'),
        migrations: list,
      })
    } finally {
      await closePayload(payload)
    }
  }

  beforeAll(async () => {
    const instance = await startGalley()
    const { payload } = instance
    for (const set of ['tests/fixtures/content/full', 'demo']) {
      const { errors } = await importContent({ payload, paths: [set], publish: true })
      expect(errors).toEqual([])
    }
    const targets = await makeTargets(payload)
    for (const type of ['articles', 'glossary-terms'] as const) {
      const first = { ...marked(type, 1, targets), _status: 'published' } as never
      const { id } = await payload.create({ collection: type, data: first })
      const second = { ...marked(type, 2, targets), _status: 'draft' } as never
      await payload.update({ collection: type, id, data: second, draft: true })
    }
    await instance.galley.settled()
    filled = path.join(await folder(), 'filled.db')
    const client = createClient({ url: instance.env.databaseUrl })
    await client.execute({ sql: 'VACUUM INTO ?', args: [filled] })
    client.close()
    await instance.close()
  }, 300_000)
  afterAll(async () => {
    for (const each of folders) await rm(each, { recursive: true, force: true })
  })

  it('finds every row of every table again after tables with children were built anew', async () => {
    const env = await copyOfFilled()
    const before = await contents(fileOf(env))
    expect(await migrateCopy(env, [...migrations, rebuild])).toEqual([rebuild.name])
    const after = await contents(fileOf(env))
    const { payload_migrations: recordedBefore = [], ...rowsBefore } = before.rows
    const { payload_migrations: recorded = [], ...rows } = after.rows
    expect(counts(rows)).toEqual(counts(rowsBefore))
    expect(rows).toEqual(rowsBefore)
    expect(recorded.slice(0, -1)).toEqual(recordedBefore)
    expect(after.orphans).toEqual([])
    // What the test is worth: a cascade would have had much to empty.
    const filledTables = Object.entries(rowsBefore).filter(([, all]) => all.length > 0)
    expect(filledTables.length).toBeGreaterThan(60)
    expect(rowsBefore.articles_rels?.length).toBeGreaterThan(20)
    expect(rowsBefore.glossary_terms_related_roles?.length).toBeGreaterThan(3)
    const total = Object.values(counts(rows)).reduce((sum, count) => sum + count, 0)
    process.stdout.write(`migrated: ${filledTables.length} tables with ${total} rows, all found again\n`)
  })

  it('makes a copy of the file first, says nothing and copies nothing when it is up to date', async () => {
    const env = await copyOfFilled()
    const before = await contents(fileOf(env))
    const backups = path.join(env.dataDir, 'backups')
    expect(await migrateCopy(env, migrations)).toEqual([])
    expect(existsSync(backups)).toBe(false)
    await migrateCopy(env, [...migrations, rebuild])
    const copies = readdirSync(backups)
    expect(copies).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z-\d+_\d+_[\w-]+\.db$/)])
    expect(copies[0]).toContain(migrations.at(-1)?.name)
    expect(await contents(path.join(backups, copies[0] ?? ''))).toEqual(before)
  })

  it.each([
    ['fails', [rebuild, failing], /disk full/],
    [
      'leaves rows that point nowhere',
      [rebuild, orphaning],
      /\d+ rows would point to rows that do not exist/,
    ],
  ])('leaves the file as it was when a migration %s, and names the copy', async (_why, list, reason) => {
    const env = await copyOfFilled()
    const before = await contents(fileOf(env))
    const failure = await migrateCopy(env, [...migrations, ...list]).catch((error: Error) => error)
    expect(failure).toMatchObject({ name: 'MigrationRefusedError' })
    expect((failure as Error).message).toMatch(reason)
    const named = /A copy of it is in (\S+\.db)\./.exec((failure as Error).message)?.[1] ?? ''
    expect(existsSync(named)).toBe(true)
    expect(await contents(fileOf(env))).toEqual(before)
    // And the old program starts on it.
    await closePayload(await bootPayload(env, randomUUID()))
  })

  it('makes one copy, however often a migration fails on the same file, and clears away half a copy', async () => {
    const env = await copyOfFilled()
    const backups = path.join(env.dataDir, 'backups')
    const attempt = () => migrateCopy(env, [...migrations, failing]).catch((error: Error) => error)
    await attempt()
    const copies = readdirSync(backups)
    expect(copies).toHaveLength(1)
    // As a start leaves it that is killed while it copies.
    await writeFile(path.join(backups, '20260101T000000Z-killed.db.part'), 'half')
    const again = (await attempt()) as Error
    expect(again.message).toContain(copies[0])
    expect(readdirSync(backups)).toEqual(copies)
    const client = createClient({ url: env.databaseUrl })
    await client.execute("UPDATE articles SET title = 'Another'")
    client.close()
    // Copies are named by the second.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await attempt()
    expect(readdirSync(backups)).toHaveLength(2)
  })

  it('refuses a database of a newer program in one sentence and writes nothing', async () => {
    const env = await copyOfFilled()
    await migrateCopy(env, [...migrations, rebuild])
    const before = await contents(fileOf(env))
    const refusal = await bootPayload(env, randomUUID()).catch((error: Error) => error)
    expect(refusal).toMatchObject({
      name: 'MigrationRefusedError',
      message: expect.stringMatching(
        /made by a newer Galley \(migration 29991231_000000_rebuild\): start that version/,
      ),
    })
    // Not the bytes: SQLite may still be moving what it wrote before from its journal.
    expect(await contents(fileOf(env))).toEqual(before)
  })

  it('keeps the newest five copies', async () => {
    const env = await copyOfFilled()
    const list = [...migrations]
    for (let index = 0; index < 6; index++) {
      list.push({ name: `29991231_00000${index}_none`, down: async () => {}, up: async () => {} } as never)
      await migrateAnew(env, list)
    }
    const copies = readdirSync(path.join(env.dataDir, 'backups'))
    expect(copies).toHaveLength(5)
    expect(copies.some((name) => name.includes('29991231_000004'))).toBe(true)
  })

  /** As `migrateCopy`, for a file that is newer than this program. */
  async function migrateAnew(env: Env, list: readonly Migration[]): Promise<void> {
    const { galleyConfig } = await import('../../payload.config.ts')
    const { getPayload } = await import('payload')
    const payload = await getPayload({ config: galleyConfig(env), key: randomUUID() })
    const adapter = payload.db as unknown as Migratable
    await migrateSqlite(adapter, fileOf(env), {
      backups: path.join(env.dataDir, 'backups'),
      migrations: list,
    })
    await closePayload(payload)
  }
})

const fileOf = (env: Env) => env.databaseUrl.slice('file:'.length)

type Contents = { rows: { [table: string]: string[] }; orphans: Row[] }

/** Every row of every table, as text; columns that were added since are left out when they are empty. */
async function contents(file: string): Promise<Contents> {
  const client = createClient({ url: `file:${file}` })
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  const rows: Contents['rows'] = {}
  for (const { name } of tables.rows) {
    const found = await client.execute(`SELECT * FROM "${name}" ORDER BY rowid`)
    rows[String(name)] = found.rows.map((row) =>
      JSON.stringify(
        found.columns.map((column) => [column, row[column]]).filter(([, value]) => value !== null),
      ),
    )
  }
  const orphans = (await client.execute('PRAGMA foreign_key_check')).rows
  client.close()
  return { rows, orphans }
}

const counts = (rows: Contents['rows']) =>
  Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]))
