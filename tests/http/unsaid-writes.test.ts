/** Nothing is published, taken back or overwritten by a request that did not say so; and nobody writes unasked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type Asked, everybody, type State, stateOf } from '../support/access-table.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite } from '../support/only-on.ts'

const HOW = /\?draft=true.*"_status": "published".*"_status": "draft"/

describe.skipIf(databaseUrl() === null)('a write over /api', () => {
  let instance: TestGalley
  let ask: Ask
  let id: number | string
  let before: State

  beforeAll(async () => {
    instance = await startGalley()
    ask = await everybody(instance)
    const { payload } = instance
    const made = await payload.create({ collection: 'topics', data: { name: 'Rain', _status: 'published' } })
    id = made.id
    await payload.update({ collection: 'topics', id, draft: true, data: { name: 'Half-done' } })
    before = await stateOf(payload, 'topics', id)
  })
  afterAll(() => instance?.close())

  const now = new Date().toISOString()
  const GET = { 'X-Payload-HTTP-Method-Override': 'GET' }
  const PATCH = { 'X-Payload-HTTP-Method-Override': 'PATCH' }
  const ways: [name: string, asked: () => Asked, status: number, says: RegExp][] = [
    ['create', () => ({ method: 'post', url: '/api/topics', body: { name: 'A' } }), 400, HOW],
    [
      'create with a form',
      () => ({ method: 'post', url: '/api/topics', body: { name: 'A' }, form: true }),
      400,
      HOW,
    ],
    ['update', () => ({ method: 'patch', url: `/api/topics/${id}`, body: { name: 'A' } }), 400, HOW],
    [
      'update with draft=false',
      () => ({ method: 'patch', url: `/api/topics/${id}?draft=false`, body: {} }),
      400,
      HOW,
    ],
    [
      'update with a form',
      () => ({ method: 'patch', url: `/api/topics/${id}`, body: { name: 'A' }, form: true }),
      400,
      HOW,
    ],
    [
      'update by query',
      () => ({ method: 'patch', url: `/api/topics?where[id][in]=${id}`, body: { name: 'A' } }),
      400,
      HOW,
    ],
    [
      'update with an unknown status',
      () => ({ method: 'patch', url: `/api/topics/${id}`, body: { _status: 'live' } }),
      400,
      HOW,
    ],
    [
      'duplicate',
      () => ({ method: 'post', url: `/api/topics/${id}/duplicate?draft=false`, body: {} }),
      400,
      HOW,
    ],
    [
      'out of the trash',
      () => ({ method: 'patch', url: `/api/topics/${id}?trash=true`, body: { deletedAt: null } }),
      400,
      HOW,
    ],
    [
      'restore a version',
      () => ({ method: 'post', url: `/api/topics/versions/${versionOf(before)}` }),
      400,
      /\?draft=true.*\?draft=false/,
    ],
    [
      'draft and published',
      () => ({ method: 'patch', url: `/api/topics/${id}?draft=true`, body: { _status: 'published' } }),
      400,
      /send one of the two/,
    ],
    [
      'a draft into the trash',
      () => ({ method: 'patch', url: `/api/topics/${id}?draft=true`, body: { deletedAt: now } }),
      400,
      /leave out `draft=true`/,
    ],
    [
      'unpublish in a draft',
      () => ({ method: 'patch', url: `/api/topics/${id}?draft=true&unpublishAllLocales=true`, body: {} }),
      400,
      /without `draft=true`/,
    ],
    [
      'publish a draft that was not seen',
      () => ({ method: 'patch', url: `/api/topics/${id}`, body: { description: 'A', _status: 'published' } }),
      409,
      /newer draft.*updatedAt.*If-Match/,
    ],
    [
      'publish it with a form',
      () => ({ method: 'patch', url: `/api/topics/${id}`, body: { _status: 'published' }, form: true }),
      409,
      /newer draft/,
    ],
    [
      'POST as PATCH',
      () => ({
        method: 'post',
        url: `/api/topics/${id}`,
        body: { name: 'A', _status: 'published' },
        headers: PATCH,
      }),
      404,
      /./,
    ],
  ]

  it.each(ways)('changes nothing and says why: %s', async (_, asked, status, says) => {
    const answer = await ask('admin', asked())
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toMatch(says)
    expect(answer.type).toBe('application/problem+json')
    expect(await stateOf(instance.payload, 'topics', id)).toEqual(before)
  })

  it('refuses, document by document, to publish what was not seen by a query', async () => {
    for (const query of ['', '&draft=true']) {
      const body = { description: 'For all', _status: 'published' }
      const answer = await ask('admin', {
        method: 'patch',
        url: `/api/topics?where[id][in]=${id}${query}`,
        body,
      })
      expect(answer.status).toBe(400)
      expect(answer.body.docs).toEqual([])
      expect(answer.body.errors[0]).toMatchObject({ id, message: expect.stringMatching(/newer draft/) })
      expect(await stateOf(instance.payload, 'topics', id)).toEqual(before)
    }
  })

  it('takes a POST that says GET for a read, with its body too', async () => {
    const body = { name: 'Written', _status: 'published' }
    const answer = await ask('admin', { method: 'post', url: '/api/topics', body, headers: GET })
    expect([answer.status, answer.body.totalDocs]).toEqual([200, before.total])
    expect(await stateOf(instance.payload, 'topics', id)).toEqual(before)
  })

  it('is refused by the local API too', async () => {
    const { payload } = instance
    await expect(payload.create({ collection: 'topics', data: { name: 'A' } as never })).rejects.toThrow(HOW)
    await expect(payload.update({ collection: 'topics', id, data: { name: 'A' } })).rejects.toThrow(HOW)
    const where = { id: { equals: id } }
    await expect(payload.update({ collection: 'topics', where, data: { name: 'A' } })).rejects.toThrow(HOW)
    expect(await stateOf(payload, 'topics', id)).toEqual(before)
  })

  it('publishes a draft that its writer has seen', async () => {
    const { payload } = instance
    const seen = await ask('editor', { method: 'get', url: `/api/topics/${id}?draft=true` })
    const body = { description: 'A', _status: 'published', updatedAt: seen.body.updatedAt }
    const answer = await ask('editor', { method: 'patch', url: `/api/topics/${id}`, body })
    expect(answer.status).toBe(200)
    expect((await stateOf(payload, 'topics', id)).main).toMatchObject({
      name: 'Half-done',
      _status: 'published',
    })
  })

  it('brings a version that was a draft back as a draft, whatever the admin’s button says', async () => {
    const { payload } = instance
    await payload.update({ collection: 'topics', id, draft: true, data: { name: 'Tried' } })
    await payload.update({ collection: 'topics', id, data: { name: 'Settled', _status: 'published' } })
    const live = await stateOf(payload, 'topics', id)
    const tried = live.versions.find(({ version }) => version.name === 'Tried') as unknown as { id: number }
    const answer = await ask('editor', {
      method: 'post',
      url: `/api/topics/versions/${tried.id}?draft=false`,
    })
    expect(answer.status).toBe(200)
    const after = await stateOf(payload, 'topics', id)
    expect(after.main).toEqual(live.main)
    expect(after.versions[0]?.version).toMatchObject({ name: 'Tried', _status: 'draft' })
  })

  it('gives at most 1,000 documents to one request, and pages for the rest', async () => {
    for (const query of ['limit=0', 'limit=-1', 'limit=100000', 'pagination=false', 'limit=abc']) {
      const { body } = await ask('reader', { method: 'get', url: `/api/topics?${query}` })
      expect({ query, limit: body.limit }).toEqual({ query, limit: 1000 })
    }
    const own = await ask('reader', { method: 'get', url: '/api/topics' })
    expect(own.body.limit).toBe(10)
  })
})

describeOnSqlite('anonymous requests to /api', () => {
  let instance: TestGalley
  let ask: Ask
  beforeAll(async () => {
    instance = await startGalley()
    ask = await everybody(instance)
  })
  afterAll(() => instance?.close())

  const paths = [
    '/api/articles',
    '/api/articles/',
    '/api//articles',
    '/api/%61rticles',
    '/API/articles',
    '/api/users/me',
    '/api',
  ]
  it.each([...paths, '/api/users/login/../articles', '/api/users/login/%2e%2e', '/api/users/login?x=1#/'])(
    'reach nothing: %s',
    async (url) => {
      for (const method of ['get', 'post', 'patch', 'delete'] as const) {
        for (const override of ['GET', 'POST', 'PATCH', 'DELETE', 'get', '']) {
          const headers: { [name: string]: string } = override
            ? { 'X-Payload-HTTP-Method-Override': override, 'X-HTTP-Method-Override': override }
            : {}
          const { status, body } = await ask('nobody', { method, url, headers })
          expect({ url, method, override, status, docs: body.docs ?? body.user ?? null }).toMatchObject({
            docs: null,
          })
          expect([400, 401, 404]).toContain(status)
        }
      }
    },
  )

  it('do not reach it by a path that only looks different', async () => {
    for (const url of [
      '//api/articles',
      '/%61pi/articles',
      '/v1/../api/articles',
      '/.//api/articles',
      '/api;/articles',
    ]) {
      const { status, body } = await ask('nobody', { method: 'get', url })
      expect({ url, docs: body.docs ?? null }).toEqual({ url, docs: null })
      expect([400, 401, 404]).toContain(status)
    }
  })
})

const versionOf = (state: State) => (state.versions[0] as unknown as { id: number }).id
