/** `/v1/sync` and `/v1/changes` over a store made by hand; the stream on a real socket. */
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { applyEntries } from '../../../pipelines/channels/delivery/apply.ts'
import { openStore } from '../../../pipelines/channels/delivery/store.ts'
import { listen } from '../../../tests/support/listen.ts'
import { MadeLedger } from '../../../tests/support/made-ledger.ts'
import { type SseEvent, SseReader } from '../../../tests/support/sse-reader.ts'
import type { Context } from './answer.ts'
import { type ChangesOptions, createChanges } from './changes.ts'
import { sync } from './sync.ts'

const TYPES = ['articles', 'people']
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function madeSite() {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-sync-'))
  const store = openStore(folder)
  ends.push(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  store.startOver('first')
  const ledger = new MadeLedger()
  const stale: (() => void)[] = []
  const context: Context = {
    store,
    publicUrl: 'http://cms.test',
    types: TYPES,
    epoch: () => store.position().epoch,
  }
  return {
    store,
    context,
    replica: { onStale: (forget: never) => void stale.push(forget) },
    tell: () => {
      for (const forget of stale) forget()
    },
    publish(id: string, summary = '', isPublic = true) {
      ledger.append(id, id.replace(':', '-'), `Title of ${id}`, summary, isPublic)
      applyEntries(store, ledger.entries.slice(-1))
      for (const forget of stale) forget()
    },
    ask(query: string) {
      const asked = { path: ['sync'], query: new URLSearchParams(query), headers: {} }
      const answer = sync(asked, context)
      return { status: answer?.status, headers: answer?.headers, ...JSON.parse(answer?.body ?? '{}') }
    },
  }
}

describe('/v1/sync', () => {
  it('gives every item, then what changed, with the cursor that it is given back', () => {
    const { publish, ask } = madeSite()
    for (const id of ['articles:a', 'articles:b', 'people:c', 'media:d']) publish(id)
    const first = ask('limit=2')
    expect(first.data.map(({ op, item }: never) => [op, (item as { id: string }).id])).toEqual([
      ['upsert', 'articles:a'],
      ['upsert', 'articles:b'],
    ])
    expect(first.more).toBe(true)
    const second = ask(`cursor=${first.cursor}`)
    expect([second.data.length, second.more]).toEqual([1, false])
    publish('articles:a', '', false)
    expect(ask(`cursor=${second.cursor}`)).toMatchObject({
      data: [{ op: 'delete', id: 'articles:a', type: 'articles', slug: 'articles-a' }],
      more: false,
    })
  })

  it('holds the types in the cursor, and refuses others with it', () => {
    const { publish, ask } = madeSite()
    for (const id of ['articles:a', 'people:c']) publish(id)
    const { cursor, data } = ask('types=people')
    expect(data).toHaveLength(1)
    publish('articles:a', 'again')
    expect(ask(`cursor=${cursor}`).data).toEqual([])
    expect(ask(`cursor=${cursor}&types=people`).status).toBe(200)
    expect(ask(`cursor=${cursor}&types=people,articles`).status).toBe(400)
    expect(ask(`cursor=${ask('').cursor}&types=people`).status).toBe(400)
    expect(ask(`cursor=${ask('').cursor}&types=people,articles`).status).toBe(200)
  })

  it('says what is wrong, and what to do', () => {
    const { publish, ask, store } = madeSite()
    publish('articles:a')
    expect(ask('page=2')).toMatchObject({ status: 400, allowed: ['cursor', 'limit', 'types'] })
    expect(ask('types=media')).toMatchObject({ status: 400, allowed: TYPES })
    for (const limit of ['0', '1001', 'x']) expect(ask(`limit=${limit}`).status).toBe(400)
    const odd = ['null', '[]', '["first",null,1,-1,null,null]', '["first",["media"],1,1,null,null]', '[1,2']
    for (const text of ['!', 'x'.repeat(1_999), ...odd.map((one) => Buffer.from(one).toString('base64url'))])
      expect([text, ask(`cursor=${text}`).status]).toEqual([text, 400])
    const { cursor } = ask('')
    store.startOver('first')
    expect(ask(`cursor=${cursor}`)).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } })
    store.startOver('second')
    expect(ask(`cursor=${cursor}`)).toMatchObject({
      status: 410,
      detail: expect.stringContaining('start over'),
    })
  })
})

describe('/v1/changes', () => {
  async function stream(options: Partial<ChangesOptions> = {}) {
    const site = madeSite()
    const beats: (() => void)[] = []
    const everyBeat = (beat: () => void) => {
      beats.push(beat)
      return () => void beats.splice(0)
    }
    const changes = createChanges({ replica: site.replica, everyBeat, ...options })
    const app: RequestListener = (request, response) => {
      const { searchParams: query } = new URL(request.url ?? '', 'http://cms.test')
      const asked = { path: ['changes'], query, headers: request.headers }
      changes.answer(request, response, { asked, context: site.context, headers: { 'X-Base': 'yes' } })
    }
    const { port, close } = await listen(app)
    ends.push(close, changes.close)
    const open = (query = '', headers = {}) =>
      new Promise<IncomingMessage>((resolve, reject) =>
        get({ port, path: `/v1/changes${query}`, headers, agent: false }, resolve).on('error', reject),
      )
    return { ...site, changes, open, beats }
  }

  it('tells from now on what happens, and from where somebody was', async () => {
    const { publish, open } = await stream()
    publish('articles:a')
    const response = await open()
    expect([response.statusCode, response.headers]).toMatchObject([
      200,
      { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-base': 'yes' },
    ])
    const reader = new SseReader(response)
    const ready = await reader.next()
    expect(ready.event).toBe('ready')
    publish('articles:b')
    publish('articles:a', '', false)
    const [b, a] = [await reader.next(), await reader.next()]
    expect([b.event, JSON.parse(b.data).item.id]).toEqual(['upsert', 'articles:b'])
    expect([a.event, JSON.parse(a.data)]).toEqual([
      'delete',
      { op: 'delete', id: 'articles:a', type: 'articles', slug: 'articles-a' },
    ])
    response.destroy()
    const back = new SseReader(await open(`?cursor=${ready.id}`, { 'Last-Event-ID': b.id }))
    expect((await back.next()).data).toBe(a.data)
    const again = new SseReader(await open(`?cursor=${ready.id}`))
    expect((await again.next()).data).toBe(b.data)
  })

  it('tells each listener of the types that he asked for', async () => {
    const { publish, open } = await stream()
    const [people, all] = [new SseReader(await open('?types=people')), new SseReader(await open())]
    for (const reader of [people, all]) await reader.next()
    publish('articles:a')
    publish('people:c')
    expect(JSON.parse((await people.next()).data).item.id).toBe('people:c')
    expect(JSON.parse((await all.next()).data).item.id).toBe('articles:a')
  })

  it('brings the cursor up to date with a heartbeat, and ends it all when it is closed', async () => {
    const { publish, open, beats, changes, ask } = await stream()
    const response = await open('?types=people')
    const reader = new SseReader(response)
    const { id } = await reader.next()
    publish('articles:a')
    const { cursor } = ask('types=people')
    await expect
      .poll(() => {
        for (const beat of beats) beat()
        return reader.lastId
      })
      .toBe(cursor)
    expect(cursor).not.toBe(id)
    changes.close()
    await reader.ended
    expect([changes.count(), beats.length, (await open()).statusCode]).toEqual([0, 0, 503])
  })

  it('does not count who has left before it begins', async () => {
    const { context, changes } = await stream()
    const asked = { path: ['changes'], query: new URLSearchParams(), headers: {} }
    let leave = () => {}
    const answered = new Promise<void>((resolve) => {
      const app: RequestListener = (request, response) => {
        // As a request does that waits for its Galley-Min-Seq.
        response.once('close', () => {
          changes.answer(request, response, { asked, context, headers: {} })
          resolve()
        })
        leave()
      }
      listen(app).then(({ port, close }) => {
        ends.push(close)
        const asking = get({ port, agent: false }).on('error', () => {})
        leave = () => void asking.destroy()
      })
    })
    await answered
    await new Promise(setImmediate)
    expect(changes.count()).toBe(0)
  })

  it('says "reset" when another history begins, and 410 to who comes with a cursor of the old one', async () => {
    const { store, tell, open } = await stream()
    const reader = new SseReader(await open())
    const { id } = await reader.next()
    store.startOver('second')
    tell()
    expect((await reader.next()).event).toBe('reset')
    await reader.ended
    expect(reader.lastId).toBe('')
    const refused = await open('', { 'Last-Event-ID': id })
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([410, 'application/problem+json'])
  })

  it('takes so many listeners, and reads nothing more for one who does not listen', async () => {
    const { publish, open, changes, beats } = await stream({ maxListeners: 3 })
    const [slow, dead, third] = [await open(), await open(), await open()]
    const quick = new SseReader(third)
    await quick.next()
    const fourth = await open()
    expect([fourth.statusCode, fourth.headers['retry-after']]).toEqual([503, '30'])
    const words = 'x'.repeat(1_000_000)
    for (let n = 1; n <= 40; n += 1) {
      publish('articles:a', `${n} ${words}`)
      expect(summaryOf(await quick.next())).toMatch(`${n} `)
    }
    const late = new SseReader(slow)
    let heard = 0
    for (let isPresent = false; !isPresent; heard += 1)
      isPresent = summaryOf(await late.next()).startsWith('40 ')
    // What the kernel took; the others were never written.
    expect(heard).toBeLessThan(30)
    for (let n = 0; n < 10; n += 1) for (const beat of beats) beat()
    await expect.poll(() => changes.count()).toBe(2)
    dead.destroy()
  })
})

const summaryOf = ({ data }: SseEvent) =>
  String((JSON.parse(data) as { item?: { summary: string } }).item?.summary)
