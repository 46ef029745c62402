/**
 * Random sequences of what editors do, against a model: after each step every public surface says what is live, and
 * nothing else. More of them by hand: PROPERTY_RUNS=500 PROPERTY_SEED=$RANDOM npx vitest run --project sqlite tests/integration/model.test.ts
 */
import fc from 'fast-check'
import type { CollectionSlug } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedFormats } from '../../pipelines/channels/registry.ts'
import { readHead } from '../../pipelines/ledger/read.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { wholeLedger } from '../support/ledger.ts'
import {
  isQuiet,
  type Modelled,
  type ModelType,
  type Step,
  sequences,
  shownBy,
  World,
} from '../support/model.ts'

/** The stand-in for MongoDB is slow. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? (databaseName === 'sqlite' ? 3 : 1))
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_122)
const STEPS = databaseName === 'sqlite' ? 16 : 10
const TYPES: ModelType[] = ['articles', 'faqs']
const LISTS = TYPES.map((type) => `/v1/${type}?limit=100`)
const FEEDS = [
  ...feedFormats.map(({ fileName }) => `/feeds/${fileName}`),
  // Every article is of both: these say what the feeds of everything say.
  ...feedFormats.map(
    ({ fileName }, n) => `/feeds/${n % 2 === 0 ? 'topics/rain' : 'people/somebody'}/${fileName}`,
  ),
]
/** Whatever else is public. What is not there yet says nothing. */
const OTHERS = [
  ...TYPES.flatMap((type) => feedFormats.map(({ fileName }) => `/feeds/${type}/${fileName}`)),
  '/feeds/articles/feed.json?page=1',
  ...FEEDS.map((feed) => `${feed}?page=1`),
  '/feeds',
  '/feeds/opml.xml',
  '/sitemap.xml',
  '/llms.txt',
  '/v1/sync',
]

/** So that there is something to work on. */
const BEGINNING = (['faqs', 'articles'] as const).map(
  (type): Step => ({ kind: 'create and publish', doc: 0, pick: 0, type }),
)

const canariesIn = (text: string) => [...new Set(text.match(/canary\d+x/g))].sort()
const sorted = (canaries: string[]) => [...new Set(canaries)].sort()

describe.skipIf(databaseUrl() === null)('whatever editors do', () => {
  let instance: TestGalley
  let everywhere: { topics: unknown[]; authors: unknown[] }
  const did = new Map<string, number>()

  beforeAll(async () => {
    instance = await startGalley()
    const make = async (collection: 'topics' | 'people', name: string) =>
      (await instance.payload.create({ collection, data: { name, _status: 'published' } } as never)).id
    everywhere = { topics: [await make('topics', 'Rain')], authors: [await make('people', 'Somebody')] }
    await instance.galley.settled()
  })
  afterAll(() => instance?.close())

  const read = async (url: string) => {
    const { status, text } = await request(instance.app).get(url)
    expect(status, url).toBeLessThan(500)
    return { url, status, text }
  }
  const all = (urls: string[]) => Promise.all(urls.map(read))

  it(
    `the public sees what is live and no more (${RUNS} sequences, seed ${SEED})`,
    async () => {
      const property = fc.asyncProperty(sequences(STEPS), async (steps) => {
        const world = new World(instance.admin, everywhere)
        try {
          for (const step of [...BEGINNING, ...steps]) await take(world, step)
        } finally {
          await world.clear()
          await instance.galley.settled()
        }
        await check(world)
      })
      await fc.assert(property, {
        seed: SEED,
        numRuns: RUNS,
        endOnFailure: process.env.PROPERTY_SHRINK !== 'on',
      })
      process.stdout.write(
        `${databaseName}: seed ${SEED}, ${RUNS} sequences: ${JSON.stringify(Object.fromEntries(did))}\n`,
      )
    },
    300_000 + RUNS * 60_000,
  )

  async function take(world: World, step: Step) {
    const before = isQuiet(step) ? await everyByte() : null
    const document = await world.step(step)
    if (!document) return
    did.set(step.kind, (did.get(step.kind) ?? 0) + 1)
    await instance.galley.settled()
    if (before) expect(await everyByte()).toEqual(before)
    await check(world)
    if (!document.isDeleted) {
      const { summary, slug } = await world.open(document)
      expect([summary, slug]).toEqual([`All about ${document.newest.canary}.`, document.newest.slug])
    }
    const slugs = new Set([document.newest.slug, ...document.publicSlugs])
    for (const slug of slugs) {
      const { status } = await read(`/v1/${document.type}/${slug}`)
      // An old address may lead on to the new one.
      if (document.live?.slug === slug) expect(status).toBe(200)
      else expect(status === 404 || (status >= 300 && document.publicSlugs.has(slug))).toBe(true)
    }
  }

  async function everyByte() {
    return [await readHead(instance.payload), ...(await all([...LISTS, ...FEEDS]))]
  }

  async function check(world: World) {
    const live = world.documents.filter((document) => document.live !== null)
    const articles = live.filter(({ type }) => type === 'articles')
    const inFeeds = sorted(articles.flatMap(shownBy))
    const anywhere = sorted(live.flatMap(shownBy))
    for (const type of TYPES)
      await checkList(
        type,
        live.filter((document) => document.type === type),
      )
    const [feeds, others] = await Promise.all([all(FEEDS), all(OTHERS)])
    for (const { url, text } of feeds) {
      expect([url, canariesIn(text)]).toEqual([url, inFeeds])
      for (const document of world.documents)
        expect(text.includes(`articles:${document.uid}`)).toBe(articles.includes(document))
    }
    for (const { url, text } of others)
      expect([url, canariesIn(text).filter((canary) => !anywhere.includes(canary))]).toEqual([url, []])
    await checkLedger(world.documents)
    for (const document of world.documents) await checkDesk(document)
  }

  async function checkList(type: ModelType, live: Modelled[]) {
    const { text } = await read(`/v1/${type}?limit=100`)
    type Item = { id: string; slug: string; formerSlugs: string[]; publishedAt: string }
    const items = (JSON.parse(text) as { data: Item[] }).data
    const told = items.map((item) => [item.id, item.slug, canariesIn(JSON.stringify(item))])
    const due = live.map((document) => [
      `${type}:${document.uid}`,
      document.live?.slug,
      sorted(shownBy(document)),
    ])
    expect(told.sort()).toEqual(due.sort())
    for (const { id, slug, formerSlugs } of items) {
      const known = live.find(({ uid }) => id === `${type}:${uid}`)?.publicSlugs ?? new Set()
      expect(formerSlugs.toSorted()).toEqual([...known].filter((former) => former !== slug).sort())
    }
    const dates = items.map(({ publishedAt }) => publishedAt)
    expect(dates).toEqual(dates.toSorted().reverse())
  }

  async function checkLedger(documents: Modelled[]) {
    const ledger = await wholeLedger(instance.payload)
    expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1))
    const last = new Map(ledger.map((entry) => [entry.itemId, entry]))
    for (const document of documents) {
      const entry = last.get(`${document.type}:${document.uid}`)
      const says = canariesIn(JSON.stringify(entry?.item ?? ''))
      expect(says).toEqual(document.live ? sorted(shownBy(document)) : [])
      if (document.publicSlugs.size === 0) expect(entry).toBeUndefined()
    }
  }

  /** People's work, but nothing to post of what is not public. */
  async function checkDesk(document: Modelled) {
    const { docs } = await instance.payload.db.find<{ id: number; state: string }>({
      collection: 'linkedin-drafts' as CollectionSlug,
      where: { itemId: { equals: `${document.type}:${document.uid}` } },
      pagination: false,
    })
    expect(docs.length).toBe(document.publicSlugs.size > 0 ? 1 : 0)
    for (const draft of docs) {
      expect(draft.state === 'withdrawn').toBe(document.live === null)
      if (!document.live) continue
      const strange = canariesIn(JSON.stringify(draft)).filter(
        (canary) => !shownBy(document).includes(canary),
      )
      expect(strange).toEqual([])
    }
  }
})
