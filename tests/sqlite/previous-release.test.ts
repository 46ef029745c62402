/** A file that an earlier release filled, under the real migrations: nothing is lost, and this program works on it. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Client, createClient } from '@libsql/client'
import type { Payload } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../database/migrations/index.ts'
import { createReplica, type Replica } from '../../pipelines/channels/delivery/replica.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { createGalley } from '../../src/galley.ts'
import { createApp } from '../../src/http/app.ts'

/**
 * Demo content, published; a draft over a live article; three failed logins. Each is named for the last migration
 * that its release had.
 */
const FIXTURES = 'tests/fixtures/databases'
const ADMIN = { email: 'admin@galley.local', password: 'a password of the old program' }
/** Tables that are gone, since what stood in them is made from the ledger elsewhere. */
const MADE_AGAIN = new Set(['rss_items', 'json_feed_items'])

const LIVE = 'What an urban forester does all week'
const DRAFT = 'A draft over what is public'

const releases = readdirSync(FIXTURES).map((file) => file.replace('.db.gz', ''))

describe.each(releases)('a database of the release with %s', (release) => {
  let dataDir: string
  let replica: Replica
  let before: Contents
  let payload: Payload
  let app: RequestListener
  let client: Client

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'galley-release-'))
    const env = readEnv({
      DATA_DIR: dataDir,
      PAYLOAD_SECRET: 'a secret of the old program',
      PUBLIC_URL: 'http://localhost:3977',
      SITE_URL: 'http://localhost:3977',
      LOG_LEVEL: 'silent',
    })
    writeFileSync(
      env.databaseUrl.slice('file:'.length),
      gunzipSync(readFileSync(`${FIXTURES}/${release}.db.gz`)),
    )
    client = createClient({ url: env.databaseUrl })
    before = await contents(client)
    const key = randomUUID()
    payload = await bootPayload(env, key)
    replica = createReplica(dataDir)
    await replica.start(payload)
    app = createApp({ payload, env, galley: createGalley(payload, env, { replica }), cacheKey: key })
  })
  afterAll(async () => {
    client?.close()
    await replica?.stop()
    if (payload) await closePayload(payload)
    await rm(dataDir, { recursive: true, force: true })
  })

  it('has every row and every value that still has a column', async () => {
    const after = await contents(client)
    let [tables, rows, values] = [0, 0, 0]
    for (const [table, old] of Object.entries(before)) {
      const now = after[table]
      if (!now && MADE_AGAIN.has(table)) continue
      const columns = old.columns.filter((column) => now?.columns.includes(column))
      const found = pick(now, columns)
      const isGrowing = table === 'payload_migrations'
      expect([table, isGrowing ? found.slice(0, old.rows.length) : found]).toEqual([
        table,
        pick(old, columns),
      ])
      tables += 1
      rows += old.rows.length
      values += old.rows.length * columns.length
    }
    expect(rows).toBeGreaterThan(3000)
    const recorded = after.payload_migrations?.rows.map(({ name }) => name)
    expect(recorded).toEqual(migrations.map(({ name }) => name))
    process.stdout.write(`${release}: ${tables} tables, ${rows} rows, ${values} values, all found again\n`)
  })

  it('is whole as SQLite sees it', async () => {
    const integrity = await client.execute('PRAGMA integrity_check')
    expect(integrity.rows.map((row) => row.integrity_check)).toEqual(['ok'])
    expect((await client.execute('PRAGMA foreign_key_check')).rows).toEqual([])
  })

  it('was copied as it was', async () => {
    const copies = readdirSync(path.join(dataDir, 'backups'))
    expect(copies).toEqual([expect.stringMatching(new RegExp(`Z-${release}\\.db$`))])
    const copy = createClient({ url: `file:${path.join(dataDir, 'backups', copies[0] ?? '')}` })
    expect(await contents(copy)).toEqual(before)
    copy.close()
  })

  it('lets its admin in, who finds the public text and the draft over it; readers get the public one', async () => {
    const signedIn = await request(app).post('/api/users/login').send(ADMIN)
    expect([signedIn.status, signedIn.body.user?.email]).toEqual([200, ADMIN.email])
    const where = { title: { equals: LIVE } }
    const { docs } = await payload.find({ collection: 'articles', where })
    const [article] = docs
    expect(docs.map(({ _status }) => _status)).toEqual(['published'])
    const draft = await request(app)
      .get(`/api/articles/${article?.id}?draft=true`)
      .set('Authorization', `JWT ${signedIn.body.token}`)
    expect([draft.body.title, draft.body._status]).toEqual([DRAFT, 'draft'])
    const listed = await request(app).get('/v1/articles?limit=100')
    expect(listed.status).toBe(200)
    const titles = (listed.body.data as { title: string }[]).map(({ title }) => title)
    expect(titles).toContain(LIVE)
    expect(titles).not.toContain(DRAFT)
  })

  it('takes what this program saves', async () => {
    const { docs } = await payload.find({ collection: 'articles', where: { title: { equals: LIVE } } })
    const id = docs[0]?.id ?? 0
    const data = { summary: 'Saved by the new program.', _status: 'published' } as never
    await payload.update({ collection: 'articles', id, data })
    expect((await payload.findByID({ collection: 'articles', id })).summary).toBe('Saved by the new program.')
  })
})

type Contents = { [table: string]: { columns: string[]; rows: { [column: string]: unknown }[] } }

async function contents(client: Client): Promise<Contents> {
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  const all: Contents = {}
  for (const { name } of tables.rows) {
    const { columns, rows } = await client.execute(`SELECT * FROM "${name}" ORDER BY rowid`)
    all[String(name)] = {
      columns,
      rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))),
    }
  }
  return all
}

function pick(table: Contents[string] | undefined, columns: string[]): unknown[][] {
  return (table?.rows ?? []).map((row) => columns.map((column) => row[column]))
}
