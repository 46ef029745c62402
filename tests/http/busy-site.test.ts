/** Editors publish over the REST API while websites read lists, items and sync: each answer is of the state it names. */
import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { wholeLedger } from '../support/ledger.ts'
import { listen } from '../support/listen.ts'

const STEPS = databaseName === 'sqlite' ? 14 : 8
const SLUGS = ['one', 'two', 'three', 'four']
const TYPE = 'articles'

type Item = { id: string; title: string; summary: string; slug: string }
type Body = { data: unknown; cursor?: string; more?: boolean }
type Read = { path: string; status: number; seq: number; body: Body }
type Said = { op: string; id?: string; item?: Item }

describe.skipIf(databaseUrl() === null)('a site that is busy', () => {
  let instance: TestGalley
  let server: Awaited<ReturnType<typeof listen>>
  const ids = new Map<string, number | string>()
  let isOver = false

  beforeAll(async () => {
    instance = await startGalley()
    server = await listen(instance.app)
    for (const slug of SLUGS) {
      const data = { title: 'Mark 0', summary: 'Mark 0', slug, _status: 'published' as const }
      ids.set(slug, (await instance.payload.create({ collection: TYPE, data })).id)
    }
    await instance.galley.settled()
  })
  afterAll(async () => {
    await server?.close()
    await instance?.close()
  })

  const read = (agent: Agent, path: string) =>
    new Promise<Read>((resolve, reject) => {
      get({ port: server.port, path, agent, timeout: 20_000 }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        const of = { path, status: answer.statusCode ?? 0, seq: Number(answer.headers['galley-seq']) }
        answer.on('end', () => resolve({ ...of, body: JSON.parse(text) }))
      }).once('error', reject)
    })

  /** Every editor has documents of their own: nobody is refused. */
  async function edit(slugs: string[]) {
    const change = async (slug: string, data: object) => {
      const url = `/api/${TYPE}/${ids.get(slug)}?depth=0`
      const { updatedAt } = (await instance.admin.get(`${url}&draft=true`).expect(200)).body
      await instance.admin
        .patch(url)
        .send({ updatedAt, ...data })
        .expect(200)
    }
    for (let n = 1; n <= STEPS / 2; n++) {
      const slug = slugs[n % slugs.length] ?? ''
      if (n % 4 === 0) await change(slug, { _status: 'draft' })
      else await change(slug, { title: `Mark ${n}`, summary: `Mark ${n}`, _status: 'published' })
    }
  }

  /** One connection: its answers in the order in which they came. */
  async function visit(next: (n: number, last: Read | undefined) => string): Promise<Read[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const answers: Read[] = []
    for (let n = 0; !isOver; n++) {
      answers.push(await read(agent, next(n, answers.at(-1))))
      // Editors are asked for in the same process.
      await setTimeout(5 + (n % 10))
    }
    // After everything: once more, and to the end of what is synced.
    do answers.push(await read(agent, next(answers.length, answers.at(-1))))
    while (answers.at(-1)?.body.more)
    agent.destroy()
    return answers
  }

  it(`is read as it stood at some entry of the ledger, and never backwards (${STEPS} saves)`, async () => {
    const visitors = [
      visit(() => `/v1/${TYPE}?sort=title&limit=100`),
      visit((n) => `/v1/${TYPE}/${SLUGS[n % SLUGS.length]}`),
      visit((n) => (n % 2 ? `/v1/${TYPE}?limit=2&fields=title,summary` : `/v1/${TYPE}/two?body=none`)),
      visit((_, last) => `/v1/sync?limit=3&types=${TYPE}${last ? `&cursor=${last.body.cursor}` : ''}`),
    ]
    await Promise.all([edit(['one', 'two']), edit(['three', 'four'])])
    await instance.galley.settled()
    isOver = true
    const read = await Promise.all(visitors)

    const entries = await wholeLedger(instance.payload)
    /** What is public after each entry, by id. */
    const states: Map<string, Item>[] = [new Map()]
    for (const { itemId, type, item, action } of entries) {
      const state = new Map(states.at(-1))
      if (type === TYPE && action === 'unpublished') state.delete(itemId)
      else if (type === TYPE) state.set(itemId, item as unknown as Item)
      states.push(state)
    }
    const head = states.length - 1
    expect(head).toBeGreaterThan(STEPS / 2)
    const mirror = new Map<string, Item>()
    for (const answers of read) {
      const seqs = answers.map(({ seq }) => seq)
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
      expect(seqs.at(-1)).toBe(head)
      for (const answer of answers) check(answer, states[answer.seq] ?? new Map(), mirror)
    }
    // They saw what went on, not only how it ended.
    expect(new Set(read.flat().map(({ seq }) => seq)).size).toBeGreaterThan(STEPS / 4)
  })

  function check({ path, status, seq, body }: Read, state: Map<string, Item>, mirror: Map<string, Item>) {
    const at = `${path} at ${seq}`
    const given = body.data as Item[]
    if (path.startsWith('/v1/sync')) {
      for (const { op, id, item } of body.data as Said[]) {
        if (op === 'upsert' && item) mirror.set(item.id, item)
        else mirror.delete(id ?? '')
      }
      if (!body.more) expect([at, toMarks(mirror.values())]).toEqual([at, toMarks(state.values())])
    } else if (path.includes('?limit=2')) {
      const known = [...state.values()].filter(({ id }) => given.some((one) => one.id === id))
      expect([at, toMarks(given)]).toEqual([at, toMarks(known)])
      expect([at, given.length]).toEqual([at, Math.min(2, state.size)])
    } else if (path.startsWith(`/v1/${TYPE}?`))
      expect([at, toMarks(given)]).toEqual([at, toMarks(state.values())])
    else {
      const item = [...state.values()].find(({ slug }) => path.includes(`/${slug}`))
      expect([at, status]).toEqual([at, item ? 200 : 410])
      if (item) expect([at, toMarks([body.data as Item])]).toEqual([at, toMarks([item])])
    }
  }
})

const toMarks = (items: Iterable<Item>) =>
  [...items].map(({ id, title, summary }) => `${id} ${title} ${summary}`).sort()
