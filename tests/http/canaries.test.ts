/**
 * Whatever is asked below /v1, in every parameter that it has, by whoever knows the words, slugs and ids of what is not
 * public: no answer holds a byte of it, and what never was public is answered as nothing is.
 */
import { Agent, request as begin, get, type IncomingMessage } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken, PASS_MS } from '../../collections/preview/token.ts'
import { writeCursor } from '../../src/http/v1/cursor.ts'
import { openApiDocument } from '../../src/http/v1/openapi/document.ts'
import { SORTS } from '../../src/http/v1/parameters.ts'
import { DELIVERED_TYPES } from '../../src/http/v1/types.ts'
import { type CanarySite, makeCanarySite } from '../support/canary-site.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { listen } from '../support/listen.ts'
import { itOnSqlite } from '../support/only-on.ts'

type Said = { status: number; headers: string; body: string }
type Query = { name: string; schema: { enum?: string[]; items?: { enum?: string[] }; type?: string } }

/** The stand-in for MongoDB is slow; and what is read here stands in the read model. */
const TYPES = databaseName === 'sqlite' ? DELIVERED_TYPES : (['articles', 'people', 'topics'] as const)
const PUBLIC_URL = 'http://cms.test'
const { paths } = openApiDocument({ publicUrl: PUBLIC_URL, types: DELIVERED_TYPES })

describe.skipIf(databaseUrl() === null)('what is not public', () => {
  let instance: TestGalley
  let server: Awaited<ReturnType<typeof listen>>
  let site: CanarySite
  let epoch: string
  /** Ids that nobody may learn of, each with another that nothing has. */
  let ids: [string, string][]
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })

  beforeAll(async () => {
    instance = await startGalley()
    const { payload, galley } = instance
    await payload.updateGlobal({
      slug: 'settings',
      data: {
        previewPattern: '/zanary-preview/{type}/{slug}/{token}',
        deployHook: { url: 'https://hook.invalid/zanary-secret' },
      } as never,
    })
    site = await makeCanarySite(payload, TYPES)
    await galley.settled()
    epoch = await galley.epoch()
    const live = new Set([...site.live.values()].map(({ uid }) => uid))
    ids = site.hidden.filter(({ uid }) => !live.has(uid)).map(({ uid }) => [uid, reversed(uid)])
    server = await listen(instance.app)
  })
  afterAll(async () => {
    agent.destroy()
    await server?.close()
    await instance?.close()
  })

  const ask = (path: string, headers: { [name: string]: string } = {}, method = 'GET') =>
    new Promise<Said>((resolve, reject) => {
      const asked = begin({ port: server.port, path, agent, method, headers }, (answer) => {
        let body = ''
        answer.setEncoding('latin1').on('data', (text: string) => {
          body += text
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: headersOf(answer), body }))
      })
      asked.on('error', reject).end()
    })

  /** The same question about nothing, or the same answer. */
  const aboutNothing = (text: string) =>
    ids.reduce((all, [id, other]) => all.replaceAll(id, other), text.replaceAll('zanary', 'zonory'))

  /** Canaries of an answer that its question did not bring. */
  function canariesIn({ headers, body }: Said, path: string): string[] {
    const asked = new Set(path.match(/zanary[\w-]*/g))
    const text = `${headers}\n${body}`
    const cursors = (text.match(/W[\w-]{11,}/g) ?? []).filter((one) => !path.includes(one))
    const whole = [text, ...cursors.map((one) => Buffer.from(one, 'base64url').toString('latin1'))].join('\n')
    const uids = ids.flatMap(([id]) => (whole.includes(id) && !path.includes(id) ? [id] : []))
    return [...(whole.match(/zanary[\w-]*/gi) ?? []).filter((word) => !asked.has(word)), ...uids]
  }

  async function check(path: string) {
    const said = await ask(path)
    expect([path, said.status < 500, canariesIn(said, path)]).toEqual([path, true, []])
    if (path.length % 4 === 0)
      expect([path, await ask(path, {}, 'HEAD')]).toEqual([path, { ...said, body: '' }])
    const other = aboutNothing(path)
    if (other === path) return said
    expect([path, toComparable(said, aboutNothing)]).toEqual([path, toComparable(await ask(other))])
    return said
  }

  /** Values that would hit it, or show it. */
  function valuesOf({ name, schema }: Query, path: string): string[] {
    const { hidden, gone, live } = site
    const words = hidden.map(({ word }) => word)
    const slugs = hidden.map(({ slug }) => slug)
    const all = schema.enum ?? schema.items?.enum
    const isOne = schema.enum !== undefined
    // One type has every member.
    if (all) return isOne || path.startsWith('/v1/role-profiles') ? [...all] : [all.slice(0, 50).join(',')]
    if (schema.type === 'boolean') return ['true', 'false']
    if (schema.type === 'integer' || schema.type === 'number') return ['1', '100']
    switch (name) {
      case 'q':
        return path === '/v1/search'
          ? [...words, ...gone.map(({ word }) => word), 'zanar', 'rain ladder', 'zanery1x gravel']
          : ['zanary', 'gravel']
      case 'updatedSince':
        return ['2000-01-01', '2098-01-01']
      case 'relatedTo':
        return [...hidden, ...gone].map(({ type, uid }) => `${type}:${uid}`).reduce(inFifties, [])
      case 'after':
        return [...SORTS, 'code', 'redirects', 'q'].map((sort) =>
          writeCursor(epoch, sort, { value: 'zanary', id: hidden[0]?.uid ?? '' }),
        )
      case 'cursor':
        return []
      case 'a':
      case 'b':
        return slugs.filter((slug) => hidden.some((one) => one.slug === slug && one.type === 'role-profiles'))
      default: {
        const [shown = ''] = [...live.values()].map(({ slug }) => slug)
        return [...words, ...slugs].reduce(inFifties, []).concat(`${words[0]},${slugs[0]},${shown}`)
      }
    }
  }

  function addressesOf(path: string): string[] {
    const type = path.split('/')[2] ?? ''
    const known = [...site.hidden, ...site.gone].filter((one) => one.type === type || path.includes('{id}'))
    const shown = [...site.live].filter(([own]) => own === type || path.includes('{id}'))
    return [
      ...shown.map(([own, { slug, uid }]) => fillIn(path, slug, `${own}:${uid}`)),
      ...known.map((one) => fillIn(path, one.slug, `${one.type}:${one.uid}`)),
    ]
  }

  it('is in no byte of any answer, and is answered as nothing is', { timeout: 300_000 }, async () => {
    const questions: string[] = []
    for (const [path, { get: operation }] of Object.entries(paths)) {
      if (path.startsWith('/v1/preview') || path === '/v1/changes') continue
      const addresses = path.includes('{') ? addressesOf(path) : [path]
      const [first = fillIn(path, 'nothing', 'articles:nothing')] = addresses
      const fixed = path.startsWith('/v1/compare') ? 'a=live-role-profiles&b=live-role-profiles' : ''
      questions.push(...addresses, `${first}?${fixed}`)
      const queries = (operation.parameters ?? []).filter((one) => one.in === 'query')
      for (const query of queries as unknown as Query[])
        for (const value of valuesOf(query, path)) {
          const params = new URLSearchParams(fixed)
          if (path === '/v1/search' && query.name !== 'q') params.set('q', 'gravel')
          params.set(query.name, value)
          questions.push(`${first}?${params}`)
        }
    }
    questions.push(
      ...[
        '/v1/items/settings:site',
        '/v1/settings',
        '/v1/settings/site',
        '/v1/sync?types=settings',
        '/v1/media',
      ],
      ...[
        '/v1/media/zanary0x',
        '/v1/users',
        '/v1/search?q=hook',
        '/v1/search?q=secret',
        '/media/zanary0x.png',
      ],
      ...DELIVERED_TYPES.map((type) => `/v1/${type}?limit=1&count=true&sort=-title`),
    )
    const answers = new Map<string, Said>()
    for (let n = 0; n < questions.length; n += 16)
      await Promise.all(questions.slice(n, n + 16).map(async (path) => answers.set(path, await check(path))))
    // So much is public; and the same words lead editors there.
    const found = [...answers.values()].filter(({ status }) => status === 200)
    expect(found.length).toBeGreaterThan(150)
    for (const type of TYPES) {
      expect(JSON.parse(answers.get(`/v1/${type}?count=true`)?.body ?? '{}').page.total).toBe(1)
      const { body } = await instance.admin.get(`/api/${type}?draft=true&trash=true&depth=0&limit=100`)
      expect(JSON.stringify(body).match(/zanary\d+x-address/g)?.length).toBeGreaterThan(1)
    }
  })

  itOnSqlite('is in no sync, no stream, and nothing that comes while it is saved', async () => {
    let cursor = ''
    for (let more = true, n = 0; more; n++) {
      const path = `/v1/sync?limit=3${cursor && `&cursor=${cursor}`}`
      const said = await check(path)
      const page = JSON.parse(said.body)
      if (n === 0) expect(page.data).toHaveLength(3)
      more = page.more
      cursor = page.cursor
    }
    const first = JSON.parse((await check('/v1/sync?limit=1')).body).cursor
    const events = await new Promise<IncomingMessage>((resolve) =>
      get({ port: server.port, path: `/v1/changes?cursor=${first}`, agent: false }, resolve),
    )
    let heard = ''
    events.setEncoding('latin1').on('data', (text: string) => {
      heard += text
    })
    const { payload } = instance
    const { id } = site.live.get('topics') ?? { id: 0 }
    const words = { name: 'zanary-stream', _status: 'draft' }
    await payload.update({ collection: 'topics', id, data: words as never, draft: true })
    await payload.create({ collection: 'topics', data: { name: 'Streamed', _status: 'published' } })
    await instance.galley.settled()
    await expect.poll(() => heard, { timeout: 20_000 }).toContain('Streamed')
    await setTimeout(50)
    events.destroy()
    // All but the one before the cursor.
    const told = [...site.live.values()].filter(({ uid }) => heard.includes(uid))
    expect(told.length).toBeGreaterThanOrEqual(site.live.size - 1)
    expect(canariesIn({ status: 200, headers: headersOf(events), body: heard }, '')).toEqual([])
  })

  itOnSqlite('is behind one and the same refusal for whoever has no pass', async () => {
    const { payload } = instance
    const [some, other] = site.hidden
    if (!some || !other) throw new Error('nothing is hidden')
    const pass = (secret: string, { type, uid, slug }: typeof some, now: number) =>
      makeToken(secret, { itemId: `${type}:${uid}`, slug }, { now })
    const refused = await ask('/v1/preview/articles/nothing')
    expect(refused.status).toBe(401)
    for (const one of [...site.hidden, ...site.gone]) {
      const path = `/v1/preview/${one.type}/${one.slug}`
      const foreign = one === some ? other : some
      for (const token of [
        undefined,
        'x',
        pass('another secret for tests', one, Date.now()),
        pass(payload.secret, one, Date.now() - PASS_MS),
        pass(payload.secret, foreign, Date.now()),
      ]) {
        const said = await ask(token === undefined ? path : `${path}?token=${token}&body=text`)
        expect([path, said.status, said.body]).toEqual([path, 401, refused.body])
        expect(canariesIn(said, '')).toEqual([])
      }
    }
  })
})

const reversed = (text: string) => [...text].reverse().join('')

/** What differs with every answer is left out. */
function headersOf({ rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, n) => (n % 2 === 0 ? [`${name}: ${rawHeaders[n + 1]}`] : []))
  return lines.filter((line) => !/^(X-Request-Id|Date|Keep-Alive|Connection):/i.test(line)).join('\n')
}

const toComparable = ({ status, headers, body }: Said, change = (text: string) => text) => ({
  status,
  headers: change(headers),
  body: change(body),
})

/** Comma means any of them, of fifty at most. */
function inFifties(groups: string[], value: string): string[] {
  const last = groups.at(-1)
  if (last === undefined || last.split(',').length >= 50) return [...groups, value]
  return [...groups.slice(0, -1), `${last},${value}`]
}

const fillIn = (path: string, slug: string, id: string) =>
  path.replace('{slug}', encodeURIComponent(slug)).replace('{id}', encodeURIComponent(id))
