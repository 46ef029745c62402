import crypto from 'node:crypto'
import { request as httpRequest } from 'node:http'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { listen } from '../support/listen.ts'
import { describeOnSqlite, itOnSqlite } from '../support/only-on.ts'
import { PASSWORD, signIn } from '../support/users.ts'

describe.skipIf(databaseUrl() === null)('signing in', () => {
  let instance: TestGalley
  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  /** The same Galley with address limits of its own, and other variables for HTTP. */
  const newApp = (env: Partial<TestGalley['env']> = {}) => instance.appWith(env)
  let fresh: TestGalley['app']
  beforeEach(() => {
    fresh = newApp()
  })
  const login = (email: string, password: string, app = fresh) =>
    request(app).post('/api/users/login').send({ email, password })
  let made = 0
  const newUser = async () => {
    const email = `somebody-${++made}@galley.test`
    await signIn(instance.payload, email, 'editor')
    return email
  }
  const token = async (email: string, password = PASSWORD) => {
    const answer = await login(email, password)
    expect(answer.status).toBe(200)
    return answer.body.token as string
  }
  const isAlive = async (sessionToken: string) =>
    (await signedIn(instance.app, sessionToken).get('/api/users/me')).status === 200

  describe('a failed sign-in', () => {
    afterEach(() => vi.restoreAllMocks())

    itOnSqlite(
      'gets one answer and costs the same work: wrong password, unknown user, locked account',
      async () => {
        const locked = await newUser()
        for (let attempt = 0; attempt < 5; attempt++) await login(locked, 'wrong password')
        const known = await newUser()
        const app = newApp()
        const cases = [
          [known, 'wrong password'],
          ['nobody@galley.test', 'wrong password'],
          [locked, 'wrong password'],
          [locked, PASSWORD],
        ] as const
        const seen = []
        for (const [email, password] of cases) {
          const work = vi.spyOn(crypto, 'pbkdf2')
          const answer = await login(email, password, app)
          const costs = work.mock.calls.map(([, , iterations, length, digest]) => [
            iterations,
            length,
            digest,
          ])
          work.mockRestore()
          const headers = { ...answer.headers }
          for (const own of ['x-request-id', 'date']) delete headers[own]
          seen.push({ status: answer.status, text: answer.text, headers, costs })
        }
        expect(seen[0]?.status).toBe(401)
        expect(seen[0]?.costs).toEqual([[600_000, 32, 'sha256']])
        for (const each of seen) expect(each).toEqual(seen[0])
      },
    )

    itOnSqlite('costs what a right one costs', async () => {
      const email = await newUser()
      const work = vi.spyOn(crypto, 'pbkdf2')
      await token(email)
      expect(work.mock.calls.map(([, , iterations]) => iterations)).toEqual([600_000])
    })

    it('locks the name after five, also one that is nobody, and however it is written', async () => {
      const email = await newUser()
      for (let attempt = 0; attempt < 4; attempt++) await login(email, 'wrong password')
      await token(email)
      for (let attempt = 0; attempt < 4; attempt++) await login(email, 'wrong password')
      await login(` ${email.toUpperCase()} `, 'wrong password')
      expect((await login(email, PASSWORD)).status).toBe(401)

      const later = 'later@galley.test'
      for (let attempt = 0; attempt < 5; attempt++) await login(later, 'wrong password')
      await instance.payload.create({
        collection: 'users',
        data: { email: later, password: PASSWORD, name: 'Later', role: 'author' },
      })
      expect((await login(later, PASSWORD)).status).toBe(401)
    })

    it('is counted when many guess at once', async () => {
      const email = await newUser()
      const guesses = Array.from({ length: 20 }, () => login(email, 'wrong password'))
      const wrong = await Promise.all(guesses)
      expect(wrong.map(({ status }) => status)).toEqual(wrong.map(() => 401))
      expect((await login(email, PASSWORD)).status).toBe(401)
    })

    itOnSqlite('leaves sessions and API keys of the account alone', async () => {
      const email = await newUser()
      const session = await token(email)
      const me = await signedIn(instance.app, session).get('/api/users/me')
      const { key } = (await instance.admin.post(`/api/users/${me.body.user.id}/api-key`)).body
      for (let attempt = 0; attempt < 7; attempt++) await login(email, 'wrong password')
      expect((await login(email, PASSWORD)).status).toBe(401)
      expect(await isAlive(session)).toBe(true)
      const withKey = await request(instance.app)
        .get('/api/users/me')
        .set('Authorization', `users API-Key ${key}`)
      expect(withKey.body.user.email).toBe(email)
    })

    itOnSqlite('is forgiven when an admin unlocks the account, or by a new password', async () => {
      const email = await newUser()
      for (let attempt = 0; attempt < 5; attempt++) await login(email, 'wrong password')
      const editor = signedIn(instance.app, await signIn(instance.payload, 'unlocker@galley.test', 'editor'))
      expect((await editor.post('/api/users/unlock').send({ email })).status).toBe(403)
      expect((await login(email, PASSWORD)).status).toBe(401)
      expect((await instance.admin.post('/api/users/unlock').send({ email })).status).toBe(200)
      await token(email)

      for (let attempt = 0; attempt < 5; attempt++) await login(email, 'wrong password')
      const reset = await instance.payload.forgotPassword({
        collection: 'users',
        data: { email },
        disableEmail: true,
      })
      const answer = await request(instance.app)
        .post('/api/users/reset-password')
        .send({ token: reset, password: 'quite another one' })
      expect(answer.status).toBe(200)
      await token(email, 'quite another one')
    })

    itOnSqlite.each([{}, { email: 'x@galley.test' }, { email: ['x'], password: {} }, 'text', null, []])(
      'says what is missing in %j',
      async (body) => {
        const answer = await request(newApp())
          .post('/api/users/login')
          .type('json')
          .send(JSON.stringify(body))
        expect(answer.status).toBe(400)
        expect(answer.type).toBe('application/problem+json')
      },
    )
  })

  describeOnSqlite('one address', () => {
    it('may fail often, but not without end: 429 says how long to wait', async () => {
      const app = newApp()
      const answers = []
      for (let attempt = 0; attempt < 52; attempt++)
        answers.push(await request(app).post('/api/users/login').send({ email: '' }))
      expect(answers.slice(0, 50).map(({ status }) => status)).toEqual(Array(50).fill(400))
      const last = answers.at(-1)
      expect([last?.status, last?.type]).toEqual([429, 'application/problem+json'])
      expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
      expect((await request(app).post('/api/users/LOGIN/').send({})).status).toBe(429)
    })

    it('gets no further by writing the path in another way', async () => {
      const { port, close } = await listen(fresh)
      const ask = (path: string) =>
        new Promise<number | undefined>((resolve, reject) =>
          httpRequest({ port, path, method: 'POST' }, (answer) => resolve(answer.resume().statusCode))
            .on('error', reject)
            .end(),
        )
      const statuses = []
      for (let attempt = 0; attempt < 10; attempt++)
        for (const path of [
          '/api/./users/login',
          '/api/users/%2e/login/',
          'http://evil.test/api/users/x/../login',
        ])
          statuses.push(await ask(path))
      expect(statuses).toEqual(Array(30).fill(400))
      for (let attempt = 0; attempt < 20; attempt++) await ask('/api/users/LOGIN')
      expect(await ask('/api/users/./login')).toBe(429)
      expect(await ask('http://evil.test/api/articles')).toBe(401)
      await close()
    })

    it("is the one that a trusted proxy names, and nobody else's word counts", async () => {
      const from = (app: TestGalley['app'], address: string) =>
        request(app).post('/api/users/login').set('X-Forwarded-For', address).send({ email: '' })
      const behindProxy = newApp({ trustProxy: 1 })
      const direct = newApp()
      for (let attempt = 0; attempt < 51; attempt++) {
        await from(behindProxy, '198.51.100.1')
        await from(direct, `198.51.100.${attempt}`)
      }
      expect((await from(behindProxy, '198.51.100.1')).status).toBe(429)
      expect((await from(behindProxy, '198.51.100.2')).status).toBe(400)
      // What a client writes in front of the proxy's own entry is no way round.
      expect((await from(behindProxy, '203.0.113.9, 198.51.100.1')).status).toBe(429)
      expect((await from(direct, '203.0.113.9')).status).toBe(429)
    })

    it('does not spend its limit on those who get in', async () => {
      const app = newApp()
      const email = await newUser()
      for (let attempt = 0; attempt < 8; attempt++)
        expect((await login(email, PASSWORD, app)).status).toBe(200)
      for (let attempt = 0; attempt < 49; attempt++) await request(app).post('/api/users/login').send({})
      expect((await login(email, PASSWORD, app)).status).toBe(200)
    })

    it.each(['forgot-password', 'reset-password'])('is limited for %s too', async (path) => {
      const app = newApp()
      const statuses = []
      for (let attempt = 0; attempt < 31; attempt++)
        statuses.push(
          (
            await request(app)
              .post(`/api/users/${path}`)
              .send({ email: 'x@galley.test', token: 'x', password: PASSWORD })
          ).status,
        )
      expect(statuses.at(-2)).not.toBe(429)
      expect(statuses.at(-1)).toBe(429)
    })
  })

  itOnSqlite.each(['login', 'reset-password', 'logout'])(
    'waits for nobody who sends %s byte by byte',
    async (path) => {
      const { port, close } = await listen(fresh)
      const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
      const slow = httpRequest({ port, path: `/api/users/${path}`, method: 'POST', headers })
      const answered = vi.fn()
      slow.on('response', answered).on('error', () => {})
      slow.write('{"email":')
      const dribble = setInterval(() => slow.write(' '), 50)
      try {
        await new Promise((resolve) => setTimeout(resolve, 200))
        const email = await newUser()
        const session = await token(email)
        const me = signedIn(fresh, session)
        const { id } = (await me.get('/api/users/me')).body.user
        expect((await me.patch(`/api/users/${id}`).send({ name: 'Quick' })).status).toBe(200)
        expect(answered).not.toHaveBeenCalled()
      } finally {
        clearInterval(dribble)
        await close()
      }
    },
  )

  describe('sessions', () => {
    itOnSqlite('end when the own password changes, but for the one that changed it', async () => {
      const email = await newUser()
      const [other, own] = [await token(email), await token(email)]
      const me = signedIn(instance.app, own)
      const { id } = (await me.get('/api/users/me')).body.user
      expect((await me.patch(`/api/users/${id}`).send({ password: 'quite another one' })).status).toBe(200)
      expect([await isAlive(other), await isAlive(own)]).toEqual([false, true])
      expect((await login(email, PASSWORD)).status).toBe(401)
    })

    itOnSqlite('all end when an admin sets another password, and by a reset', async () => {
      const email = await newUser()
      const first = await token(email)
      const { id } = (await signedIn(instance.app, first).get('/api/users/me')).body.user
      await instance.admin.patch(`/api/users/${id}`).send({ password: 'quite another one' })
      expect(await isAlive(first)).toBe(false)
      const second = await token(email, 'quite another one')
      const link = (await instance.admin.post(`/api/users/${id}/reset-link`)).body.link as string
      const reset = await request(instance.app)
        .post('/api/users/reset-password')
        .send({ token: link.split('/').at(-1), password: 'the third one' })
      expect(reset.status).toBe(200)
      expect([await isAlive(second), await isAlive(reset.body.token)]).toEqual([false, true])
      const again = await request(instance.app)
        .post('/api/users/reset-password')
        .send({ token: link.split('/').at(-1), password: 'the fourth one' })
      expect(again.status).toBe(403)
    })

    itOnSqlite('end with the user', async () => {
      const session = await token(await newUser())
      const { id } = (await signedIn(instance.app, session).get('/api/users/me')).body.user
      await instance.admin.delete(`/api/users/${id}`)
      expect(await isAlive(session)).toBe(false)
    })

    it('do not bring an old password or role back while somebody keeps signing in', async () => {
      const email = await newUser()
      const { id } = (await signedIn(instance.app, await token(email)).get('/api/users/me')).body.user
      const underWay = Array.from({ length: 4 }, () => login(email, PASSWORD))
      for (const each of underWay) each.then(() => {})
      await new Promise((resolve) => setTimeout(resolve, 60))
      // MongoDB may refuse it while sessions of the same user are being written.
      const change = () =>
        instance.admin.patch(`/api/users/${id}`).send({ role: 'reader', password: 'quite another one' })
      await expect.poll(async () => (await change()).status, { timeout: 60_000 }).toBe(200)
      const old = (await Promise.all(underWay)).flatMap(({ body }) =>
        body.token ? [body.token as string] : [],
      )
      for (const each of old) expect(await isAlive(each)).toBe(false)
      expect((await login(email, PASSWORD)).status).toBe(401)
      const now = await login(email, 'quite another one')
      expect([now.status, now.body.user?.role]).toEqual([200, 'reader'])
    })

    it('that ended are cleared away', async () => {
      const email = await newUser()
      const ended = Array.from({ length: 40 }, (_, index) => ({
        id: `ended-${index}`,
        createdAt: '2020-01-01T00:00:00.000Z',
        expiresAt: '2020-01-02T00:00:00.000Z',
      }))
      const where = { email: { equals: email } }
      await instance.payload.db.updateOne({ collection: 'users', where, data: { sessions: ended } })
      const session = await token(email)
      const row = await instance.payload.db.findOne<{ id: string; sessions: unknown[] }>({
        collection: 'users',
        where,
      })
      expect(row?.sessions).toHaveLength(1)
      expect(await isAlive(session)).toBe(true)
    })

    itOnSqlite('end by signing out', async () => {
      const session = await token(await newUser())
      expect((await signedIn(instance.app, session).post('/api/users/logout')).status).toBe(200)
      expect(await isAlive(session)).toBe(false)
    })
  })

  describeOnSqlite('the cookie', () => {
    const cookieOf = async (app: TestGalley['app'], headers: { [name: string]: string } = {}) => {
      const answer = await login(await newUser(), PASSWORD, app).set(headers)
      return String(answer.headers['set-cookie']?.[0])
    }

    it('is HttpOnly and SameSite=Lax, and Secure with HTTPS', async () => {
      const plain = await cookieOf(instance.app)
      expect(plain).toMatch(/HttpOnly/)
      expect(plain).toMatch(/SameSite=Lax/)
      expect(plain).not.toMatch(/Secure/)
      expect(await cookieOf(newApp({ publicUrl: 'https://cms.test' }))).toMatch(/; Secure$/)
      const forwarded = { 'X-Forwarded-Proto': 'https' }
      expect(await cookieOf(newApp({ trustProxy: ['loopback'] }), forwarded)).toMatch(/; Secure$/)
      expect(await cookieOf(newApp(), forwarded)).not.toMatch(/Secure/)
    })
  })

  describeOnSqlite('another site', () => {
    const own = 'http://cms.test'
    it.each([
      [{ Origin: own }, 200],
      [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
      [{ Origin: 'https://evil.test' }, 403],
      [{ Origin: 'null' }, 403],
      [{ Origin: 'http://cms.test:8080' }, 403],
      [{ Origin: 'http://cms.test.evil.test' }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
      [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    ])('that sends %o to sign in gets %i', async (headers, status) => {
      const answer = await login(await newUser(), PASSWORD, newApp()).set(headers as never)
      expect(answer.status).toBe(status)
      if (status === 403) {
        expect(answer.type).toBe('application/problem+json')
        expect(answer.body.detail).toContain(own)
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    })

    it('changes nothing with the cookie of somebody who is signed in', async () => {
      const answer = await login(await newUser(), PASSWORD)
      const cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
      const post = (headers: { [name: string]: string }) =>
        request(instance.app)
          .post('/api/topics')
          .set({ Cookie: cookie, ...headers })
          .send({ name: `Topic ${++made}`, _status: 'published' })
      expect((await post({ Origin: own })).status).toBe(201)
      expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
      expect((await post({ Origin: 'https://evil.test' })).status).toBe(403)
      expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
      expect((await post({ Origin: 'https://evil.test', Authorization: 'Basic eDp5' })).status).toBe(403)
      expect(
        (await post({ Origin: 'https://evil.test', Authorization: `JWT ${answer.body.token}` })).status,
      ).toBe(403)
      expect((await post({})).status).toBe(401)
      for (const method of ['patch', 'delete', 'put'] as const) {
        const change = await request(instance.app)
          [method]('/api/topics?where[slug][exists]=true')
          .set({ Cookie: cookie, Origin: 'https://evil.test' })
          .send({})
        expect(change.status).toBe(403)
      }
    })

    it('is no matter for a program with a token or key of its own', async () => {
      const answer = await instance.admin
        .post('/api/topics')
        .set('Origin', 'https://editor.test')
        .send({ name: 'By a program', _status: 'published' })
      expect(answer.status).toBe(201)
    })
  })
})
