/** Everything that can be asked of a type with drafts, as a request, and what it leaves behind where it is allowed. */
import type { Asked, State } from './access-table.ts'

export type Kind = 'draft' | 'live' | 'live with a newer draft' | 'trashed'
export type Subject = { id: number | string; title: string; type: string; state: State }
export type Left = {
  status?: 'draft' | 'published'
  isTrashed?: true
  /** Documents more than before. */
  more?: number
  /** The row that is public is the same as before. */
  isUntouched?: true
}
export type Operation = {
  on: Kind
  ask: (subject: Subject) => Asked
  /** What an allowed request leaves behind; reads leave all as it is. */
  leaves?: Left | 'nothing'
}

const LATER = '2099-01-01T00:00:00.000Z'
const at = ({ type, id }: Subject, query = '') => `/api/${type}/${id}${query}`
const many = ({ type, id }: Subject, query = '') => `/api/${type}?where[id][in]=${id}${query}`
export const now = () => new Date().toISOString()
const latest = ({ state }: Subject) => state.versions[0]?.version.updatedAt
const words = ({ title }: Subject) => ({ [title]: `Changed ${Math.random()}` })
/** What a role profile cannot be published without; a family, a level and a version make it one of its kind. */
export const needed: { [type: string]: number | string } = {}
let profiles = 0
export const extra = ({ type }: { type: string }) =>
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

const DRAFT: Left = { status: 'draft' }
const LIVE: Left = { status: 'published' }
const STILL_LIVE: Left = { status: 'published', isUntouched: true }
const TRASHED: Left = { isTrashed: true }
const ONE_MORE: Left = { more: 1, isUntouched: true }
const versionOf = (subject: Subject) => (subject.state.versions.at(-1) as unknown as { id: number }).id
const published = () => ({ _status: 'published' })
const draft = () => ({ _status: 'draft' })

export const OPERATIONS: { [name: string]: Operation } = {
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
  'create a draft': write('live', 'post', (s) => `/api/${s.type}?draft=true`, words, ONE_MORE),
  'create a draft with a form': write(
    'live',
    'post',
    (s) => `/api/${s.type}?draft=true`,
    words,
    ONE_MORE,
    true,
  ),
  'create and publish': write(
    'draft',
    'post',
    (s) => `/api/${s.type}`,
    (s) => ({ ...whole(s), ...published() }),
    ONE_MORE,
  ),
  'create and publish with a form': write(
    'draft',
    'post',
    (s) => `/api/${s.type}`,
    (s) => ({ ...whole(s), ...published() }),
    ONE_MORE,
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
  'save a draft over what is public': write('live', 'patch', (s) => at(s, '?draft=true'), words, STILL_LIVE),
  'autosave over what is public': write(
    'live',
    'patch',
    (s) => at(s, '?draft=true&autosave=true'),
    (s) => ({ ...words(s), ...draft() }),
    STILL_LIVE,
  ),
  'save drafts of many over what is public': write(
    'live',
    'patch',
    (s) => many(s, '&draft=true'),
    words,
    STILL_LIVE,
  ),
  'restore a version as a draft': write(
    'live',
    'post',
    (s) => `/api/${s.type}/versions/${versionOf(s)}?draft=true`,
    () => ({}),
    STILL_LIVE,
  ),
  duplicate: write('live', 'post', (s) => at(s, '/duplicate'), draft, ONE_MORE),
  'duplicate and publish': write(
    'draft',
    'post',
    (s) => at(s, '/duplicate?draft=false'),
    (s) => ({ ...extra(s), ...published() }),
    ONE_MORE,
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
    () => ({ ...published(), publishedAt: LATER, holdBack: true }),
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
