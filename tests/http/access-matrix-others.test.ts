/** Role × operation, through HTTP, for what has no drafts: pictures, settings, accounts, and what the program keeps. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collections } from '../../collections/index.ts'
import {
  type Ask,
  type Asked,
  everybody,
  readTable,
  refusalFor,
  roles,
  stateOf,
} from '../support/access-table.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { PASSWORD } from '../support/users.ts'

const TABLE = readTable(`
operation                             | admin | editor | author | reader | nobody
media: read                           | yes   | yes    | yes    | yes    | no
media: read the file                  | yes   | yes    | yes    | yes    | no
media: read the thumbnail             | yes   | yes    | yes    | yes    | no
media: upload                         | yes   | yes    | yes    | no     | no
media: duplicate                      | yes   | yes    | yes    | no     | no
media: change                         | yes   | yes    | no     | no     | no
media: change many                    | yes   | yes    | no     | no     | no
media: replace the file               | yes   | yes    | no     | no     | no
media: move to the trash              | yes   | yes    | no     | no     | no
media: move many to the trash         | yes   | yes    | no     | no     | no
media: restore from the trash         | yes   | yes    | no     | no     | no
media: delete for good                | yes   | no     | no     | no     | no
media: delete many for good           | yes   | no     | no     | no     | no
media: delete for good from the trash | yes   | no     | no     | no     | no
settings: read                        | yes   | yes    | yes    | yes    | no
settings: change                      | yes   | yes    | no     | no     | no
settings: change with a form          | yes   | yes    | no     | no     | no
users: create                         | yes   | no     | no     | no     | no
users: delete                         | yes   | no     | no     | no     | no
locks: read                           | yes   | yes    | yes    | yes    | no
locks: create                         | no    | no     | no     | no     | no
locks: give to somebody else          | no    | no     | no     | no     | no
locks: delete many                    | yes   | yes    | yes    | no     | no
`)

type Subject = { id: number | string; filename: string }
type Operation = { on: string; ask: (subject: Subject) => Asked; in?: 'the trash'; changes?: false }

const form = { form: true } as const
const OPERATIONS = (picture: Buffer): { [name: string]: Operation } => {
  const media = (ask: (subject: Subject) => Asked, more: Partial<Operation> = {}) => ({
    on: 'media',
    ask,
    ...more,
  })
  const one = ({ id }: Subject, query = '') => `/api/media/${id}${query}`
  const some = ({ id }: Subject, query = '') => `/api/media?where[id][in]=${id}${query}`
  const read = { changes: false } as const
  const trash = { in: 'the trash' } as const
  const now = new Date().toISOString()
  return {
    'media: read': media((s) => ({ method: 'get', url: one(s) }), read),
    'media: read the file': media((s) => ({ method: 'get', url: `/api/media/file/${s.filename}` }), read),
    'media: read the thumbnail': media((s) => ({ method: 'get', url: one(s, '/thumbnail') }), read),
    'media: upload': media(() => ({
      method: 'post',
      url: '/api/media',
      body: { alt: 'A' },
      file: picture,
      ...form,
    })),
    'media: duplicate': media((s) => ({ method: 'post', url: one(s, '/duplicate'), body: {} })),
    'media: change': media((s) => ({ method: 'patch', url: one(s), body: { alt: 'Changed' } })),
    'media: change many': media((s) => ({ method: 'patch', url: some(s), body: { alt: 'Changed' } })),
    'media: replace the file': media((s) => ({
      method: 'patch',
      url: one(s),
      body: {},
      file: picture,
      ...form,
    })),
    'media: move to the trash': media((s) => ({ method: 'patch', url: one(s), body: { deletedAt: now } })),
    'media: move many to the trash': media((s) => ({
      method: 'patch',
      url: some(s),
      body: { deletedAt: now },
    })),
    'media: restore from the trash': media(
      (s) => ({ method: 'patch', url: one(s, '?trash=true'), body: { deletedAt: null } }),
      trash,
    ),
    'media: delete for good': media((s) => ({ method: 'delete', url: one(s) })),
    'media: delete many for good': media((s) => ({ method: 'delete', url: some(s) })),
    'media: delete for good from the trash': media(
      (s) => ({ method: 'delete', url: one(s, '?trash=true') }),
      trash,
    ),
    'settings: read': {
      on: 'settings',
      ask: () => ({ method: 'get', url: '/api/globals/settings' }),
      changes: false,
    },
    'settings: change': {
      on: 'settings',
      ask: () => ({ method: 'post', url: '/api/globals/settings', body: { siteTitle: `${Math.random()}` } }),
    },
    'settings: change with a form': {
      on: 'settings',
      ask: () => ({
        method: 'post',
        url: '/api/globals/settings',
        body: { siteTitle: `${Math.random()}` },
        ...form,
      }),
    },
    'users: create': {
      on: 'users',
      ask: () => ({
        method: 'post',
        url: '/api/users',
        body: { email: `${Math.random()}@galley.test`, password: PASSWORD, role: 'reader', name: 'New' },
      }),
    },
    'users: delete': { on: 'users', ask: ({ id }) => ({ method: 'delete', url: `/api/users/${id}` }) },
    'locks: read': {
      on: 'payload-locked-documents',
      ask: () => ({ method: 'get', url: '/api/payload-locked-documents' }),
      changes: false,
    },
    'locks: create': {
      on: 'payload-locked-documents',
      ask: () => ({ method: 'post', url: '/api/payload-locked-documents', body: { globalSlug: 'settings' } }),
    },
    'locks: give to somebody else': {
      on: 'payload-locked-documents',
      ask: ({ id }) => ({
        method: 'patch',
        url: `/api/payload-locked-documents/${id}`,
        body: { user: { relationTo: 'users', value: 999_999 } },
      }),
    },
    'locks: delete many': {
      on: 'payload-locked-documents',
      ask: () => ({
        method: 'delete',
        url: '/api/payload-locked-documents?where[globalSlug][equals]=nothing',
      }),
      changes: false,
    },
  }
}

describe.skipIf(databaseUrl() === null)('who may do what with all the rest', () => {
  let instance: TestGalley
  let ask: Ask
  let picture: Buffer
  let operations: ReturnType<typeof OPERATIONS>

  beforeAll(async () => {
    instance = await startGalley()
    ask = await everybody(instance)
    picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#357' } })
      .png()
      .toBuffer()
    operations = OPERATIONS(picture)
  })
  afterAll(() => instance?.close())

  async function make(type: string, inTrash: boolean): Promise<Subject> {
    const { payload } = instance
    if (type === 'media') {
      const file = { data: picture, mimetype: 'image/png', name: 'dot.png', size: picture.length }
      const made = await payload.create({ collection: 'media', data: { alt: 'As it was' }, file })
      // Renditions are made just after the upload.
      await instance.galley.settled()
      if (inTrash)
        await payload.update({
          collection: 'media',
          id: made.id,
          data: { deletedAt: new Date().toISOString() },
        })
      if (inTrash) await instance.galley.settled()
      return { id: made.id, filename: made.filename ?? '' }
    }
    const collection = type as 'users'
    const admin = (await payload.find({ collection: 'users', limit: 1 })).docs[0]
    const data =
      type === 'users'
        ? { email: `${Math.random()}@galley.test`, password: PASSWORD, role: 'reader', name: 'Other' }
        : { globalSlug: 'settings', user: { relationTo: 'users', value: admin?.id } }
    const { id } = await payload.create({ collection, data: data as never })
    return { id, filename: '' }
  }

  const spare = new Map<string, Subject>()
  const state = async (type: string, id: number | string) =>
    type === 'settings'
      ? instance.payload.findGlobal({ slug: 'settings', depth: 0 })
      : stateOf(instance.payload, type, id)

  it('asks for every operation in the table and no other', () => {
    expect(Object.keys(operations)).toEqual([...TABLE.keys()])
  })

  it.each([...TABLE.keys()])('%s', async (name) => {
    const operation = operations[name]
    if (!operation) throw new Error(name)
    const isGlobal = operation.on === 'settings'
    for (const who of roles) {
      const isAllowed = TABLE.get(name)?.get(who)
      const kind = `${operation.on} ${operation.in ?? ''}`
      const subject = isGlobal
        ? { id: 0, filename: '' }
        : (spare.get(kind) ?? (await make(operation.on, operation.in !== undefined)))
      const before = await state(operation.on, subject.id)
      const answer = await ask(who, operation.ask(subject)).redirects(1)
      const after = await state(operation.on, subject.id)
      const said = { who, status: answer.status, said: answer.body?.detail }
      if (isAllowed) expect([200, 201], JSON.stringify(said)).toContain(answer.status)
      else expect(said).toMatchObject({ who, status: refusalFor(who) })
      const changes = isAllowed && operation.changes !== false
      if (changes) expect(after).not.toEqual(before)
      else expect(after).toEqual(before)
      // What changed nothing leaves the document for the next.
      if (changes) spare.delete(kind)
      else spare.set(kind, subject)
    }
  })

  it('lets people take over a lock for themselves and give up their own, no other', async () => {
    const { payload } = instance
    const collection = 'payload-locked-documents'
    for (const who of roles) {
      const { id } = await make(collection, false)
      const me = (
        await payload.find({ collection: 'users', where: { email: { equals: `${who}@galley.test` } } })
      ).docs[0]
      const url = `/api/${collection}/${id}`
      const breaks = await ask(who, { method: 'delete', url })
      if (who === 'admin') expect(breaks.status).toBe(200)
      else expect([401, 403]).toContain(breaks.status)
      if (who === 'admin') continue
      const body = { user: { relationTo: 'users', value: me?.id ?? 0 } }
      const takes = await ask(who, { method: 'patch', url, body })
      const mayTake = who === 'editor' || who === 'author'
      expect({ who, status: takes.status }).toEqual({ who, status: mayTake ? 200 : refusalFor(who) })
      if (mayTake) expect((await ask(who, { method: 'delete', url })).status).toBe(200)
      const all = await ask(who, { method: 'patch', url: `/api/${collection}?where[id][exists]=true`, body })
      expect({ who, status: all.status }).toEqual({ who, status: refusalFor(who) })
    }
  })

  it('keeps preferences to their owner, whatever owner a request names', async () => {
    const { payload } = instance
    const other = (await payload.find({ collection: 'users', limit: 1 })).docs[0]
    const body = { key: 'mine', value: { a: 1 }, user: { relationTo: 'users', value: other?.id } }
    const made = await ask('author', { method: 'post', url: '/api/payload-preferences', body })
    const stored = await payload.findByID({
      collection: 'payload-preferences',
      id: made.body.doc.id,
      depth: 0,
    })
    const owner = await payload.findByID({
      collection: 'users',
      id: (stored.user as { value: number }).value,
    })
    expect(owner.email).toBe('author@galley.test')
    const url = `/api/payload-preferences/${stored.id}`
    const changed = await ask('editor', { method: 'patch', url, body: { value: { a: 2 } } })
    expect(changed.status).toBeGreaterThanOrEqual(403)
    expect(await payload.findByID({ collection: 'payload-preferences', id: stored.id, depth: 0 })).toEqual(
      stored,
    )
    for (const asked of [
      { method: 'post', url: '/api/payload-preferences/columns', body: { value: { a: 1 } } },
      { method: 'post', url: '/api/payload-preferences', body },
    ] as const) {
      expect((await ask('reader', asked)).status).toBe(403)
    }
  })

  it('lets nobody, admins neither, write what the program keeps', async () => {
    const { payload } = instance
    const ours = new Set([
      ...collections.map(({ slug }) => slug),
      'payload-preferences',
      'payload-locked-documents',
    ])
    const kept = payload.config.collections.filter(({ slug }) => !ours.has(slug))
    expect(kept.length).toBeGreaterThan(8)
    for (const { slug, endpoints } of kept) {
      const before = await stateOf(payload, slug)
      for (const asked of [
        { method: 'post', url: `/api/${slug}`, body: { key: 'x', itemId: 'x', seq: 1 } },
        { method: 'patch', url: `/api/${slug}?where[id][exists]=true`, body: { seq: 0, value: 0 } },
        { method: 'patch', url: `/api/${slug}/1`, body: { seq: 0, value: 0 } },
        { method: 'delete', url: `/api/${slug}?where[id][exists]=true` },
        { method: 'delete', url: `/api/${slug}/1` },
        { method: 'post', url: `/api/${slug}/1/duplicate`, body: {} },
      ] as const) {
        const { status } = await ask('admin', asked)
        // 501: a collection without endpoints; 404: a duplicate is looked for before it is asked who may make it.
        const isRefused = status === (endpoints === false ? 501 : 403)
        const isDuplicate = status === 404 && asked.url.endsWith('/duplicate')
        expect({ slug, ...asked, status, isRefused: isRefused || isDuplicate }).toMatchObject({
          isRefused: true,
        })
      }
      expect(await stateOf(payload, slug)).toEqual(before)
    }
  })

  it('imports nothing over HTTP', async () => {
    for (const url of [
      '/api/import',
      '/api/articles/import',
      '/import',
      '/v1/import',
      '/api/globals/settings/import',
    ]) {
      const { status } = await ask('admin', { method: 'post', url, body: {} })
      expect({ url, status: [404, 405].includes(status) }).toEqual({ url, status: true })
    }
  })
})
