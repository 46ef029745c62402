import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { signIn } from '../support/users.ts'

const API_KEY = 'a1b2c3d4-1111-4000-8000-123456789abc'
const RESET_TOKEN = 'reset-token-of-the-admin'
const ADDRESS = 'first@galley.test'

/** Whatever way in: an account's secrets stay inside, and other people's accounts are not found out by asking. */
describe.skipIf(databaseUrl() === null)('accounts over /api', () => {
  let instance: TestGalley
  const people: { [role: string]: ReturnType<typeof signedIn> } = {}
  const secrets: string[] = [API_KEY, RESET_TOKEN]
  const kept: string[] = []
  let ids: { admin: unknown; person: unknown }

  beforeAll(async () => {
    instance = await startGalley()
    const { payload, app } = instance
    for (const role of ['editor', 'author', 'reader'] as const) {
      people[role] = signedIn(app, await signIn(payload, `${role}@galley.test`, role))
    }
    const admin = (await payload.find({ collection: 'users', where: { email: { equals: ADDRESS } } })).docs[0]
    const editor = await payload.find({ collection: 'users', where: { role: { equals: 'editor' } } })
    if (!admin || !editor.docs[0]) throw new Error('accounts')
    await payload.update({
      collection: 'users',
      id: admin.id,
      data: { enableAPIKey: true, apiKey: API_KEY, loginAttempts: 3 } as never,
    })
    const data = { resetPasswordToken: RESET_TOKEN, loginAttempts: 3 }
    await payload.db.updateOne({ collection: 'users', id: admin.id, data })
    const stored = await payload.db.findOne<{
      id: number
      hash: string
      salt: string
      sessions: { id: string }[]
    }>({
      collection: 'users',
      where: { id: { equals: admin.id } },
    })
    kept.push(RESET_TOKEN, stored?.hash ?? '', stored?.salt ?? '')
    secrets.push(stored?.hash ?? '', stored?.salt ?? '', ...(stored?.sessions ?? []).map(({ id }) => id))
    const link = (name: string, user: typeof admin.id) =>
      payload.create({ collection: 'people', data: { name, user, _status: 'published' } as never })
    const person = await link('Ada', admin.id)
    await link('Bo', editor.docs[0].id)
    await payload.create({
      collection: 'articles',
      data: { title: 'By Ada', authors: [person.id], _status: 'published' },
    })
    await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'people', value: person.id },
        user: { relationTo: 'users', value: admin.id },
      } as never,
    })
    await payload.create({
      collection: 'payload-preferences',
      data: { key: 'of-the-admin', value: { a: 1 } } as never,
      user: { ...admin, collection: 'users' } as never,
      overrideAccess: false,
    })
    ids = { admin: admin.id, person: person.id }
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([])
  })
  afterAll(() => instance?.close())

  /** What was answered, without what differs between any two requests. */
  const shown = (answer: Response) => ({
    status: answer.status,
    docs: answer.body.docs?.map(idOf),
    total: answer.body.totalDocs,
  })
  const idOf = (doc: { id: unknown }) => doc.id

  const everything = '&depth=3&draft=true&trash=true&limit=0&pagination=false'
  it.each([
    `/api/users?${everything}`,
    '/api/users?select[hash]=true&select[salt]=true&select[resetPasswordToken]=true&select[sessions]=true',
    '/api/users?showHiddenFields=true&overrideAccess=true',
    '/api/users?joins[usedIn.people][limit]=0',
    `/api/people?${everything}`,
    '/api/people?depth=3&select[user]=true&populate[users][hash]=true&populate[users][email]=true',
    '/api/people?depth=3&populate[users]=*',
    `/api/people/versions?${everything}`,
    `/api/articles?${everything}&populate[people][user]=true`,
    `/api/articles/versions?${everything}`,
    `/api/payload-locked-documents?${everything}`,
    `/api/payload-preferences?${everything}`,
    '/api/payload-preferences/of-the-admin',
    '/api/payload-migrations',
    '/api/payload-kv',
    '/api/access',
    '/api/users/me?depth=3',
    '/api/users/init',
    `/api/ledger-meta?${everything}`,
    `/api/publications?${everything}`,
  ])('shows nobody’s secrets, and no other account: %s', async (url) => {
    for (const [role, client] of Object.entries(people)) {
      for (const answer of [
        await client.get(url),
        await client.post(url).set('X-Payload-HTTP-Method-Override', 'GET'),
      ]) {
        const text = JSON.stringify(answer.body)
        const told = [...secrets, ADDRESS, 'of-the-admin'].filter((secret) => text.includes(secret))
        expect({ role, told, status: answer.status }).toMatchObject({ told: [] })
        expect({ role, status: answer.status }).not.toEqual({ role, status: 500 })
      }
    }
    // An admin reads accounts, but no hash, salt or token of any.
    const admin = JSON.stringify((await instance.admin.get(url)).body)
    expect(kept.filter((secret) => admin.includes(secret))).toEqual([])
  })

  const guesses: [field: string, right: string][] = [
    ['email', 'first@'],
    ['resetPasswordToken', 'reset-'],
    ['hash', ''],
    ['salt', ''],
    ['apiKey', ''],
    ['apiKeyIndex', ''],
    ['sessions.id', ''],
    ['loginAttempts', '3'],
    ['role', 'admin'],
  ]
  const ways = [
    ['people', 'user'],
    ['people', 'user.0'],
    ['articles', 'authors.user'],
    ['people/versions', 'version.user'],
    ['articles/versions', 'version.authors.user'],
    ['media', 'usedIn.people.user'],
    ['payload-locked-documents', 'user'],
    ['payload-locked-documents', 'user.value'],
    ['payload-locked-documents', 'document.value.user'],
    ['payload-preferences', 'user'],
    ['payload-preferences', 'user.value'],
    ['users', ''],
  ]
  it.each(ways)('answers no guess about another account: %s by %s', async (place, way) => {
    const id = place === 'users' ? `&where[id][equals]=${ids.admin}` : ''
    for (const [field, right] of guesses) {
      const path = [way, field].filter(Boolean).join('.')
      for (const operator of field === 'resetPasswordToken' ? ['like', 'exists'] : ['like']) {
        const values = operator === 'exists' ? ['true', 'false'] : [right || '0', 'zzz-no-such-thing']
        const [one, other] = await Promise.all(
          values.map((value) =>
            people.editor?.get(`/api/${place}?where[${path}][${operator}]=${encodeURIComponent(value)}${id}`),
          ),
        )
        if (!one || !other) throw new Error('no answer')
        const ofAdmin = (answer: Response) =>
          JSON.stringify(shown(answer).docs ?? []).includes(String(ids.person))
        const isOracle =
          ofAdmin(one) !== ofAdmin(other) || (place !== 'people' && shown(one).total !== shown(other).total)
        expect({ path, operator, isOracle, one: shown(one), other: shown(other) }).toMatchObject({
          isOracle: false,
        })
      }
    }
  })

  it.each([
    ['people', 'user'],
    ['people/versions', 'version.user'],
    ['payload-locked-documents', 'user.value'],
  ])('does not sort by what may not be read: %s by %s', async (place, way) => {
    for (const [field] of guesses) {
      const sorted = (sign: string) => people.editor?.get(`/api/${place}?sort=${sign}${way}.${field}`)
      const [up, down] = [await sorted(''), await sorted('-')]
      expect({ field, up: up?.status, down: down?.status }).toEqual({ field, up: 400, down: 400 })
    }
  })
})
