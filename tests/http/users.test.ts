import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/access.ts'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite, itOnSqlite } from '../support/only-on.ts'
import { PASSWORD, signIn } from '../support/users.ts'

type Id = number | string

describe.skipIf(databaseUrl() === null)('accounts', () => {
  let instance: TestGalley
  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  let made = 0
  const newUser = async (role: Role) => {
    const email = `${role}-${++made}@galley.test`
    const as = signedIn(instance.app, await signIn(instance.payload, email, role))
    return { id: (await as.get('/api/users/me')).body.user.id as Id, email, as }
  }
  const withKey = (key: string, url = '/api/articles?limit=1') =>
    request(instance.app).get(url).set('Authorization', `users API-Key ${key}`)
  const roleOf = async (id: Id) => (await instance.payload.findByID({ collection: 'users', id })).role
  const admins = async () =>
    (await instance.payload.count({ collection: 'users', where: { role: { equals: 'admin' } } })).totalDocs

  describe('API keys', () => {
    itOnSqlite(
      'are made by the server for an admin, shown once, and carry the role of their user',
      async () => {
        const { id } = await newUser('reader')
        const answer = await instance.admin.post(`/api/users/${id}/api-key`)
        expect(answer.status).toBe(201)
        expect(answer.headers['cache-control']).toBe('no-store')
        const { key } = answer.body
        expect(key).toMatch(/^galley_[\w-]{43}$/)
        expect((await withKey(key)).status).toBe(200)
        const write = await request(instance.app)
          .post('/api/articles?draft=true')
          .set('Authorization', `users API-Key ${key}`)
          .send({ title: 'No', _status: 'draft' })
        expect(write.status).toBe(403)

        const self = signedIn(instance.app, '')
        expect((await self.get('/api/users/me')).status).toBe(401)
        const ways = [
          `/api/users/${id}`,
          `/api/users/${id}?select[apiKey]=true&select[apiKeyIndex]=true&depth=3`,
          `/api/users?where[id][equals]=${id}&select[apiKey]=true`,
          '/api/users/me?depth=3',
          '/api/users/me?select[apiKey]=true',
        ]
        for (const url of ways) {
          for (const read of [await instance.admin.get(url), await withKey(key, url)]) {
            expect(read.text).not.toContain(key)
            expect(read.text).not.toMatch(/"apiKey"|apiKeyIndex|"hash"|"salt"|resetPasswordToken/)
          }
        }
        const reveal = await instance.admin.post(`/api/users/${id}/api-key/reveal`)
        expect(reveal.status).toBe(404)
        // Nothing that is kept gives it back.
        const row = await instance.payload.db.findOne({
          collection: 'users',
          where: { id: { equals: id } },
        })
        expect(JSON.stringify(row)).not.toContain(key)
        expect((row as { apiKey?: unknown } | null)?.apiKey ?? null).toBeNull()
        expect((await instance.admin.get(`/api/users/${id}`)).body.hasAPIKey).toBe(true)
      },
    )

    it('go on when the user is edited, end when revoked or replaced, and with the user', async () => {
      const { id } = await newUser('reader')
      const make = async () => (await instance.admin.post(`/api/users/${id}/api-key`)).body.key as string
      const first = await make()
      expect((await instance.admin.patch(`/api/users/${id}`).send({ name: 'New name' })).status).toBe(200)
      expect((await withKey(first)).status).toBe(200)
      const second = await make()
      expect([(await withKey(first)).status, (await withKey(second)).status]).toEqual([401, 200])
      expect((await instance.admin.delete(`/api/users/${id}/api-key`)).status).toBe(204)
      expect((await withKey(second)).status).toBe(401)
      expect((await instance.admin.delete(`/api/users/${id}/api-key`)).status).toBe(204)
      const third = await make()
      expect((await instance.admin.delete(`/api/users/${id}`)).status).toBe(200)
      expect((await withKey(third)).status).toBe(401)
      expect((await instance.admin.post(`/api/users/${id}/api-key`)).status).toBe(404)
      expect((await instance.admin.post('/api/users/none/api-key')).status).toBe(404)
    })

    itOnSqlite('are made and revoked by admins only', async () => {
      const other = await newUser('reader')
      const { key } = (await instance.admin.post(`/api/users/${other.id}/api-key`)).body
      for (const role of ['editor', 'author', 'reader'] as const) {
        const user = await newUser(role)
        for (const id of [user.id, other.id]) {
          expect((await user.as.post(`/api/users/${id}/api-key`)).status).toBe(403)
          expect((await user.as.delete(`/api/users/${id}/api-key`)).status).toBe(403)
        }
        // Another's account, its key among it, is not there for them.
        expect((await user.as.get(`/api/users/${other.id}`)).status).toBe(404)
        const list = await user.as.get('/api/users?where[hasAPIKey][equals]=true')
        expect(list.text).not.toContain(other.email)
      }
      expect((await withKey(key)).status).toBe(200)
    })

    itOnSqlite('cannot be chosen by anybody over HTTP', async () => {
      const chosen = 'galley_chosen-by-somebody-else'
      const { id } = await newUser('reader')
      const patch = await instance.admin
        .patch(`/api/users/${id}`)
        .send({ enableAPIKey: true, apiKey: chosen })
      expect(patch.status).toBe(200)
      const create = await instance.admin.post('/api/users').send({
        email: 'chosen@galley.test',
        password: PASSWORD,
        role: 'reader',
        name: 'x',
        enableAPIKey: true,
        apiKey: chosen,
        apiKeyIndex: chosen,
      })
      expect(create.status).toBe(201)
      const bulk = await instance.admin
        .patch(`/api/users?where[id][equals]=${id}`)
        .send({ apiKey: chosen, apiKeyIndex: chosen })
      expect(bulk.status).toBe(200)
      expect((await withKey(chosen)).status).toBe(401)
    })
  })

  describeOnSqlite('roles', () => {
    it.each(['editor', 'author', 'reader'] as const)(
      'are not raised by a %s, on any way in',
      async (role) => {
        const user = await newUser(role)
        const raise = { role: 'admin' }
        await user.as.patch(`/api/users/${user.id}`).send(raise)
        await user.as.patch(`/api/users/${user.id}?depth=0&draft=true`).send(raise)
        await user.as.patch(`/api/users?where[id][equals]=${user.id}`).send(raise)
        await user.as.patch(`/api/users/${user.id}`).field('_payload', JSON.stringify(raise))
        await user.as.post(`/api/users/${user.id}`).set('X-HTTP-Method-Override', 'PATCH').send(raise)
        expect(await roleOf(user.id)).toBe(role)
        const refused = [
          await user.as.post('/api/users').send({ email: 'own@galley.test', password: PASSWORD, ...raise }),
          await user.as
            .post('/api/users/first-register')
            .send({ email: 'own@galley.test', password: PASSWORD, ...raise }),
          await user.as.post(`/api/users/${user.id}/duplicate`).send(raise),
          await user.as.post('/api/users/invite').send({ email: 'own@galley.test', name: 'x', ...raise }),
          await user.as.post(`/api/users/${user.id}/reset-link`),
        ]
        for (const { status } of refused) expect([403, 404]).toContain(status)
        const { totalDocs } = await instance.payload.count({
          collection: 'users',
          where: { email: { equals: 'own@galley.test' } },
        })
        expect(totalDocs).toBe(0)
      },
    )

    it('take effect at once for those who are signed in', async () => {
      const user = await newUser('editor')
      expect((await user.as.post('/api/topics').send({ name: 'One', _status: 'published' })).status).toBe(201)
      await instance.admin.patch(`/api/users/${user.id}`).send({ role: 'reader' })
      expect((await user.as.post('/api/topics').send({ name: 'Two', _status: 'published' })).status).toBe(403)
    })
  })

  describe('the last admin', () => {
    it('stays: by demotion, deletion, one by one, in bulk, by themselves', async () => {
      const first = (await instance.admin.get('/api/users/me')).body.user.id
      const attempts = [
        () => instance.admin.patch(`/api/users/${first}`).send({ role: 'editor' }),
        () => instance.admin.delete(`/api/users/${first}`),
        () => instance.admin.patch('/api/users?where[role][equals]=admin').send({ role: 'reader' }),
        () => instance.admin.delete('/api/users?where[role][equals]=admin'),
      ]
      for (const attempt of attempts) {
        const answer = await attempt()
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
        expect(answer.text).toContain('make somebody else an admin first')
        expect(await admins()).toBe(1)
        expect((await instance.admin.get('/api/users/me')).body.user?.role).toBe('admin')
      }
    })

    it('may go once there is another', async () => {
      const second = await newUser('admin')
      expect((await second.as.patch(`/api/users/${second.id}`).send({ role: 'editor' })).status).toBe(200)
      expect(await roleOf(second.id)).toBe('editor')
      const third = await newUser('admin')
      expect((await instance.admin.delete(`/api/users/${third.id}`)).status).toBe(200)
      expect(await admins()).toBe(1)
    })

    it('is left when several admins are demoted or deleted in bulk', async () => {
      const [one] = [await newUser('admin'), await newUser('admin')]
      const demoted = await one.as.patch('/api/users?where[role][equals]=admin').send({ role: 'author' })
      expect(demoted.status).toBe(400)
      expect(await admins()).toBeGreaterThanOrEqual(1)
      await instance.payload.update({
        collection: 'users',
        where: { id: { equals: one.id } },
        data: { role: 'admin' },
      })
      const deleted = await one.as.delete('/api/users?where[role][equals]=admin')
      expect(deleted.status).toBe(400)
      expect(await admins()).toBeGreaterThanOrEqual(1)
    })

    it('is left when two demote each other at once, again and again', async () => {
      for (let round = 0; round < 4; round++) {
        const [one, two] = [await newUser('admin'), await newUser('admin')]
        await instance.payload.update({
          collection: 'users',
          where: { and: [{ role: { equals: 'admin' } }, { id: { not_in: [one.id, two.id] } }] },
          data: { role: 'editor' },
        })
        await Promise.all([
          one.as.patch(`/api/users/${two.id}`).send({ role: 'editor' }),
          round % 2
            ? two.as.delete(`/api/users/${one.id}`)
            : two.as.patch(`/api/users/${one.id}`).send({ role: 'editor' }),
        ])
        expect(await admins()).toBeGreaterThanOrEqual(1)
      }
    })
  })
})
