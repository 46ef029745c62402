/**
 * What editors do, in random order, and what the public may then see: a model of a few lines that knows neither the
 * ledger nor channels. Every save says a canary of its own; whatever the public reads may hold those of live texts only.
 */
import fc from 'fast-check'
import type { signedIn } from './galley.ts'
import { paragraphs } from './text.ts'

export type ModelType = 'articles' | 'faqs'
type Words = { canary: string; slug: string }

/** A document as the model knows it. */
export type Modelled = {
  type: ModelType
  id: number | string
  uid: string
  /** What the public sees; null: nothing. */
  live: Words | null
  newest: Words
  /** Was it public when it went into the trash? Null: it is not there. */
  trashed: { live: Words | null } | null
  isDeleted: boolean
  /** Of an article: the question that it shows. */
  faq: Modelled | null
  /** Every slug under which it was public. */
  publicSlugs: Set<string>
  /** Every canary that was ever saved in it, with the slug of then. */
  saved: Map<string, string>
}

/** `doc`, `pick`: which of those that the step can be done with; `type`: of what is created. */
export type Step = { kind: StepKind; doc: number; pick: number; type: ModelType }

type Client = ReturnType<typeof signedIn>

/** `isQuiet`: not a public byte may change. */
type Kind = {
  weight: number
  isQuiet?: true
  /** Creates when absent. */
  can?: (document: Modelled) => boolean
  act: (world: World, document: Modelled, step: Step) => Promise<void>
}

const isAbout = (document: Modelled) => !document.isDeleted && !document.trashed
const path = ({ type, id }: Modelled, query = '') => `/api/${type}/${id}?depth=0${query}`

/** The documents of one run, and the person who works on them. */
export class World {
  readonly documents: Modelled[] = []
  private static count = 0

  /** `everywhere`: what every article says beside its own words. */
  constructor(
    readonly client: Client,
    readonly everywhere: object,
  ) {}

  /** Does the step if anything can be done with it. Answers the document, or null. */
  async step(step: Step): Promise<Modelled | null> {
    const { can, act } = KINDS[step.kind]
    const able = can ? this.documents.filter(can) : []
    const document = can ? able[step.doc % able.length] : nothing(step.type)
    if (!document) return null
    await act(this, document, step)
    return document
  }

  /** Everything is deleted for good. */
  async clear(): Promise<void> {
    for (const document of this.documents)
      if (!document.isDeleted) await KINDS.delete.act(this, document, NO_STEP)
  }

  next(): Words {
    World.count += 1
    return { canary: `canary${World.count}x`, slug: `address-${World.count}` }
  }

  async send(method: 'post' | 'patch' | 'delete', url: string, body: object = {}) {
    const answer = await this.client[method](url).send(body)
    if (answer.status >= 300)
      throw new Error(
        `${method} ${url} ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`,
      )
    return answer.body
  }

  /** The newest version, as an editor opens it. */
  async open(document: Modelled) {
    return (await this.client.get(path(document, '&draft=true&trash=true'))).body
  }

  /** Which version a publication starts from. */
  async seen(document: Modelled): Promise<{ updatedAt: string }> {
    const { updatedAt } = await this.open(document)
    return { updatedAt }
  }
}

const NO_STEP: Step = { kind: 'delete', doc: 0, pick: 0, type: 'articles' }

function nothing(type: ModelType): Modelled {
  const words = { canary: '', slug: '' }
  return {
    ...{ type, id: 0, uid: '', live: null, newest: words, trashed: null, isDeleted: false, faq: null },
    publicSlugs: new Set(),
    saved: new Map(),
  }
}

/** Long enough for a post on every channel. */
function fieldsOf(type: ModelType, { canary }: Words): object {
  const text = `${canary} holds the rain for nine days, and the trees above it drink all of it before the next shower comes down.`
  const name = type === 'articles' ? 'title' : 'question'
  return {
    [name]: `On ${canary} and others`,
    summary: `All about ${canary}.`,
    body: paragraphs(text, `In other words: ${text}`),
    metaDescription: `Meta ${canary}`,
  }
}

async function create(world: World, document: Modelled, { doc }: Step, isLive: boolean) {
  const words = world.next()
  const faqs = world.documents.filter((one) => one.type === 'faqs' && isAbout(one))
  const faq = document.type === 'articles' ? (faqs[doc % faqs.length] ?? null) : null
  const made = await world.send('post', `/api/${document.type}?depth=0${isLive ? '' : '&draft=true'}`, {
    ...fieldsOf(document.type, words),
    slug: words.slug,
    ...(document.type === 'articles' ? world.everywhere : {}),
    ...(faq ? { faqs: [faq.id] } : {}),
    _status: isLive ? 'published' : 'draft',
  })
  Object.assign(document, { id: made.doc.id, uid: made.doc.uid, faq })
  world.documents.push(document)
  note(document, words, isLive)
}

function note(document: Modelled, words: Words, isLive: boolean) {
  document.newest = words
  document.saved.set(words.canary, words.slug)
  if (!isLive) return
  document.live = words
  document.publicSlugs.add(words.slug)
}

async function saveDraft(world: World, document: Modelled, query: string, isRenamed: boolean) {
  const words = world.next()
  const slug = isRenamed ? words.slug : document.newest.slug
  const data = { ...fieldsOf(document.type, words), slug, _status: 'draft' }
  await world.send('patch', path(document, query), data)
  note(document, { ...words, slug }, false)
}

async function publish(world: World, document: Modelled, what: 'as it is' | 'words' | 'slug') {
  const next = world.next()
  const words = what === 'words' ? { ...next, slug: document.newest.slug } : document.newest
  const data = what === 'words' ? fieldsOf(document.type, next) : what === 'slug' ? { slug: next.slug } : {}
  await world.send('patch', path(document), {
    ...data,
    ...(await world.seen(document)),
    _status: 'published',
  })
  note(document, what === 'slug' ? { ...words, slug: next.slug } : words, true)
}

async function restore(world: World, document: Modelled, status: 'published' | 'draft') {
  await world.send('patch', path(document, '&trash=true'), { deletedAt: null, _status: status })
  if (status === 'published') document.live = document.trashed?.live ?? null
  document.trashed = null
}

async function restoreVersion(world: World, document: Modelled, { pick }: Step) {
  const url = `/api/${document.type}/versions?depth=0&limit=50&sort=-updatedAt&where[parent][equals]=${document.id}`
  const { docs } = (await world.client.get(url)).body
  const { id, version } = docs[pick % docs.length]
  const canary = /canary\d+x/.exec(version.summary)?.[0] ?? ''
  if (!document.saved.has(canary)) throw new Error(`A version says what nobody saved: ${version.summary}`)
  await world.send('post', `/api/${document.type}/versions/${id}?draft=false`)
  note(document, { canary, slug: version.slug }, version._status === 'published')
}

const KINDS = {
  create: { weight: 2, isQuiet: true, act: (world, document, step) => create(world, document, step, false) },
  'create and publish': { weight: 4, act: (world, document, step) => create(world, document, step, true) },
  'save a draft': {
    ...{ weight: 3, isQuiet: true, can: isAbout },
    act: (world, document) => saveDraft(world, document, '&draft=true', false),
  },
  autosave: {
    ...{ weight: 2, isQuiet: true, can: isAbout },
    act: (world, document) => saveDraft(world, document, '&draft=true&autosave=true', false),
  },
  'rename in a draft': {
    ...{ weight: 1, isQuiet: true, can: isAbout },
    act: (world, document) => saveDraft(world, document, '&draft=true', true),
  },
  publish: { weight: 4, can: isAbout, act: (world, document) => publish(world, document, 'as it is') },
  edit: { weight: 3, can: isAbout, act: (world, document) => publish(world, document, 'words') },
  rename: { weight: 2, can: isAbout, act: (world, document) => publish(world, document, 'slug') },
  unpublish: {
    ...{ weight: 3, can: (document) => isAbout(document) && document.live !== null },
    async act(world, document) {
      await world.send('patch', path(document), { ...(await world.seen(document)), _status: 'draft' })
      document.live = null
    },
  },
  trash: {
    ...{ weight: 2, can: isAbout },
    async act(world, document) {
      await world.send('patch', path(document), { deletedAt: new Date().toISOString() })
      document.trashed = { live: document.live }
      document.live = null
    },
  },
  'restore as published': {
    ...{
      weight: 2,
      can: ({ isDeleted, trashed }) => !isDeleted && trashed !== null && trashed.live !== null,
    },
    act: (world, document) => restore(world, document, 'published'),
  },
  'restore as a draft': {
    ...{ weight: 1, can: ({ isDeleted, trashed }) => !isDeleted && trashed !== null },
    act: (world, document) => restore(world, document, 'draft'),
  },
  'restore a version': { weight: 3, can: isAbout, act: restoreVersion },
  delete: {
    ...{ weight: 1, can: ({ isDeleted }) => !isDeleted },
    async act(world, document) {
      await world.send('delete', path(document, '&trash=true'))
      document.live = null
      document.isDeleted = true
    },
  },
} satisfies { [name: string]: Kind } as { [name in StepKind]: Kind }

export type StepKind =
  | 'create'
  | 'create and publish'
  | 'save a draft'
  | 'autosave'
  | 'rename in a draft'
  | 'publish'
  | 'edit'
  | 'rename'
  | 'unpublish'
  | 'trash'
  | 'restore as published'
  | 'restore as a draft'
  | 'restore a version'
  | 'delete'

/** After these the public sees what it saw before, to the byte. */
export const isQuiet = ({ kind }: Step) => KINDS[kind].isQuiet === true

/** Canaries that a live document shows: its own, and that of the question it asks. */
export function shownBy({ live, faq }: Modelled): string[] {
  return [live?.canary, faq?.live?.canary].filter((canary) => canary !== undefined)
}

/** Sequences of up to `most` steps, after one that publishes a question for articles to show. */
export function sequences(most: number): fc.Arbitrary<Step[]> {
  const kinds = Object.entries(KINDS).flatMap(([kind, { weight }]) => Array(weight).fill(kind) as StepKind[])
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    doc: fc.nat(20),
    pick: fc.nat(20),
    type: fc.constantFrom<ModelType>('articles', 'articles', 'faqs'),
  })
  return fc.array(step, { minLength: Math.ceil(most / 2), maxLength: most, size: 'max' })
}
