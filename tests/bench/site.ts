/**
 * A large site for benches. Documents and their ledger entries go in below Payload, made after one that Payload saved
 * and Galley published, with subjects dealt out evenly; the server that serves it then publishes what is saved.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Payload } from 'payload'
import { together } from '../../database/together.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { readAfter, readHead } from '../../pipelines/ledger/read.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { createGalley } from '../../src/galley.ts'
import { freePort, newDataDir, PASSWORD, type Run, runProgram } from '../support/program.ts'
import { paragraphs } from '../support/text.ts'

/** Few enough for a page of ten of each on the smallest site. */
export const TOPICS = 8
export const PEOPLE = 5
const AT_ONCE = 200
const EMAIL = 'bench@galley.test'
const SECRET = 'a secret for benches'
/** The same for who made the site as for who serves it: other addresses would have everything derived anew. */
const ADDRESSES = { PUBLIC_URL: 'http://cms.bench', SITE_URL: 'http://www.bench' }
/** Words that make an item of about 8 KB in its four forms. */
const BODY =
  'Rain stays under the kerb for nine days, and the trees along the street drink all of it. '.repeat(4)

export const topicOf = (n: number) => `topic-${n % TOPICS}`
export const personOf = (n: number) => `person-${n % PEOPLE}`

/** A folder with `items` published articles. */
export async function makeSite(items: number): Promise<string> {
  const dataDir = await newDataDir()
  const env = readEnv({
    ...{ DATA_DIR: dataDir, PAYLOAD_SECRET: SECRET, LOG_LEVEL: 'silent' },
    ...ADDRESSES,
  })
  const payload = await bootPayload(env, `bench ${dataDir}`)
  await payload.create({
    collection: 'users',
    data: { email: EMAIL, password: PASSWORD, name: 'Bench', role: 'admin' },
  })
  const galley = createGalley(payload, env)
  await galley.start()
  const sample = await publishSamples(payload)
  await galley.settled()
  const entries = await readAfter(payload, 0, 1_000)
  await galley.stop()
  await seed(payload, { items, entries, sample })
  await closePayload(payload)
  return dataDir
}

async function publishSamples(payload: Payload) {
  const published = { _status: 'published' as const }
  const topics = []
  for (let n = 0; n < TOPICS; n++)
    topics.push(
      await payload.create({
        collection: 'topics',
        data: { name: `Topic ${n}`, slug: topicOf(n), ...published },
      }),
    )
  const people = []
  for (let n = 0; n < PEOPLE; n++)
    people.push(
      await payload.create({
        collection: 'people',
        data: { name: `Person ${n}`, slug: personOf(n), ...published },
      }),
    )
  const words = { title: 'A street that drinks', slug: 'sample', body: paragraphs(...Array(4).fill(BODY)) }
  const relations = { topics: [topics[0]?.id as number], authors: [people[0]?.id as number] }
  await payload.create({ collection: 'articles', data: { ...words, ...relations, ...published } })
  return { topics: topics.map(({ id }) => id), people: people.map(({ id }) => id), body: words.body }
}

type Sample = Awaited<ReturnType<typeof publishSamples>>

async function seed(
  payload: Payload,
  { items, entries, sample }: { items: number; entries: LedgerEntry[]; sample: Sample },
): Promise<void> {
  const pattern = entries.find(({ type }) => type === 'articles')
  const refs = new Map(entries.map((entry) => [`${entry.type}/${entry.slug}`, entry]))
  if (!pattern?.item) throw new Error('no article was published')
  let seq = await readHead(payload)
  for (let from = 0; from < items; from += AT_ONCE) {
    await together(payload.db, async () => {
      for (let n = from; n < Math.min(items, from + AT_ONCE); n++) {
        const entry = entryOf(pattern, refs, n)
        seq += 1
        await payload.db.create({
          collection: 'publications',
          data: { ...entry, seq, title: entry.item?.title },
          returning: false,
        })
        const { title, slug, summary, publishedAt, updatedAt } = entry.item as NonNullable<
          LedgerEntry['item']
        >
        const own = {
          title,
          slug,
          summary,
          publishedAt,
          updatedAt,
          createdAt: publishedAt,
          uid: `bench-${n}`,
        }
        const relations = {
          topics: [sample.topics[n % TOPICS]],
          authors: [sample.people[n % PEOPLE]],
        }
        await payload.db.create({
          collection: 'articles',
          data: { ...own, ...relations, body: sample.body, _status: 'published' },
          returning: false,
        })
      }
    })
  }
}

function entryOf(pattern: LedgerEntry, refs: ReadonlyMap<string, LedgerEntry>, n: number) {
  const item = pattern.item as NonNullable<LedgerEntry['item']>
  const at = new Date(Date.UTC(2000, 0, 1) + n * 60_000).toISOString()
  const slug = `article-${n}`
  const url = item.url.replace('sample', slug)
  const itemId = `articles:bench-${n}`
  const [topic, person] = [refs.get(`topics/${topicOf(n)}`), refs.get(`people/${personOf(n)}`)]
  const own = { id: itemId, slug, url, title: `Article ${n}`, publishedAt: at, updatedAt: at }
  const topics = item.topics.map((one) => ({ ...one, id: topic?.itemId ?? '', slug: topicOf(n) }))
  const authors = item.authors.map((one) => ({ ...one, id: person?.itemId ?? '', slug: personOf(n) }))
  const { seq: _, ...entry } = pattern
  return {
    ...entry,
    ...{ itemId, slug, url, publishedAt: at, recordedAt: at, hash: `h${n}`, ownHash: `o${n}` },
    dependsOn: [],
    item: { ...item, ...own, topics, authors },
  }
}

export type Serving = {
  port: number
  url: string
  pid: number
  /** Milliseconds from the start of the process. */
  firstAnswerMs: number
  readyMs: number
  /** Signs in and answers the token's header, and how long after the start it was there. */
  signIn(): Promise<{ headers: { [name: string]: string }; atMs: number }>
  stop(): Promise<void>
}

/** Serves a site that `makeSite` made. */
export async function serve(dataDir: string, variables: { [name: string]: string } = {}): Promise<Serving> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const start = performance.now()
  const run: Run = runProgram('server.js', {
    ...{ PORT: `${port}`, DATA_DIR: dataDir, PAYLOAD_SECRET: SECRET, GALLEY_DEMO: 'off' },
    ...{ ADMIN_UI: 'off', ROLE: 'web', ...ADDRESSES },
    ...variables,
  })
  const until = async (where: string) => {
    for (;;) {
      const answer = await fetch(url + where).catch(() => null)
      await answer?.arrayBuffer()
      if (answer?.ok) return performance.now() - start
      if (run.child.exitCode !== null) throw new Error(`The server ended:\n${run.stderr()}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const [firstAnswerMs, readyMs] = await Promise.all([until('/v1/articles?limit=10'), until('/readyz')])
  return {
    port,
    url,
    pid: run.child.pid ?? 0,
    firstAnswerMs,
    readyMs,
    async signIn() {
      const answer = await fetch(`${url}/api/users/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
      })
      const { token } = (await answer.json()) as { token: string }
      return { headers: { Authorization: `JWT ${token}` }, atMs: performance.now() - start }
    },
    async stop() {
      run.kill('SIGTERM')
      await run.ended
    },
  }
}

export const removeSite = (dataDir: string) => rm(path.resolve(dataDir), { recursive: true, force: true })
