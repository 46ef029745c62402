/** Somebody else holds the database's one lock for writing. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Client, createClient } from '@libsql/client'
import type { Payload } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReplica } from '../../pipelines/channels/delivery/replica.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { createGalley, type Galley } from '../../src/galley.ts'
import { createApp } from '../../src/http/app.ts'
import { signedIn } from '../support/galley.ts'
import { createFirstUser } from '../support/users.ts'

const PATIENCE_MS = 400

describe('a writer that waits', () => {
  let dataDir: string
  let payload: Payload
  let galley: Galley
  let app: RequestListener
  let admin: ReturnType<typeof signedIn>
  let other: Client

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'galley-test-'))
    const env = readEnv({ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret for tests only', LOG_LEVEL: 'silent' })
    const key = randomUUID()
    payload = await bootPayload(env, key, { patienceMs: PATIENCE_MS })
    galley = createGalley(payload, env, { replica: createReplica(dataDir) })
    const token = await createFirstUser(payload)
    await galley.start()
    app = createApp({ payload, env, galley, cacheKey: key })
    admin = signedIn(app, token)
    other = createClient({ url: env.databaseUrl })
  })
  afterAll(async () => {
    other?.close()
    await galley?.stop()
    await closePayload(payload)
    await rm(dataDir, { recursive: true, force: true })
  })

  /** Takes the lock as another program does, once the channels have nothing to write. */
  const hold = async () => {
    await galley.settled()
    await other.execute('BEGIN IMMEDIATE')
  }
  const make = (name: string) => admin.post('/api/topics').send({ name, _status: 'published' })

  it('for another program, beyond the limit, is told so; reads go on; afterwards everything works', async () => {
    await hold()
    const refused = await Promise.all(['One', 'Two', 'Three'].map(make))
    for (const answer of refused) {
      expect([answer.status, answer.type]).toEqual([503, 'application/problem+json'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(answer.body.detail).toMatch(/nothing was changed.*Try again/)
      expect(answer.body.errors[0].message).toBe(answer.body.detail)
    }
    // Whose turn it is while the others wait may be a channel's.
    const reason = async () => (await make('Four')).body.detail
    await expect.poll(reason, { timeout: 60_000 }).toMatch(/another program has been writing/)
    expect((await request(app).get('/v1/topics')).status).toBe(200)
    expect((await admin.get('/api/topics')).status).toBe(200)
    await other.execute('ROLLBACK')
    expect((await make('Afterwards')).status).toBe(201)
    await galley.settled()
    const listed = await request(app).get('/v1/topics')
    expect((listed.body.data as { title: string }[]).map(({ title }) => title)).toEqual(['Afterwards'])
  })

  it('within the limit, goes on by itself', async () => {
    await hold()
    setTimeout(() => other.execute('ROLLBACK'), PATIENCE_MS / 4)
    expect((await make('Patient')).status).toBe(201)
  })

  it('for its own process, behind an operation that never ends, is told so', async () => {
    const id = await payload.db.beginTransaction()
    const answer = await make('Behind')
    expect([answer.status, answer.body.detail]).toEqual([503, expect.stringMatching(/for its turn to write/)])
    await payload.db.rollbackTransaction(id as string)
    expect((await make('In front')).status).toBe(201)
  })

  it('for its own caller, because a hook forgot `req`, gives up and lets the caller go on', async () => {
    const { hooks } = payload.collections.topics.config
    const inner: unknown[] = []
    hooks.afterChange.push(async ({ doc }) => {
      if (doc.name !== 'Outer') return
      inner.push(
        await payload.create({ collection: 'topics', data: { name: 'Inner' } }).catch((error) => error),
      )
    })
    const answer = await make('Outer')
    hooks.afterChange.pop()
    expect(answer.status).toBe(201)
    expect(inner).toEqual([expect.objectContaining({ name: 'DatabaseBusyError', status: 503 })])
    expect((inner[0] as Error).message).toMatch(/a hook calls the local API without passing `req`/)
  })
})
