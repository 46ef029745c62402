/** Role × type × operation, through HTTP, for everything that is written as drafts and published. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { types } from '../../collections/index.ts'
import {
  type Ask,
  type Asked,
  everybody,
  readTable,
  refusalFor,
  roles,
  type State,
  stateOf,
} from '../support/access-table.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

const TABLE = readTable(`
operation                                      | admin | editor | author | reader | nobody
read what is public                            | yes   | yes    | yes    | yes    | no
read a draft                                   | yes   | yes    | yes    | yes    | no
read a list                                    | yes   | yes    | yes    | yes    | no
read by a POST that says GET                   | yes   | yes    | yes    | yes    | no
read the trash                                 | yes   | yes    | yes    | yes    | no
read versions                                  | yes   | yes    | yes    | yes    | no
read one version                               | yes   | yes    | yes    | yes    | no
count                                          | yes   | yes    | yes    | yes    | no
create a draft                                 | yes   | yes    | yes    | no     | no
create a draft with a form                     | yes   | yes    | yes    | no     | no
create and publish                             | yes   | yes    | no     | no     | no
create and publish with a form                 | yes   | yes    | no     | no     | no
save a draft                                   | yes   | yes    | yes    | no     | no
autosave a draft                               | yes   | yes    | yes    | no     | no
save what was never public                     | yes   | yes    | yes    | no     | no
save a draft over what is public               | yes   | yes    | yes    | no     | no
autosave over what is public                   | yes   | yes    | yes    | no     | no
save drafts of many over what is public        | yes   | yes    | yes    | no     | no
restore a version as a draft                   | yes   | yes    | yes    | no     | no
duplicate                                      | yes   | yes    | yes    | no     | no
duplicate and publish                          | yes   | yes    | no     | no     | no
publish                                        | yes   | yes    | no     | no     | no
publish with a form                            | yes   | yes    | no     | no     | no
publish many                                   | yes   | yes    | no     | no     | no
publish the drafts of many                     | yes   | yes    | no     | no     | no
publish a draft over what is public            | yes   | yes    | no     | no     | no
change what is public                          | yes   | yes    | no     | no     | no
change many that are public                    | yes   | yes    | no     | no     | no
schedule                                       | yes   | yes    | no     | no     | no
schedule what is public                        | yes   | yes    | no     | no     | no
unpublish                                      | yes   | yes    | no     | no     | no
unpublish many                                 | yes   | yes    | no     | no     | no
restore a version over what is public          | yes   | yes    | no     | no     | no
move a draft to the trash                      | yes   | yes    | no     | no     | no
move to the trash                              | yes   | yes    | no     | no     | no
move many to the trash                         | yes   | yes    | no     | no     | no
restore from the trash as a draft              | yes   | yes    | no     | no     | no
restore from the trash and publish             | yes   | yes    | no     | no     | no
restore many from the trash                    | yes   | yes    | no     | no     | no
delete for good                                | yes   | no     | no     | no     | no
delete many for good                           | yes   | no     | no     | no     | no
delete for good from the trash                 | yes   | no     | no     | no     | no
`)

/** Only what people publish on a date has one. */
const ONLY_WITH_A_DATE = ['schedule', 'schedule what is public']

// The stand-in for MongoDB takes about 55 ms for each write: there, one type of content and one of what it leans on.
const isOnMongo = databaseName !== 'sqlite'
const typesWithDrafts = types
  .map(({ config }) => config)
  .filter(({ slug, versions }) => versions && (!isOnMongo || ['articles', 'topics'].includes(slug)))

type Kind = 'draft' | 'live' | 'live with a newer draft' | 'trashed'
type Subject = { id: number | string; title: string; type: string; state: State }
type Operation = {
  on: Kind
  ask: (subject: Subject) => Asked
  /** What an allowed request leaves behind, as [status, in the trash, documents more than before]; not for reads. */
  leaves?: (string | boolean | number | undefined)[] | 'nothing'
}

const LATER = '2099-01-01T00:00:00.000Z'
const at = ({ type, id }: Subject, query = '') => `/api/${type}/${id}${query}`
const many = ({ type, id }: Subject, query = '') => `/api/${type}?where[id][in]=${id}${query}`
const now = () => new Date().toISOString()
const latest = ({ state }: Subject) => state.versions[0]?.version.updatedAt
const words = ({ title }: Subject) => ({ [title]: `Changed ${Math.random()}` })
/** What a role profile cannot be published without; a family, a level and a version make it one of its kind. */
const needed: { [type: string]: number | string } = {}
let profiles = 0
const extra = ({ type }: { type: string }) =>
  type === 'role-profiles'
    ? {
        family: needed['role-families'],
        level: needed['role-levels'],
        profileVersion: ++profiles,
        provenance: { scores: [{ name: 'Depth', score: 5 }] },
      }
    : {}
const whole = (subject: Subject) => ({ ...words(subject), ...extra(subject) })
const get = (on: Kind, url: (subject: Subject) => string): Operation => ({
  on,
  ask: (subject) => ({ method: 'get', url: url(subject) }),
})
const write = (
  on: Kind,
  method: Asked['method'],
  url: (subject: Subject) => string,
  body: (subject: Subject) => object,
  leaves: Operation['leaves'],
  form = false,
): Operation => ({ on, leaves, ask: (subject) => ({ method, url: url(subject), body: body(subject), form }) })

const DRAFT = ['draft', false, 0]
const LIVE = ['published', false, 0]
const TRASHED = [undefined, true, 0]
const versionOf = (subject: Subject) => (subject.state.versions.at(-1) as unknown as { id: number }).id
const published = () => ({ _status: 'published' })
const draft = () => ({ _status: 'draft' })

const OPERATIONS: { [name: string]: Operation } = {
  'read what is public': get('live', (s) => at(s)),
  'read a draft': get('live with a newer draft', (s) => at(s, '?draft=true')),
  'read a list': get('draft', (s) => `/api/${s.type}?draft=true&limit=2`),
  'read by a POST that says GET': {
    on: 'live',
    ask: (s) => ({
      method: 'post',
      url: `/api/${s.type}?limit=1`,
      headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
    }),
  },
  'read the trash': get('trashed', (s) => `/api/${s.type}?trash=true&where[deletedAt][exists]=true`),
  'read versions': get('live', (s) => `/api/${s.type}/versions?where[parent][equals]=${s.id}`),
  'read one version': get('live', (s) => `/api/${s.type}/versions/${versionOf(s)}`),
  count: get('live', (s) => `/api/${s.type}/count`),
  'create a draft': write('live', 'post', (s) => `/api/${s.type}?draft=true`, words, ['published', false, 1]),
  'create a draft with a form': write(
    'live',
    'post',
    (s) => `/api/${s.type}?draft=true`,
    words,
    ['published', false, 1],
    true,
  ),
  'create and publish': write(
    'draft',
    'post',
    (s) => `/api/${s.type}`,
    (s) => ({ ...whole(s), ...published() }),
    ['draft', false, 1],
  ),
  'create and publish with a form': write(
    'draft',
    'post',
    (s) => `/api/${s.type}`,
    (s) => ({ ...whole(s), ...published() }),
    ['draft', false, 1],
    true,
  ),
  'save a draft': write('draft', 'patch', (s) => at(s, '?draft=true'), words, DRAFT),
  'autosave a draft': write('draft', 'patch', (s) => at(s, '?draft=true&autosave=true'), words, DRAFT),
  'save what was never public': write(
    'draft',
    'patch',
    (s) => at(s),
    (s) => ({ ...words(s), ...draft() }),
    DRAFT,
  ),
  'save a draft over what is public': write('live', 'patch', (s) => at(s, '?draft=true'), words, LIVE),
  'autosave over what is public': write(
    'live',
    'patch',
    (s) => at(s, '?draft=true&autosave=true'),
    (s) => ({ ...words(s), ...draft() }),
    LIVE,
  ),
  'save drafts of many over what is public': write(
    'live',
    'patch',
    (s) => many(s, '&draft=true'),
    words,
    LIVE,
  ),
  'restore a version as a draft': write(
    'live',
    'post',
    (s) => `/api/${s.type}/versions/${versionOf(s)}?draft=true`,
    () => ({}),
    LIVE,
  ),
  duplicate: write('live', 'post', (s) => at(s, '/duplicate'), draft, ['published', false, 1]),
  'duplicate and publish': write(
    'draft',
    'post',
    (s) => at(s, '/duplicate?draft=false'),
    (s) => ({ ...extra(s), ...published() }),
    ['draft', false, 1],
  ),
  publish: write('draft', 'patch', (s) => at(s), published, LIVE),
  'publish with a form': write('draft', 'patch', (s) => at(s), published, LIVE, true),
  'publish many': write('draft', 'patch', (s) => many(s), published, LIVE),
  'publish the drafts of many': write('draft', 'patch', (s) => many(s, '&draft=true'), published, LIVE),
  'publish a draft over what is public': write(
    'live with a newer draft',
    'patch',
    (s) => at(s),
    (s) => ({ ...published(), updatedAt: latest(s) }),
    LIVE,
  ),
  'change what is public': write(
    'live',
    'patch',
    (s) => at(s),
    (s) => ({ ...words(s), ...published() }),
    LIVE,
  ),
  'change many that are public': write(
    'live',
    'patch',
    (s) => many(s),
    (s) => ({ ...words(s), ...published() }),
    LIVE,
  ),
  schedule: write(
    'draft',
    'patch',
    (s) => at(s),
    () => ({ ...published(), publishedAt: LATER }),
    LIVE,
  ),
  'schedule what is public': write(
    'live',
    'patch',
    (s) => at(s),
    () => ({ ...published(), publishedAt: LATER }),
    LIVE,
  ),
  unpublish: write('live', 'patch', (s) => at(s), draft, DRAFT),
  'unpublish many': write('live', 'patch', (s) => many(s), draft, DRAFT),
  'restore a version over what is public': write(
    'live with a newer draft',
    'post',
    (s) => `/api/${s.type}/versions/${versionOf(s)}?draft=false`,
    () => ({}),
    LIVE,
  ),
  'move a draft to the trash': write(
    'draft',
    'patch',
    (s) => at(s),
    () => ({ deletedAt: now() }),
    TRASHED,
  ),
  'move to the trash': write(
    'live',
    'patch',
    (s) => at(s),
    () => ({ deletedAt: now() }),
    TRASHED,
  ),
  'move many to the trash': write(
    'live',
    'patch',
    (s) => many(s),
    () => ({ deletedAt: now() }),
    TRASHED,
  ),
  'restore from the trash as a draft': write(
    'trashed',
    'patch',
    (s) => at(s, '?trash=true'),
    () => ({ deletedAt: null, ...draft() }),
    DRAFT,
  ),
  'restore from the trash and publish': write(
    'trashed',
    'patch',
    (s) => at(s, '?trash=true'),
    () => ({ deletedAt: null, ...published() }),
    LIVE,
  ),
  'restore many from the trash': write(
    'trashed',
    'patch',
    (s) => many(s, '&trash=true'),
    () => ({ deletedAt: null, ...draft() }),
    DRAFT,
  ),
  'delete for good': write(
    'live',
    'delete',
    (s) => at(s),
    () => ({}),
    'nothing',
  ),
  'delete many for good': write(
    'live',
    'delete',
    (s) => many(s),
    () => ({}),
    'nothing',
  ),
  'delete for good from the trash': write(
    'trashed',
    'delete',
    (s) => at(s, '?trash=true'),
    () => ({}),
    'nothing',
  ),
}

describe.skipIf(databaseUrl() === null)('who may do what with content', () => {
  let instance: TestGalley
  let ask: Ask
  beforeAll(async () => {
    instance = await startGalley()
    ask = await everybody(instance)
    // What is published goes nowhere: nothing here asks for it, and it costs time.
    await instance.galley.stop()
    for (const [collection, data] of [
      ['role-families', { name: 'Heat' }],
      ['role-levels', { code: 'M1' }],
    ] as const) {
      const { id } = await instance.payload.create({
        collection,
        data: { ...data, _status: 'published' } as never,
      })
      needed[collection] = id
    }
  })
  afterAll(() => instance?.close())

  async function make(type: string, title: string, kind: Kind): Promise<Subject> {
    const { payload } = instance
    const collection = type as 'topics'
    const data = { [title]: `Made ${Math.random()}`, ...extra({ type }) } as never
    const isDraft = kind === 'draft'
    const { id } = await payload.create({
      collection,
      data: { ...(data as object), _status: isDraft ? 'draft' : 'published' } as never,
      draft: isDraft as never,
      depth: 0,
    })
    if (kind === 'live with a newer draft') {
      const newer = { [title]: `Newer ${Math.random()}` } as never
      await payload.update({ collection, id, data: newer, draft: true, depth: 0 })
    }
    if (kind === 'trashed')
      await payload.update({ collection, id, data: { deletedAt: now() } as never, depth: 0 })
    return { id, type, title, state: await stateOf(payload, type, id) }
  }

  it('asks for every operation in the table and no other', () => {
    expect(Object.keys(OPERATIONS)).toEqual([...TABLE.keys()])
  })

  describe.each(typesWithDrafts.map((config) => [config.slug, config] as const))('%s', (type, config) => {
    const title = String((config.fields[0] as { name?: string }).name)
    const hasDate = config.fields.some((field) => 'name' in field && field.name === 'publishedAt')
    // What is refused changes nothing, so the next one may be refused on the same document.
    const spare = new Map<Kind, Subject>()
    const operations = Object.entries(OPERATIONS).filter(
      ([name]) => hasDate || !ONLY_WITH_A_DATE.includes(name),
    )

    it.each(operations)('%s', async (name, { on, ask: toAsked, leaves }) => {
      const { payload } = instance
      for (const who of roles) {
        const isAllowed = TABLE.get(name)?.get(who)
        let subject = spare.get(on) ?? (await make(type, title, on))
        subject = { ...subject, state: await stateOf(payload, type, subject.id) }
        const answer = await ask(who, toAsked(subject))
        const after = await stateOf(payload, type, subject.id)
        const said = { who, status: answer.status, said: answer.body?.detail ?? answer.body?.errors }
        if (!isAllowed) {
          expect(said).toMatchObject({ who, status: refusalFor(who) })
          expect(answer.type).toBe('application/problem+json')
        } else {
          expect([200, 201], JSON.stringify(said)).toContain(answer.status)
        }
        if (!isAllowed || !leaves) {
          expect(after).toEqual(subject.state)
          spare.set(on, subject)
          continue
        }
        spare.delete(on)
        if (leaves === 'nothing') {
          expect(after).toEqual({ main: null, versions: [], total: subject.state.total - 1 })
          continue
        }
        const [status, isTrashed, more] = leaves
        expect({
          who,
          isTrashed: Boolean(after.main?.deletedAt),
          more: after.total - subject.state.total,
        }).toEqual({
          who,
          isTrashed,
          more,
        })
        if (status) expect(after.main?._status).toBe(status)
        expect(after).not.toEqual(subject.state)
        if (
          /over what is public$/.test(name) &&
          status === 'published' &&
          /draft|autosave/.test(name) &&
          !/^publish/.test(name)
        ) {
          expect(after.main).toEqual(subject.state.main)
        }
      }
    })
  })
})
