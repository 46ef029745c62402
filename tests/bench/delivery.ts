/**
 * `npm run bench -- delivery [ITEMS]`: the delivery API beside a bare `node:http` server with the same headers and bytes
 * and beside Payload's own REST on the same documents, in one run; while nobody publishes, and while somebody does.
 * `npm run bench -- --scale`: the same figures at 100, 10,000 and 100,000 items.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { compare, type Load, load, type Target } from './load.ts'
import { readRaw, startRaw } from './raw.ts'
import { type Row, report, round, share } from './report.ts'
import { makeSite, PEOPLE, personOf, removeSite, type Serving, serve, TOPICS, topicOf } from './site.ts'

const SECONDS = 3
const LIST = '/v1/articles?limit=10'
const SINGLE = '/v1/articles/article-7'
const PUBLICATIONS_A_SECOND = 5
const SIZES = [100, 10_000, 100_000]

const [READ, ALL] = ['after all public reads MB', 'after Payload REST too MB']

/** A site of a hundred items has pages of this size too. */
const SCALE_PAGE = 50

/** What one size of a site came to: figures by name, in units that the name says. */
type Figures = { [name: string]: number }

/** Every request another question: subjects, orders and times in all combinations. */
function coldLists(): string[] {
  const sorts = ['publishedAt', '-publishedAt', 'updatedAt', '-updatedAt', 'title', '-title']
  return Array.from({ length: 60_000 }, (_, n) => {
    const subject = n % 2 ? `topic=${topicOf(n % TOPICS)}` : `author=${personOf(n % PEOPLE)}`
    const sort = sorts[Math.floor(n / 100) % sorts.length]
    // A moment of its own makes it another question for every cache, and the same work.
    const since = new Date(n).toISOString()
    return `/v1/articles?limit=10&${subject}&sort=${sort}&updatedSince=${since}`
  })
}

/** Every request another address: of a small site too, whose items are soon all asked for, by other spellings. */
const coldSingles = (items: number) =>
  Array.from({ length: 40_000 }, (_, n) => {
    const slug = `article-${Math.floor((n * items) / 40_000)}`
    const spelling = items < 40_000 ? n % Math.ceil(40_000 / items) : 0
    const spelled = [...slug].map((letter, at) => (spelling & (1 << at) ? encoded(letter) : letter))
    return `/v1/articles/${spelled.join('')}`
  })

const encoded = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`

const megabytes = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

export async function benchDelivery(items: number): Promise<void> {
  const dataDir = await makeSite(items)
  report('delivery, start', [await starts(dataDir)])
  const site = await serve(dataDir)
  const { headers } = await site.signIn()
  const idle = megabytes(site.pid)
  report('delivery, warm', await warm(site))
  const cold = await coldLoads(site, items)
  report('delivery, while publishing', await whilePublishing(site, headers))
  report('delivery, sync', [await syncRow(site, 500)])
  const served = megabytes(site.pid)
  report('delivery, cold', await besidePayload(site, headers, cold))
  const all = megabytes(site.pid)
  await site.stop()
  report('delivery, memory', [
    { ADMIN_UI: 'off', 'idle MB': idle, [READ]: served, [ALL]: all },
    await withAdmin(dataDir, items),
  ])
  await removeSite(dataDir)
}

/** The first start replays the ledger into the read model; the next ones find it. */
async function starts(dataDir: string): Promise<Row> {
  const first = await serve(dataDir)
  await first.stop()
  const again = await serve(dataDir)
  const { atMs } = await again.signIn()
  await again.stop()
  return {
    'first start, ready s': round(first.readyMs / 1000),
    'next start, first answer ms': Math.round(again.firstAnswerMs),
    'ready ms': Math.round(again.readyMs),
    'signed in ms': Math.round(atMs),
  }
}

type Case = { what: string; path: string; headers: { [name: string]: string } }

async function casesOf(site: Serving): Promise<Case[]> {
  const etag = (await readRaw(site.url + LIST, {})).headers.etag ?? ''
  return [
    { what: 'list of 10', path: LIST, headers: {} },
    { what: 'list of 10, br', path: LIST, headers: { 'Accept-Encoding': 'br' } },
    { what: 'single', path: SINGLE, headers: {} },
    { what: 'single, br', path: SINGLE, headers: { 'Accept-Encoding': 'br' } },
    { what: '304', path: LIST, headers: { 'If-None-Match': etag } },
  ]
}

async function warm(site: Serving): Promise<Row[]> {
  const rows: Row[] = []
  for (const { what, path, headers } of await casesOf(site)) {
    const raw = await startRaw(site.url + path, headers)
    for (const connections of [32, 256]) {
      const ours: Target = { port: site.port, paths: [path], headers }
      const found = await compare(ours, { ...ours, port: raw.port }, { seconds: SECONDS, connections })
      rows.push({
        ...{ what, bytes: raw.bytes, connections, ...perSecond('Galley', found.ours) },
        'node:http/s': Math.round(found.theirs.perSecond),
        'its p99 ms': round(found.theirs.p99),
        ratio: (found.ours.perSecond / found.theirs.perSecond).toFixed(2),
      })
    }
    raw.stop()
  }
  return rows
}

const perSecond = (who: string, { perSecond, p50, p99, p999 }: Load): Row => ({
  [`${who}/s`]: Math.round(perSecond),
  'p50 ms': round(p50),
  'p99 ms': round(p99),
  'p99.9 ms': round(p999),
})

type Cold = { list: Load; single: Load }

const coldLoads = async ({ port }: Serving, items: number): Promise<Cold> => ({
  list: await load({ port, paths: coldLists() }, { seconds: SECONDS }),
  single: await load({ port, paths: coldSingles(items) }, { seconds: SECONDS }),
})

/** Last of all: requests that its clients gave up keep the process busy for a while. */
async function besidePayload(
  { port }: Serving,
  headers: { [name: string]: string },
  { list, single }: Cold,
): Promise<Row[]> {
  const payload = { port, headers }
  const theirs = {
    list: await load(
      { ...payload, paths: ['/api/articles?limit=10&depth=1&sort=-publishedAt'] },
      { seconds: SECONDS },
    ),
    single: await load(
      { ...payload, paths: ['/api/articles?limit=1&depth=1&where[slug][equals]=article-7'] },
      { seconds: SECONDS },
    ),
  }
  const row = (what: string, ours: Load, other: Load): Row => ({
    ...{ what, ...perSecond('Galley', ours) },
    'Payload REST/s': Math.round(other.perSecond),
    ratio: (ours.perSecond / other.perSecond).toFixed(1),
  })
  return [
    row('lists, each another question', list, theirs.list),
    row('singles, each another item', single, theirs.single),
  ]
}

/** Saves published articles at a steady pace; answers a function that ends it and says how many there were. */
function publishing(site: Serving, headers: { [name: string]: string }): () => Promise<number> {
  let published = 0
  let n = 0
  const under = new Set<Promise<void>>()
  const timer = setInterval(() => {
    n += 1
    const save = fetch(`${site.url}/api/articles?depth=0`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: `News ${n}`, summary: 'Fresh.', _status: 'published' }),
    }).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      published += 1
      under.delete(save)
    })
    under.add(save)
  }, 1000 / PUBLICATIONS_A_SECOND)
  return async () => {
    clearInterval(timer)
    await Promise.all(under)
    return published
  }
}

/** Each beside the same while nobody publishes, measured right before. */
async function whilePublishing(site: Serving, headers: { [name: string]: string }): Promise<Row[]> {
  // No ETag is of the present state for longer than a fifth of a second.
  const cases = (await casesOf(site)).filter(({ what }) => what !== '304')
  const loads = async () => {
    const found: Load[] = []
    for (const { path, headers } of cases)
      found.push(await load({ port: site.port, paths: [path], headers }, { seconds: SECONDS }))
    return found
  }
  const quiet = await loads()
  const stop = publishing(site, headers)
  const busy = await loads()
  const publications = await stop()
  return cases.map(({ what }, at) => {
    const [before, during] = [quiet[at], busy[at]]
    if (!before || !during) throw new Error(what)
    const ratio = (during.perSecond / before.perSecond).toFixed(2)
    return {
      ...{ what, ...perSecond('Galley', during), publications },
      ...{ 'idle/s': Math.round(before.perSecond), ratio },
    }
  })
}

/** The same reads in a process that has the admin UI, of which some pages were asked for. */
async function withAdmin(dataDir: string, items: number): Promise<Row> {
  const site = await serve(dataDir, { ADMIN_UI: 'on' })
  const { headers } = await site.signIn()
  const idle = megabytes(site.pid)
  const cookie = `payload-token=${headers.Authorization?.slice('JWT '.length)}`
  for (const page of ['', '/collections/articles', '/collections/articles/7', '/globals/settings'])
    await readRaw(`${site.url}/admin${page}`, { cookie })
  await warm(site)
  await coldLoads(site, items)
  await whilePublishing(site, headers)
  const served = megabytes(site.pid)
  await site.stop()
  return { ADMIN_UI: 'on', 'idle MB': idle, [READ]: served }
}

/** Everything, as a mirror reads it the first time, so many items at a time. */
async function syncRow(site: Serving, limit: number): Promise<Row> {
  const start = performance.now()
  const pages: number[] = []
  let items = 0
  let cursor = ''
  for (let more = true; more; ) {
    const from = performance.now()
    const { body } = await readRaw(`${site.url}/v1/sync?limit=${limit}${cursor && `&cursor=${cursor}`}`, {})
    pages.push(performance.now() - from)
    const page = JSON.parse(body.toString()) as { data: unknown[]; cursor: string; more: boolean }
    items += page.data.length
    cursor = page.cursor
    more = page.more
  }
  const seconds = (performance.now() - start) / 1000
  return {
    ...{ items, 'seconds in all': round(seconds), 'items/s': Math.round(items / seconds) },
    ...{ 'a page, p50 ms': share(pages, 0.5), 'p99 ms': share(pages, 0.99) },
  }
}

/** The figures that must not depend on how large the site is. */
async function figuresAt(items: number): Promise<Figures> {
  const dataDir = await makeSite(items)
  await (await serve(dataDir)).stop()
  const site = await serve(dataDir)
  const { headers, atMs } = await site.signIn()
  const figures: Figures = { 'first answer ms': site.firstAnswerMs, 'signed in ms': atMs }
  for (const { what, path, headers } of await casesOf(site))
    figures[`${what}, µs each`] = microseconds(
      await load({ port: site.port, paths: [path], headers }, { seconds: SECONDS }),
    )
  figures['cold list, µs each'] = microseconds(
    await load({ port: site.port, paths: coldLists() }, { seconds: SECONDS }),
  )
  figures['cold single, µs each'] = microseconds(
    await load({ port: site.port, paths: coldSingles(items) }, { seconds: SECONDS }),
  )
  const stop = publishing(site, headers)
  const busy = await load({ port: site.port, paths: [LIST] }, { seconds: SECONDS })
  figures['list of 10 while publishing, µs each'] = microseconds(busy)
  await stop()
  figures[`a page of ${SCALE_PAGE} in sync, p50 ms`] = Number(
    (await syncRow(site, SCALE_PAGE))['a page, p50 ms'],
  )
  figures['memory after the load, MB'] = megabytes(site.pid)
  await site.stop()
  await removeSite(dataDir)
  return figures
}

const microseconds = ({ perSecond }: Load) => 1_000_000 / perSecond

export async function benchScale(): Promise<void> {
  const sizes: Figures[] = []
  for (const size of SIZES) {
    const figures = await figuresAt(size)
    sizes.push(figures)
    // The largest takes half an hour: what is there already is worth something.
    const rounded = Object.entries(figures).map(([what, figure]) => ({
      what,
      [`${size} items`]: round(figure),
    }))
    report(`delivery, ${size} items`, rounded)
  }
  const [smallest = {}, largest = {}] = [sizes[0], sizes.at(-1)]
  report(
    'delivery, scale',
    Object.keys(smallest).map((what) => ({
      what,
      ...Object.fromEntries(SIZES.map((size, index) => [`${size} items`, round(sizes[index]?.[what] ?? 0)])),
      'largest × smallest': ((largest[what] ?? 0) / (smallest[what] ?? 1)).toFixed(2),
    })),
  )
}
