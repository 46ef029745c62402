/** The deploy hook against a server on loopback. Times are the test's own, but where the whole program runs. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deployHook } from '../../pipelines/channels/deploy-hook/index.ts'
import { readCalls } from '../../pipelines/channels/deploy-hook/state.ts'
import { type DeployHookOptions, watchDeployHook } from '../../pipelines/channels/deploy-hook/watch.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { site } from '../fixtures/site.ts'
import { type Ask, everybody } from '../support/access-table.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { itOnSqlite } from '../support/only-on.ts'

const SOON = { timeout: 60_000, interval: 20 }
const SECRET = 'kept-from-everybody'
const START = Date.UTC(2030, 0, 1)

type Call = { method?: string; url?: string; type?: string; body: unknown }

describe.skipIf(databaseUrl() === null)('the deploy hook', () => {
  let instance: TestGalley
  let payload: Payload
  let ask: Ask
  const calls: Call[] = []
  let answer: (response: ServerResponse, message: IncomingMessage) => void
  const server = createServer((message, response) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      const { method, url, headers } = message
      const type = String(headers['content-type'])
      calls.push({
        ...(method ? { method } : {}),
        ...(url ? { url } : {}),
        type,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      })
      answer(response, message)
    })
  })
  const address = (path = `/build/${SECRET}`) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
  const set = (deployHook: object) =>
    payload.updateGlobal({ slug: 'settings', data: { deployHook } as never, overrideAccess: true })

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    // Its own watcher does not run.
    instance = await startGalley({ ROLE: 'web' })
    payload = instance.payload
    ask = await everybody(instance)
  })
  afterAll(async () => {
    await instance?.close()
    server.close()
    server.closeAllConnections()
  })
  beforeEach(async () => {
    answer = (response) => void response.writeHead(201).end('{}')
    // What the test before has left is settled.
    await set({ url: '', quietSeconds: 30 })
    await watchDeployHook(payload, { now: () => START * 2 }).look()
    await set({ url: address() })
    calls.length = 0
  })

  let seq = 1_000
  /** `at`: in seconds after the start. */
  const publish = async (at: number, more: Partial<LedgerEntry> = {}) => {
    seq += 1
    const entry = {
      ...{ seq, itemId: `articles:${seq}`, type: 'articles', slug: `a-${seq}`, url: '', action: 'published' },
      ...{ cause: 'save', hash: '', ownHash: '', publishedAt: '', item: null, dependsOn: [], by: '' },
      recordedAt: new Date(START + at * 1000).toISOString(),
      ...more,
    } as LedgerEntry
    await deployHook.consume([entry], { payload, site })
    return entry
  }
  /** Of a process whose clock stands still until it is moved. */
  const watcher = (more: DeployHookOptions = {}) => {
    let now = START
    const hook = watchDeployHook(payload, { now: () => now, ...more })
    return {
      hook,
      at: (seconds: number) => {
        now = START + seconds * 1000
        return hook.look()
      },
    }
  }
  const state = async () => (await readCalls(payload)) ?? expect.fail('nothing was noted')

  // First: the ledger's own numbers are lower than those that the other tests make up.
  itOnSqlite('is called by the whole program, also for what was published before a restart', async () => {
    const patient = { beatMs: 1_000, deployHook: { everyMs: 50 } }
    const publishTopic = (name: string) =>
      payload.create({ collection: 'topics', data: { name, _status: 'published' } as never })
    await set({ url: '', quietSeconds: 1 })
    const worker = await startGalley({ ROLE: 'worker' }, instance, patient)
    const settled = async () => {
      await instance.galley.settled()
      await worker.galley.settled()
    }
    try {
      await settled()
      await expect.poll(async () => (await readCalls(payload))?.waiting, SOON).toBe(0)
      await set({ url: address('/whole') })
      await publishTopic('Built at once')
      await expect.poll(() => calls.length, SOON).toBe(1)
      await set({ quietSeconds: 300 })
      await publishTopic('Built after a restart')
      await settled()
    } finally {
      await worker.close()
    }
    expect(calls).toHaveLength(1)
    await set({ quietSeconds: 1 })
    const again = await startGalley({ ROLE: 'worker' }, instance, patient)
    try {
      await expect.poll(() => calls.length, SOON).toBe(2)
      expect(calls).toMatchObject([{ url: '/whole' }, { url: '/whole', body: { publications: 1 } }])
    } finally {
      await again.close()
    }
  })

  it('is called once for a burst, when nothing was published for a while', async () => {
    const { at } = watcher()
    await publish(0)
    await publish(10)
    const { seq } = await publish(20, { cause: 'dependency', action: 'unpublished' })
    for (const seconds of [0, 30, 49]) await at(seconds)
    expect(calls).toEqual([])
    await at(50)
    await at(51)
    const body = { seq, publications: 3 }
    expect(calls).toEqual([{ method: 'POST', url: `/build/${SECRET}`, type: 'application/json', body }])
    expect(await state()).toMatchObject({ waiting: 0, calledSeq: seq, status: 201, error: null })
  })

  it('is called five minutes after the first at the latest, and again for the rest', async () => {
    const { at } = watcher()
    for (let seconds = 0; seconds <= 300; seconds += 20) await publish(seconds)
    await at(299)
    expect(calls).toEqual([])
    await at(300)
    await publish(310)
    await at(339)
    expect(calls).toHaveLength(1)
    await at(340)
    expect(calls).toMatchObject([{ body: { publications: 16 } }, { body: { publications: 1 } }])
  })

  it('is told nothing of what is derived again, of pictures, and of what it was told', async () => {
    const { at } = watcher()
    const known = await publish(0)
    await at(30)
    await publish(40, { cause: 'rebuild' })
    await publish(40, { type: 'media' })
    await deployHook.consume([known], { payload, site })
    await at(1_000)
    expect(calls).toHaveLength(1)
    await set({ url: '' })
    await publish(1_000)
    await at(1_030)
    // What was published before there was an address is old when there is one.
    await set({ url: address() })
    await at(1_060)
    expect(calls).toHaveLength(1)
  })

  it('is called by one of two workers, and what is published meanwhile is told after it', async () => {
    let finish = () => {}
    const begun = new Promise<void>((resolve) => {
      answer = (response) => {
        finish = () => void response.end()
        resolve()
      }
    })
    const [one, two] = [watcher(), watcher()]
    await publish(0)
    const both = Promise.all([one.at(30), two.at(30)])
    await begun
    await two.at(31)
    await publish(32)
    finish()
    await both
    expect(calls).toHaveLength(1)
    answer = (response) => void response.end()
    await Promise.all([one.at(62), two.at(62)])
    expect(calls).toMatchObject([{ body: { publications: 1 } }, { body: { publications: 1, seq } }])
  })

  it('is called again when the process that called was killed, whose word counts no more', async () => {
    let finish = () => {}
    const begun = new Promise<void>((resolve) => {
      answer = (response) => {
        finish = () => void response.writeHead(500).end()
        resolve()
      }
    })
    const [stalled, next] = [watcher(), watcher()]
    await publish(0)
    const late = stalled.at(30)
    await begun
    answer = (response) => void response.end()
    await next.at(59)
    expect(calls).toHaveLength(1)
    await next.at(61)
    expect(calls).toHaveLength(2)
    finish()
    await late
    expect(await state()).toMatchObject({ status: 200, error: null, waiting: 0, failures: 0 })
  })

  it('ends a call when the process stops, and the next process makes it', async () => {
    const [stopped, next] = [watcher(), watcher()]
    const begun = new Promise<void>((resolve) => {
      answer = () => resolve()
    })
    await publish(0)
    const call = stopped.at(30)
    await begun
    await stopped.hook.stop()
    await call
    answer = (response) => void response.end()
    await next.at(31)
    expect(calls).toHaveLength(2)
    expect(await state()).toMatchObject({ waiting: 0, failures: 0, status: 200 })
  })

  it('is tried again, later each time, and given up in the end until something is published', async () => {
    answer = (response) => void response.writeHead(503).end(SECRET)
    const { at } = watcher()
    await publish(0)
    let seconds = 30
    for (const pause of [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      await at(seconds)
      expect(await state()).toMatchObject({ error: 'Answered 503.', status: 503, waiting: 1 })
      const before = calls.length
      await at(seconds + pause - 1)
      expect(calls).toHaveLength(before)
      seconds += pause
    }
    await at(seconds)
    expect(calls).toHaveLength(10)
    expect(await state()).toMatchObject({ error: 'Answered 503.', nextAt: null, waiting: 0 })
    await at(seconds + 100_000)
    expect(calls).toHaveLength(10)
    answer = (response) => void response.end()
    await publish(seconds + 100_000)
    await at(seconds + 100_030)
    expect(await state()).toMatchObject({ error: null, status: 200, waiting: 0, failures: 0 })
  })

  it('says what is wrong without the address, and tries a mended one at once', async () => {
    const logged: unknown[] = []
    const { error } = payload.logger
    payload.logger.error = ((...args: unknown[]) => void logged.push(args)) as typeof error
    try {
      // Others answer in less, on a machine that does something else meanwhile.
      const { at } = watcher({ timeoutMs: 500 })
      let seconds = 30
      await publish(0)
      const fails = async (url: string, reason: RegExp) => {
        await set({ url })
        await at(seconds)
        seconds += 1
        expect((await state()).error).toMatch(reason)
      }
      answer = (response) => void response.writeHead(302, { Location: address('/elsewhere') }).end()
      await fails(address(), /^Answered 302: redirects are not followed\.$/)
      answer = () => {}
      await fails(address(`/slow/${SECRET}`), /^No answer within 0\.5 s\.$/)
      answer = (response) => void response.destroy()
      await fails(address(`/broken/${SECRET}`), /^No connection \(\w+\)\.$/)
      await fails(`http://127.0.0.1:1/${SECRET}`, /^No connection \(.+\)\.$/)
      expect(calls.map(({ url }) => url)).not.toContain('/elsewhere')
      answer = (response) => void response.end()
      await set({ url: address('/mended') })
      await at(seconds)
      expect(calls.at(-1)).toMatchObject({ url: '/mended', body: { publications: 1 } })
      expect(logged).toHaveLength(4)
      expect(JSON.stringify([logged, await state()])).not.toContain(SECRET)
    } finally {
      payload.logger.error = error
    }
  })

  it('shows its address and its calls to editors and admins alone, and nobody else', async () => {
    await publish(0)
    for (const who of ['admin', 'editor', 'author', 'reader', 'nobody'] as const) {
      const url = '/api/globals/settings'
      const settings = await ask(who, { method: 'get', url })
      const found = await ask(who, { method: 'get', url: '/api/deploy-hook-calls' })
      const may = who === 'admin' || who === 'editor'
      expect({ who, sees: settings.text.includes(SECRET) }).toEqual({ who, sees: may })
      expect({ who, isFound: found.status === 200 }).toEqual({ who, isFound: may })
    }
    const { docs } = await payload.find({ collection: 'publications', limit: 0, pagination: false })
    expect(JSON.stringify(docs)).not.toContain(SECRET)
    const settings = docs.findLast(({ itemId }) => itemId === 'settings:site')
    expect(settings?.item).toMatchObject({ fields: { delivery: { sMaxAge: 60, staleWhileRevalidate: 300 } } })
    expect(JSON.stringify(settings)).not.toMatch(/previewPattern|deployHook/)
    const change = (deployHook: object) =>
      ask('admin', { method: 'post', url: '/api/globals/settings', body: { deployHook } })
    for (const url of ['ftp://x.test/', 'x.test', 'http://me:secret@x.test/'])
      expect((await change({ url })).status).toBe(400)
  })
})
