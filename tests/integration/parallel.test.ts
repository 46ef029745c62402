/** Many people at once: every save succeeds, and what stands afterwards is one of the saves, whole. */
import { randomUUID } from 'node:crypto'
import type { Where } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { createApp } from '../../src/http/app.ts'
import {
  databaseName,
  databaseUrl,
  patience,
  signedIn,
  startGalley,
  type TestGalley,
} from '../support/galley.ts'
import { entriesOf, wholeLedger } from '../support/ledger.ts'
import { type MarkedType, makeTargets, marked, markOf, type Targets } from '../support/marked.ts'
import { createFirstUser, PASSWORD, signIn } from '../support/users.ts'

const marks = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Each of theirs that meets another is done again, whole, and the stand-in for MongoDB takes seconds for one. */
const BY_TWO = databaseName === 'sqlite' ? 20 : 8
/** The stand-in for MongoDB is slow. */
const PUBLICATIONS = databaseName === 'sqlite' ? 50 : 10
const OF_ONE = databaseName === 'sqlite' ? 10 : 5
const EDITORS = 4
/** What it is a document of, no database asks. */
const TYPES: MarkedType[] = databaseName === 'sqlite' ? ['articles', 'glossary-terms'] : ['articles']

/** Left out where it does not apply, which is not the same as skipped. */
const onlyIf = (applies: boolean): ((name: string, test: () => Promise<void>) => void) =>
  applies ? it : () => {}

describe.skipIf(databaseUrl() === null)('in parallel', () => {
  let instance: TestGalley
  let targets: Targets

  beforeAll(async () => {
    instance = await startGalley()
    targets = await makeTargets(instance.payload)
  })
  afterAll(() => instance?.close())

  async function make(type: MarkedType) {
    const made = await instance.admin
      .post(`/api/${type}`)
      .send({ ...marked(type, 1000, targets), _status: 'published' })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    return made.body.doc as { id: number | string; uid: string }
  }

  const newest = (type: MarkedType, id: number | string, draft: boolean) =>
    instance.payload.findByID({ collection: type, id, draft, depth: 0 })

  const latest = async (type: MarkedType, id: number | string) => {
    const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
    return (await instance.payload.db.findVersions({ collection: type, where, pagination: false })).docs
  }

  /** In the order of the saves, which take turns on SQLite; those left out that came too fast. */
  async function expectPossibleOrder(id: number | string, entries: LedgerEntry[]) {
    const versions = await instance.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      sort: 'id',
      depth: 0,
      limit: 0,
    })
    const saved = versions.docs.map(({ version }) => `${version.summary}`)
    const told = entries.map(({ item }) => `${item?.summary}`)
    expect(told.filter((summary) => !saved.includes(summary))).toEqual([])
    expect(told).toEqual(saved.filter((summary) => told.includes(summary)))
  }

  it.each(TYPES)('20 updates of one document succeed: %s', async (type) => {
    const { id, uid } = await make(type)
    const answers = await Promise.all(
      marks(20).map((mark) =>
        instance.admin
          .patch(`/api/${type}/${id}`)
          .send({ ...marked(type, mark, targets), _status: 'published' }),
      ),
    )
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(
      marks(20).map(() => [200, undefined]),
    )
    // Each was told what it saved, not what another did.
    expect(answers.map(({ body }) => markOf(type, body.doc, targets))).toEqual(marks(20))
    const live = markOf(type, await newest(type, id, false), targets)
    const versions = await latest(type, id)
    expect(versions.map(({ version }) => markOf(type, version, targets))).toEqual([live])
    const all = await instance.payload.findVersions({
      collection: type,
      where: { parent: { equals: id } },
      depth: 0,
      limit: 0,
    })
    const kept = all.docs.map(({ version }) => markOf(type, version, targets))
    expect(kept.toSorted((a, b) => a - b)).toEqual([...marks(20), 1000])
    await instance.galley.settled()
    const last = (await entriesOf(instance.payload, `${type}:${uid}`)).at(-1)
    expect(last?.item?.summary).toBe(`Mark ${live}`)
  })

  onlyIf(databaseName !== 'mongodb')(
    '20 drafts over one live document leave the live one alone and one newest draft',
    async () => {
      const { id } = await make('articles')
      const answers = await Promise.all(
        marks(20).map((mark) =>
          instance.admin
            .patch(`/api/articles/${id}?draft=true`)
            .send({ ...marked('articles', mark, targets), _status: 'draft' }),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(marks(20).map(() => 200))
      expect(markOf('articles', await newest('articles', id, false), targets)).toBe(1000)
      const versions = await latest('articles', id)
      const draft = markOf('articles', await newest('articles', id, true), targets)
      expect(versions.map(({ version }) => markOf('articles', version, targets))).toEqual([draft])
      expect(draft).toBeLessThan(20)
    },
  )

  it(`${PUBLICATIONS} publications, ${OF_ONE} of them of one document, stand in the ledger once each`, {
    timeout: 400_000,
  }, async () => {
    const before = (await wholeLedger(instance.payload)).length
    const { app, payload } = instance
    const editors = [instance.admin]
    for (let n = 0; n < EDITORS; n++)
      editors.push(signedIn(app, await signIn(payload, `editor-${n}@galley.test`, 'editor')))
    const shared = await make('articles')
    const drafts = await Promise.all(
      marks(PUBLICATIONS - OF_ONE).map(async (mark) => {
        const made = await instance.admin
          .post('/api/articles?draft=true')
          .send({ ...marked('articles', 2000 + mark, targets), _status: 'draft' })
        return made.body.doc as { id: number | string; uid: string }
      }),
    )
    const answers = await Promise.all([
      ...drafts.map(({ id }, index) =>
        editors[index % editors.length]?.patch(`/api/articles/${id}`).send({ _status: 'published' }),
      ),
      ...marks(OF_ONE).map((mark) =>
        instance.admin
          .patch(`/api/articles/${shared.id}`)
          .send({ ...marked('articles', 3000 + mark, targets), _status: 'published' }),
      ),
    ])
    expect(answers.map((answer) => [answer?.status, answer?.body.errors])).toEqual(
      marks(PUBLICATIONS).map(() => [200, undefined]),
    )
    await instance.galley.settled()
    const ledger = await wholeLedger(instance.payload)
    expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1))
    const since = ledger.slice(before)
    for (const [index, { uid }] of drafts.entries()) {
      const entries = since.filter(({ itemId }) => itemId === `articles:${uid}`)
      expect(entries.map(({ action, item }) => [action, item?.summary])).toEqual([
        ['published', `Mark ${2000 + index}`],
      ])
    }
    const entries = since.filter(({ itemId }) => itemId === `articles:${shared.uid}`)
    const live = markOf('articles', await newest('articles', shared.id, false), targets)
    expect(entries.at(-1)?.item?.summary).toBe(`Mark ${live}`)
    const hashes = entries.map(({ hash }) => hash)
    expect(hashes).toEqual([...new Set(hashes)])
    if (databaseName === 'sqlite') await expectPossibleOrder(shared.id, entries)
    const listed = await request(instance.app).get('/v1/articles?limit=100')
    const ids = (listed.body.data as { id: string }[]).map(({ id }) => id)
    expect(drafts.filter(({ uid }) => !ids.includes(`articles:${uid}`))).toEqual([])
  })

  // What no turn within one process can keep apart; without transactions two processes are not for one database.
  onlyIf(databaseName !== 'mongodb-standalone')(
    `${BY_TWO} updates of one document by two processes succeed`,
    async () => {
      const { id } = await make('articles')
      const key = randomUUID()
      const other = await bootPayload(instance.env, key, patience)
      try {
        const { env, galley } = instance
        const app = createApp({ payload: other, env, galley, cacheKey: key })
        const second = signedIn(app, await createFirstUser(other))
        const answers = await Promise.all(
          marks(BY_TWO).map((mark) =>
            [instance.admin, second][mark % 2]
              ?.patch(`/api/articles/${id}`)
              .send({ ...marked('articles', mark, targets), _status: 'published' }),
          ),
        )
        expect(answers.map((answer) => [answer?.status, answer?.body.errors])).toEqual(
          marks(BY_TWO).map(() => [200, undefined]),
        )
        const live = markOf('articles', await newest('articles', id, false), targets)
        const versions = await latest('articles', id)
        expect(versions.map(({ version }) => markOf('articles', version, targets))).toEqual([live])
      } finally {
        await closePayload(other)
      }
    },
  )

  it('5 sign-ins of one account succeed, and all of their sessions live', async () => {
    const email = 'in-five-browsers@galley.test'
    await signIn(instance.payload, email, 'editor')
    const user = { email, password: PASSWORD }
    const answers = await Promise.all(
      marks(5).map(() => request(instance.app).post('/api/users/login').send(user)),
    )
    expect(answers.map(({ status }) => status)).toEqual(marks(5).map(() => 200))
    for (const { body } of answers)
      expect((await signedIn(instance.app, body.token).get('/api/users/me')).body.user?.email).toBe(email)
  })

  it('a bulk update beside updates of its documents leaves each whole', async () => {
    const made = [await make('articles'), await make('articles'), await make('articles')]
    const ids = made.map(({ id }) => id)
    const answers = await Promise.all([
      instance.admin
        .patch(`/api/articles?where[id][in]=${ids.join(',')}`)
        .send({ ...marked('articles', 77, targets), _status: 'published' }),
      ...ids.map((id, mark) =>
        instance.admin
          .patch(`/api/articles/${id}`)
          .send({ ...marked('articles', mark, targets), _status: 'published' }),
      ),
    ])
    expect(answers.map(({ status, body }) => [status, body.errors ?? []])).toEqual(
      answers.map(() => [200, []]),
    )
    for (const id of ids) {
      const live = markOf('articles', await newest('articles', id, false), targets)
      const [version, ...others] = await latest('articles', id)
      expect([others, markOf('articles', version?.version, targets)]).toEqual([[], live])
    }
  })
})
