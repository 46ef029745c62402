import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { PASSWORD, signIn } from '../support/users.ts'

describe.skipIf(databaseUrl() === null)('who may do what over /api', () => {
  let instance: TestGalley
  const as = async (role: 'editor' | 'author' | 'reader') =>
    signedIn(instance.app, await signIn(instance.payload, `${role}@galley.test`, role))

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

  it('signs in by password, and answers a wrong one with a problem', async () => {
    const login = (password: string) =>
      request(instance.app).post('/api/users/login').send({ email: 'first@galley.test', password })
    const right = await login(PASSWORD)
    expect(right.status).toBe(200)
    expect(right.headers['set-cookie']?.[0]).toMatch(/HttpOnly/)
    const wrong = await login('wrong password')
    expect(wrong.status).toBe(401)
    expect(wrong.type).toBe('application/problem+json')
  })

  it('has no GraphQL', async () => {
    const answer = await instance.admin.post('/api/graphql').send({ query: '{ Users { docs { email } } }' })
    expect(answer.status).toBe(404)
  })

  it('lets an author write drafts but not publish', async () => {
    const author = await as('author')
    const draft = await author
      .post('/api/articles?draft=true')
      .send({ title: 'By an author', _status: 'draft' })
    expect(draft.status).toBe(201)
    const { id } = draft.body.doc
    for (const attempt of [
      () => author.patch(`/api/articles/${id}`).send({ _status: 'published' }),
      () => author.post('/api/articles').send({ title: 'At once', _status: 'published' }),
      () => author.delete(`/api/articles/${id}`),
    ]) {
      const answer = await attempt()
      expect(answer.status).toBe(403)
      expect(answer.type).toBe('application/problem+json')
    }
    const stored = await instance.payload.findByID({ collection: 'articles', id })
    expect(stored._status).toBe('draft')
  })

  it('does not let an author change a picture that may be public', async () => {
    const data = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const picture = await instance.payload.create({
      collection: 'media',
      data: { alt: 'As it was' },
      file: { data, mimetype: 'image/png', name: 'dot.png', size: data.length },
    })
    const answer = await (await as('author')).patch(`/api/media/${picture.id}`).send({ alt: 'Changed' })
    expect(answer.status).toBe(403)
  })

  it('lets an editor publish', async () => {
    const editor = await as('editor')
    const answer = await editor.post('/api/articles').send({ title: 'By an editor', _status: 'published' })
    expect(answer.status).toBe(201)
  })

  it('lets a reader read drafts with an API key, and write nothing', async () => {
    const key = 'a1b2c3d4-0000-4000-8000-000000000000'
    await instance.payload.create({
      collection: 'users',
      data: {
        email: 'key@galley.test',
        password: PASSWORD,
        role: 'reader',
        enableAPIKey: true,
        apiKey: key,
        name: 'Key',
      },
    })
    const withKey = (answer: request.Test) => answer.set('Authorization', `users API-Key ${key}`)
    const read = await withKey(request(instance.app).get('/api/articles?draft=true&limit=50'))
    expect(read.status).toBe(200)
    expect(read.body.docs.map((doc: { title: string }) => doc.title)).toContain('By an author')
    const write = await withKey(request(instance.app).post('/api/articles?draft=true')).send({ title: 'No' })
    expect(write.status).toBe(403)
  })

  it('lets nobody but an admin raise a role', async () => {
    const editor = await as('editor')
    const me = await editor.get('/api/users/me')
    const answer = await editor.patch(`/api/users/${me.body.user.id}`).send({ role: 'admin' })
    const stored = await instance.payload.findByID({ collection: 'users', id: me.body.user.id })
    expect(stored.role).toBe('editor')
    expect(answer.status).toBeLessThan(500)
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
