/** What operators do to a site that lives: rebuild, compact, back up, restore. */
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuildStore } from '../../pipelines/channels/delivery/rebuild.ts'
import { openStore } from '../../pipelines/channels/delivery/store.ts'
import { rebuild, whyNotRebuilt } from '../../pipelines/channels/rebuild.ts'
import { channels, feedFormats } from '../../pipelines/channels/registry.ts'
import { compact } from '../../pipelines/ledger/compact.ts'
import { isCompacted } from '../../pipelines/ledger/entry.ts'
import { putInPlace } from '../../src/backup/complete.ts'
import { createBackup } from '../../src/backup/create.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import type { Env } from '../../src/env.ts'
import { withScratch } from '../../src/scratch.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { wholeLedger } from '../support/ledger.ts'
import { rowsOf as rowsOfStore } from '../support/store-rows.ts'
import { paragraphs } from '../support/text.ts'

const projections = channels.filter(({ kind }) => kind === 'projection')
const { signal } = new AbortController()

describe.skipIf(databaseUrl() === null)('operations', () => {
  let instance: TestGalley
  let payload: Payload
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'galley-operations-'))
    instance = await startGalley()
    payload = instance.payload
    await writeContent()
  })
  afterAll(async () => {
    await instance?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const settled = () => instance.galley.settled()
  const publish = (collection: string, data: { [field: string]: unknown }) =>
    payload.create({
      collection,
      data: { ...data, _status: 'published' },
    } as never) as Promise<unknown> as Promise<{
      id: number | string
      uid: string
    }>

  /** Something of everything that leaves a trace: pictures changed, renames, own choices, removals. */
  async function writeContent() {
    const picture = async (colour: string) => {
      const create = { width: 64, height: 48, channels: 3 as const, background: colour }
      const data = await sharp({ create }).png().toBuffer()
      return { data, mimetype: 'image/png', name: `${colour}.png`, size: data.length }
    }
    const media = { collection: 'media', data: { alt: 'A square' } } as const
    const { id: image } = await payload.create({ ...media, file: await picture('red') } as never)
    const topic = await publish('topics', { name: 'Trees' })
    const article = (title: string, more = {}) =>
      publish('articles', { title, body: paragraphs(`Words of ${title}.`), topics: [topic.id], ...more })
    const first = await article('First', { image })
    const second = await article('Second', { channels: { feeds: { include: 'no' } } })
    await article('Third')
    await settled()
    await payload.update({ collection: 'media', id: image, data: {}, file: await picture('blue') } as never)
    const change = (id: number | string, data: object) =>
      payload.update({ collection: 'articles', id, data } as never)
    await change(first.id, { title: 'First, renamed', slug: 'renamed', _status: 'published' })
    await change(second.id, { _status: 'draft' })
    await settled()
    await payload.db.updateOne({
      collection: 'linkedin-drafts',
      where: { itemId: { equals: `articles:${first.uid}` } },
      data: { state: 'posted' },
    })
  }

  /** Everything that a projection keeps, without database ids. */
  async function rowsOf(of: Payload, slugs = projections.flatMap((channel) => channel.collections)) {
    const all = slugs.map(async ({ slug }) => {
      const { docs } = await of.db.find({ collection: slug as CollectionSlug, limit: 0, pagination: false })
      return [slug, docs.map((row) => JSON.stringify({ ...row, id: undefined })).sort()] as const
    })
    return Object.fromEntries(await Promise.all(all))
  }

  async function served(of: Pick<TestGalley, 'app'>) {
    const paths = [
      ...feedFormats.flatMap(({ fileName }) => [`/feeds/${fileName}`, `/feeds/${fileName}?page=1`]),
      ...['/v1/articles', '/v1/topics', '/v1/articles/renamed'],
    ]
    const bodies = paths.map(async (each) => [each, (await request(of.app).get(each).expect(200)).text])
    return Object.fromEntries(await Promise.all(bodies)) as { [path: string]: string }
  }

  const rebuildAll = () =>
    withScratch(instance.env, async (scratch) => {
      let mended = 0
      for (const channel of projections)
        mended += (await rebuild({ payload, scratch, channel, signal })).mended
      return mended
    })

  it('finds every row of every projection as a replay from the first entry makes it', async () => {
    const [rows, bytes] = [await rowsOf(payload), await served(instance)]
    expect(Object.values(rows).every((some) => some.length > 0)).toBe(true)
    expect(await rebuildAll()).toBe(0)
    expect([await rowsOf(payload), await served(instance)]).toEqual([rows, bytes])
  })

  /** As another process: the one that serves finds out by itself. */
  async function rebuildServed() {
    const stale: unknown[] = []
    const replica = instance.galley.replica
    replica?.onStale((what) => stale.push(what))
    await rebuildStore({ payload, folder: instance.env.dataDir, signal })
    await expect.poll(() => stale, { timeout: 60_000 }).toContain('everything')
    return stored()
  }
  const stored = () => {
    const store = instance.galley.replica?.store
    if (!store) throw new Error('nothing is served')
    return rowsOfStore(store)
  }

  it('makes what the API reads anew from the first entry, while it is read: the same bytes', async () => {
    const [rows, bytes] = [stored(), await served(instance)]
    expect(Object.values(rows).every((some) => some.length > 0)).toBe(true)
    instance.galley.replica?.store.sql("UPDATE items SET item = '{}', slug = 'wrong'").run()
    expect(stored()).not.toEqual(rows)
    expect(await rebuildServed()).toEqual(rows)
    expect(await served(instance)).toEqual(bytes)
  })

  it('leaves what the API reads as it was when it is stopped', async () => {
    const [rows, { generation }] = [stored(), instance.galley.replica?.store.position() ?? {}]
    const options = { payload, folder: instance.env.dataDir, signal: AbortSignal.abort() }
    await expect(rebuildStore(options)).rejects.toThrow(/abort/)
    expect([stored(), instance.galley.replica?.store.position().generation]).toEqual([rows, generation])
    // Nothing of it keeps the file from whoever serves from it.
    expect(() => instance.galley.replica?.store.write(() => {})).not.toThrow()
  })

  it('mends rows that are lost, wrong or too many', async () => {
    const rows = await rowsOf(payload)
    const collection = 'feed-items' as CollectionSlug
    const [one, other] = (await payload.db.find<{ id: number; itemId: string }>({ collection, limit: 2 }))
      .docs
    await payload.db.deleteMany({ collection, where: { itemId: { equals: one?.itemId } } })
    await payload.db.updateOne({
      collection,
      id: other?.id as number,
      data: { slug: 'wrong', removed: true },
    })
    await payload.db.create({
      collection,
      data: {
        ...{ itemId: 'articles:nobody', seq: 1, type: 'articles', slug: 'nobody', removed: false },
        ...{ within: '', place: 999 },
        publishedAt: new Date().toISOString(),
        changedAt: new Date().toISOString(),
      },
    })
    expect(await rebuildAll()).toBe(3)
    expect(await rowsOf(payload)).toEqual(rows)
  })

  it('serves what was mended at once, from whichever process', async () => {
    const feed = async () => (await request(instance.app).get('/feeds/feed.json').expect(200)).text
    const bytes = await feed()
    const where = { slug: { equals: 'third' } }
    await payload.db.updateOne({
      collection: 'feed-items' as CollectionSlug,
      where,
      data: { removed: true, within: '' },
    })
    // What is wrong is rendered and kept.
    await publish('topics', { name: 'Meanwhile' })
    await settled()
    expect(await feed()).not.toContain('Third')
    expect(await rebuildAll()).toBe(1)
    expect(await feed()).toBe(bytes)
  })

  it('never rebuilds what holds work or sends', async () => {
    const linkedin = channels.find(({ slug }) => slug === 'linkedin')
    if (!linkedin) throw new Error('no such channel')
    const options = { payload, scratch: payload, channel: linkedin, signal }
    await expect(rebuild(options)).rejects.toThrow(/holds people's work.*never rebuilt/)
    expect(whyNotRebuilt({ slug: 'mail', kind: 'effect' })).toMatch(/send everything again/)
  })

  it('compacts: the numbers stay, and every projection, also when it is rebuilt from what is left', async () => {
    const [rows, bytes, before] = [await rowsOf(payload), await served(instance), await wholeLedger(payload)]
    const kept = stored()
    const run = (consumers: readonly string[]) => compact(payload, { before: new Date(), consumers, signal })
    expect(await run([...instance.galley.consumers, 'one-that-has-read-nothing'])).toBe(0)
    const count = await run(instance.galley.consumers)
    expect(count).toBeGreaterThan(1)
    expect(await run(instance.galley.consumers)).toBe(0)

    const after = await wholeLedger(payload)
    const withoutWords = (ledger: typeof after) => ledger.map((entry) => ({ ...entry, item: null }))
    expect(withoutWords(after)).toEqual(withoutWords(before))
    expect(after.filter(isCompacted)).toHaveLength(count)
    const newest = new Map(after.map((entry) => [entry.itemId, entry]))
    expect([...newest.values()].filter(isCompacted)).toEqual([])
    expect(await rebuildAll()).toBe(0)
    expect(await rebuildServed()).toEqual(kept)
    expect([await rowsOf(payload), await served(instance)]).toEqual([rows, bytes])
  })

  describe('a backup', () => {
    let file: string
    let bytes: Awaited<ReturnType<typeof served>>

    const newEnv = async (): Promise<Env> => {
      const dataDir = await mkdtemp(path.join(folder, 'data-'))
      const { env } = instance
      return {
        ...env,
        dataDir,
        uploadsDir: path.join(dataDir, 'uploads'),
        renditionsDir: path.join(dataDir, 'renditions'),
        databaseUrl: databaseUrl() || `file:${path.join(dataDir, 'galley.db')}`,
      }
    }
    const restore = (env: Env, from = file, force = false) =>
      restoreBackup({ env, file: from, force, signal })

    beforeAll(async () => {
      file = path.join(folder, 'site.tar.gz')
      bytes = await served(instance)
      // While somebody saves.
      const saving = payload.create({ collection: 'articles', draft: true, data: { title: 'A draft' } })
      await createBackup({ env: instance.env, file, signal })
      await saving
    })

    it('restores all of it, also when it was cut off half-way: same bytes, nothing sent again, a new epoch', async () => {
      const env = await newEnv()
      await writeFile(path.join(env.dataDir, 'a-file'), '')
      await expect(
        restore({ ...env, renditionsDir: path.join(env.dataDir, 'a-file', 'renditions') }),
      ).rejects.toThrow(/ENOTDIR/)
      await putInPlace(env)
      expect(await readFile(path.join(env.dataDir, 'secret'), 'utf8')).toBe(instance.env.secret)
      // What the API read here before is of another history.
      const other = openStore(env.dataDir)
      other.startOver('another')
      other.sql("INSERT INTO files (name, id) VALUES ('ghost', 'media:ghost')").run()
      other.setPosition({ ...other.position(), seq: 100_000 })
      other.close()
      const restored = await startGalley({}, { env })
      try {
        await restored.galley.settled()
        expect(await served(restored)).toEqual(bytes)
        const { replica } = restored.galley
        expect(replica && rowsOfStore(replica.store)).toEqual(stored())
        expect(await wholeLedger(restored.payload)).toEqual(await wholeLedger(payload))
        const everything = channels.flatMap(({ collections }) => collections)
        expect(await rowsOf(restored.payload, everything)).toEqual(await rowsOf(payload, everything))
        const where = { state: { equals: 'posted' } }
        expect((await restored.payload.count({ collection: 'linkedin-drafts', where })).totalDocs).toBe(1)
        for (const name of await readdir(instance.env.uploadsDir)) {
          expect(await readFile(path.join(env.uploadsDir, name))).toEqual(
            await readFile(path.join(instance.env.uploadsDir, name)),
          )
        }
        expect(await restored.galley.epoch()).not.toBe(await instance.galley.epoch())
        const { page } = (await request(instance.app).get('/v1/articles?limit=1')).body
        await request(restored.app).get(`/v1/articles?limit=1&after=${page.next}`).expect(410)
        // Its unique indexes are there: the ledger leans on them.
        const { db } = restored.payload
        const again = { collection: 'publications' as const, data: (await wholeLedger(payload))[0] }
        await expect(db.create({ ...again, data: { ...again.data } })).rejects.toThrow()
      } finally {
        await restored.close()
      }
      expect(await readdir(env.dataDir)).not.toContain('restoring')
    })

    it('takes the place of what is there only when it is told to', async () => {
      const before = await wholeLedger(payload)
      await expect(restore(instance.env)).rejects.toThrow(
        databaseName === 'sqlite' ? /open\. Stop Galley first/ : /--force/,
      )
      expect(await wholeLedger(payload)).toEqual(before)
    })

    it('is refused, and nothing is left of it, when it is none, damaged, or already there', async () => {
      const env = await newEnv()
      const other = path.join(folder, 'other')
      await writeFile(other, 'not a backup')
      await expect(restore(env, other)).rejects.toThrow(/other is no backup of Galley\. Nothing was changed/)
      await expect(restore(env, `${other}-absent`)).rejects.toThrow(/cannot be read \(ENOENT\)/)
      await writeFile(other, await readFile(file))
      await truncate(other, (await readFile(file)).length - 200)
      await expect(restore(env, other)).rejects.toThrow(/could not be restored.*Nothing was changed/)
      expect(await readdir(env.dataDir)).toEqual([])
      await expect(createBackup({ env: instance.env, file, signal })).rejects.toThrow(/exists already/)
    })

    it('leaves nothing when it is stopped', async () => {
      const env = await newEnv()
      const stopping = new AbortController()
      const options = { file, force: false, signal: stopping.signal, onProgress: () => stopping.abort() }
      await expect(restoreBackup({ ...options, env })).rejects.toThrow(/abort/)
      expect(await readdir(env.dataDir)).toEqual([])
      const target = path.join(folder, 'stopped.tar.gz')
      await expect(createBackup({ ...options, env: instance.env, file: target })).rejects.toThrow(/abort/)
      expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([])
    })
  })
})
