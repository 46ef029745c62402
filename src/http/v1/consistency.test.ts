/** Whoever reads while others publish sees what stood in the ledger at the position that the answer names: no other. */

import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyEntries } from '../../../pipelines/channels/delivery/apply.ts'
import { openStore } from '../../../pipelines/channels/delivery/store.ts'
import { entryOf } from '../../../tests/fixtures/delivery.ts'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { type DeliveryServer, startDelivery } from '../../../tests/support/delivery-server.ts'
import { answerTo } from './routes.ts'

const ITEMS = 6
const ENTRIES = 300
const READERS = 8

let site: DeliveryServer
beforeAll(async () => {
  site = await startDelivery()
})
afterAll(() => site.close())

type Read = { status: number; seq: number; body: { data: { id: string; title: string; summary: string }[] } }

const DECODE: { [encoding: string]: (bytes: Buffer) => Buffer } = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

function read(agent: Agent, path: string, encoding: string, { port } = site): Promise<Read> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': encoding }
    get({ port, path, agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const decode = DECODE[answer.headers['content-encoding'] ?? '']
        resolve({
          status: answer.statusCode ?? 0,
          seq: Number(answer.headers['galley-seq']),
          body: JSON.parse((decode ? decode(bytes) : bytes).toString()),
        })
      })
    }).once('error', reject)
  })
}

test('no torn page, nothing that was taken back, and never backwards on a connection', async () => {
  /** Titles by id, after each entry. */
  const states: Map<string, string>[] = [new Map()]
  let isOver = false

  async function publish() {
    let random = 7
    for (let n = 1; n <= ENTRIES; n++) {
      random = (random * 48_271) % 2_147_483_647
      const id = `articles:${random % ITEMS}`
      const state = new Map(states.at(-1))
      const isTakenBack = state.has(id) && random % 5 === 0
      if (isTakenBack) state.delete(id)
      else state.set(id, `Title ${n}`)
      states.push(state)
      const item = makeItem({ id, slug: id.slice(9), title: `Title ${n}`, summary: `Title ${n}` })
      site.append([item], isTakenBack ? 'unpublished' : 'published')
      if (random % 3 > 0) await setTimeout(random % 4)
    }
    await site.replica.caughtUp()
    isOver = true
  }

  async function follow(reader: number): Promise<number> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const encoding = ['identity', 'gzip', 'br'][reader % 3] ?? ''
    let last = 0
    let answers = 0
    for (let n = reader; !isOver || answers < 50; n++) {
      const of = n % (ITEMS + 2)
      const path = of < ITEMS ? `/v1/articles/${of}` : '/v1/articles?sort=title&limit=100'
      const { status, seq, body } = await read(agent, path, encoding)
      expect(seq).toBeGreaterThanOrEqual(last)
      last = seq
      answers += 1
      const state = states[seq]
      if (of < ITEMS) {
        const title = state?.get(`articles:${of}`)
        expect([seq, status < 400]).toEqual([seq, title !== undefined])
        if (title) expect(body).toMatchObject({ data: { title, summary: title } })
      } else expect(new Map(body.data.map(({ id, title }) => [id, title]))).toEqual(state)
    }
    expect((await read(agent, '/v1/articles', encoding)).seq).toBe(ENTRIES)
    agent.destroy()
    return answers
  }

  const readers = Array.from({ length: READERS }, (_, reader) => follow(reader))
  const [, ...answers] = await Promise.all([publish(), ...readers])
  expect(answers.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(ENTRIES)
  expect(site.errors).toEqual([])
})

test('an answer is of the state that it names, also when another process writes in that moment', async () => {
  let meanwhile = () => {}
  const shared = await startDelivery({
    answerTo(asked, context) {
      meanwhile()
      return answerTo(asked, context)
    },
  })
  const other = openStore(shared.folder)
  const agent = new Agent()
  try {
    await shared.publish(makeItem({ id: 'articles:1', slug: '1' }))
    const second = entryOf(2, makeItem({ id: 'articles:2', slug: '2' }), 'published')
    meanwhile = () => void applyEntries(other, [second])
    const { seq, body } = await read(agent, '/v1/articles', 'identity', shared)
    expect([seq, body.data.map(({ id }) => id)]).toEqual([1, ['articles:1']])
    const next = await read(agent, '/v1/articles?count=true', 'identity', shared)
    expect([next.seq, next.body.data.length]).toEqual([2, 2])
  } finally {
    agent.destroy()
    other.close()
    await shared.close()
  }
})
