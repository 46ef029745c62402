import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

describe.skipIf(databaseUrl() === null)('the ways into /api', () => {
  let instance: TestGalley

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  it.each([
    ['get', '/api/articles'],
    ['get', '/api/articles?where[title][like]=a'],
    ['get', '/api/users/init'],
    ['get', '/api/globals/settings'],
    ['get', '/api/publications'],
    ['get', '/api/media/file/x.jpg'],
    ['post', '/api/articles'],
    ['post', '/api/users/first-register'],
    ['post', '/api/graphql'],
    ['head', '/api/articles'],
  ] as const)('refuses anonymous %s %s with a problem', async (method, url) => {
    const answer = await request(instance.app)[method](url)
    expect(answer.status).toBe(401)
    if (method === 'head') return
    expect(answer.type).toBe('application/problem+json')
    expect(answer.body).toMatchObject({ status: 401, title: 'Unauthorized' })
  })

  it('does not let a method override turn signing in into reading', async () => {
    const answer = await request(instance.app)
      .post('/api/users/login')
      .set('X-Payload-HTTP-Method-Override', 'GET')
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(answer.body)).not.toContain('@galley.test')
  })

  it('has no GraphQL', async () => {
    const answer = await instance.admin.post('/api/graphql').send({ query: '{ Users { docs { email } } }' })
    expect(answer.status).toBe(404)
  })

  it('answers HEAD wherever GET works', async () => {
    const answer = await instance.admin.head('/api/articles')
    expect([answer.status, answer.text ?? '']).toEqual([200, ''])
  })
})

describe.skipIf(databaseUrl() === null)('the provenance gate', () => {
  let instance: TestGalley
  let place: { family: unknown; level: unknown }
  const profile = (scores: { name: string; score: number }[]) => ({
    title: 'Arborist — P2',
    provenance: { scores },
  })
  const weak = profile([
    { name: 'Depth', score: 4.5 },
    { name: 'Concreteness', score: 3.5 },
  ])
  const strong = profile([
    { name: 'Depth', score: 4.5 },
    { name: 'Concreteness', score: 4 },
  ])

  beforeAll(async () => {
    instance = await startGalley()
    const family = await instance.payload.create({
      collection: 'role-families',
      data: { name: 'Arborists', code: 'GREEN.ARB', _status: 'published' },
    })
    const level = await instance.payload.create({
      collection: 'role-levels',
      data: { code: 'P2', _status: 'published' },
    })
    place = { family: family.id, level: level.id }
  })
  afterAll(() => instance?.close())

  it('refuses to publish below the limit, naming score and limit, and keeps the draft', async () => {
    const refused = await instance.admin
      .post('/api/role-profiles')
      .send({ ...weak, ...place, _status: 'published' })
    expect(refused.status).toBe(400)
    expect(refused.body.detail + JSON.stringify(refused.body.errors)).toMatch(/Concreteness.*3\.5.*4/)
    const draft = await instance.admin
      .post('/api/role-profiles?draft=true')
      .send({ ...weak, ...place, _status: 'draft' })
    expect(draft.status).toBe(201)
    const publish = await instance.admin
      .patch(`/api/role-profiles/${draft.body.doc.id}`)
      .send({ _status: 'published' })
    expect(publish.status).toBe(400)
    const stored = await instance.payload.findByID({ collection: 'role-profiles', id: draft.body.doc.id })
    expect(stored._status).toBe('draft')
  })

  it('refuses a profile without scores and takes one at the limit', async () => {
    const none = await instance.admin
      .post('/api/role-profiles')
      .send({ title: 'No scores', ...place, profileVersion: 3, _status: 'published' })
    expect(none.status).toBe(400)
    const taken = await instance.admin
      .post('/api/role-profiles')
      .send({ ...strong, ...place, profileVersion: 2, code: 'GREEN.ARB.P2', _status: 'published' })
    expect([taken.status, taken.body.errors]).toEqual([201, undefined])
  })
})
