/** What a process answers while Payload still loads. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../pipelines/channels/delivery/store.ts'
import { type Early, serveEarly } from '../../src/early.ts'
import type { Env } from '../../src/env.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

describe.skipIf(databaseUrl() === null)('before Payload is loaded', () => {
  let site: TestGalley
  let folder: string
  const opened: Early[] = []
  const serve = async (env: Partial<Env> = {}) => {
    const early = await serveEarly({ ...site.env, ...env })
    opened.push(early)
    return early
  }

  const appOf = ({ delivery }: Early) =>
    delivery.before((_request, response) => void response.writeHead(503).end())

  beforeAll(async () => {
    site = await startGalley()
    folder = await mkdtemp(path.join(tmpdir(), 'galley-early-'))
    await site.payload.create({
      collection: 'topics',
      data: { name: 'Presses', slug: 'presses', _status: 'published' },
    })
    await site.galley.settled()
  })
  afterAll(async () => {
    for (const early of opened) {
      await early.handOver(() => {})
      await early.replica.stop()
    }
    await rm(folder, { recursive: true, force: true })
    await site?.close()
  })

  test('answers from the read model that stands where the ledger ends', async () => {
    const early = await serve()
    const app = appOf(early)
    const { body, headers } = await request(app).get('/v1/topics/presses').expect(200)
    expect(body.data.title).toBe('Presses')
    expect(Number(headers['galley-seq'])).toBe(site.galley.replica?.seq())
    await request(app).get('/v1/topics/none').expect(404)
    await request(app).get('/admin').expect(503)
  })

  test('waits where it has nothing, is behind, is of another ledger, or cannot ask', async () => {
    const { store } = site.galley.replica ?? {}
    if (!store) throw new Error('nothing is served')
    const present = store.position()
    const waits = async (env: Partial<Env>) => {
      const answer = await request(appOf(await serve(env)))
        .get('/v1')
        .expect(503)
      expect(answer.headers['retry-after']).toBe('1')
    }
    await waits({ dataDir: folder })
    for (const [name, position] of [
      ['behind', { ...present, seq: present.seq - 1 }],
      ['other', { ...present, epoch: 'another' }],
    ] as const) {
      const dataDir = path.join(folder, name)
      const other = openStore(dataDir)
      other.setPosition(position)
      other.close()
      await waits({ dataDir })
    }
    const databaseUrl = `file:${path.join(folder, 'none.db')}`
    await waits({ databaseUrl })
  })

  test('answers as soon as it has caught up', async () => {
    const early = await serve({ dataDir: folder })
    await request(appOf(early)).get('/v1').expect(503)
    await early.replica.start(site.payload)
    await request(appOf(early)).get('/v1/topics/presses').expect(200)
  })
})
