/** `/feeds`: a feed for the site, for each type, topic and person, in every format; a page and an OPML file of all. */
import { type Request, type Response, Router } from 'express'
import type { Payload } from 'payload'
import { findRedirect } from '../../pipelines/channels/delivery/former-slugs.ts'
import type { Store } from '../../pipelines/channels/delivery/store.ts'
import type { FeedFormat } from '../../pipelines/channels/feed-format.ts'
import {
  type FeedType,
  readCatalogue,
  readListChangedAt,
  scopesOf,
} from '../../pipelines/channels/feeds/catalogue.ts'
import { readArchivePage, readFeed } from '../../pipelines/channels/feeds/document.ts'
import { feeds } from '../../pipelines/channels/feeds/index.ts'
import { renderOpml } from '../../pipelines/channels/feeds/opml.ts'
import { type FeedScope, folderOf, SUBJECT_TYPES } from '../../pipelines/channels/feeds/scope.ts'
import { findSubject, findSubjectById } from '../../pipelines/channels/feeds/subjects.ts'
import { versionOf } from '../../pipelines/ledger/cursors.ts'
import { createFeedCache, type Page, sendKept } from './feed-cache.ts'
import { renderFeedsPage } from './feeds-page.ts'
import { sendProblem } from './problem.ts'
import { createRecall, type Recall } from './recall.ts'

type Options = {
  payload: Payload
  /** Knows what was renamed, by an index: anybody may ask for any slug. */
  store: Store
  formats: readonly FeedFormat[]
  /** Types that have feeds of their own. */
  types: readonly FeedType[]
}

/** Thrown by what makes a page: there is none, and why. */
class NoSuchFeed extends Error {}

/** Thrown likewise: the topic or person was renamed. */
class MovedFeed extends Error {
  constructor(readonly folder: string) {
    super(`This feed is at ${folder} now.`)
  }
}

/**
 * Mount at `/feeds`. A renamed topic's or person's feed is redirected (301). Problems: 404 for an unknown type, topic,
 * person or page of the archive, 405 for what is no reading, 503 before the settings' first entry.
 */
export function feedRoutes({ payload, store, formats, types }: Options): { router: Router; recall: Recall } {
  const router = Router()
  // What is rendered comes from this channel's rows alone.
  const cache = createFeedCache({ version: versionOf(payload, feeds.slug) })
  const recall = createRecall(cache)

  async function answer(request: Request, response: Response, key: string, make: () => Promise<Page | null>) {
    try {
      const kept = await cache.read(key, make)
      if (kept) return sendKept(request, response, kept, recall)
      sendProblem(response, { status: 503, detail: 'The site is being set up: try again in a moment.' })
    } catch (error) {
      if (error instanceof MovedFeed) {
        const { search } = new URL(request.originalUrl, 'http://host')
        response.set('Cache-Control', 'no-cache')
        return response.redirect(301, `${error.folder}/${request.path.split('/').at(-1)}${search}`)
      }
      if (!(error instanceof NoSuchFeed)) throw error
      sendProblem(response, { status: 404, detail: error.message })
    }
  }

  /** `find` is asked only when the feed has to be rendered. */
  function sendFeed(
    request: Request,
    response: Response,
    format: FeedFormat,
    folder: string,
    find: () => Promise<FeedScope>,
  ) {
    const page = toArchivePage(request)
    const key = `${folder}/${format.fileName} ${page ? `${page.number} ${page.below ?? ''}` : ''}`
    return answer(request, response, key, async () => {
      const asked = { payload, format, scope: await find() }
      const made = page ? await readArchivePage(asked, page) : await readFeed(asked)
      if (page && !made) throw new NoSuchFeed('This feed has no such page: begin with its newest items.')
      return made && { ...made, contentType: `${format.mediaType}; charset=utf-8` }
    })
  }

  router.get('/', (request, response) =>
    answer(request, response, '/', async () => {
      const catalogue = await readCatalogue(payload, types)
      return catalogue && { ...renderFeedsPage(catalogue, formats), changedAt: catalogue.changedAt }
    }),
  )

  router.get('/opml.xml', (request, response) =>
    answer(request, response, '/opml.xml', async () => {
      const catalogue = await readCatalogue(payload, types)
      const [format] = formats
      if (!catalogue || !format) return null
      const changedAt = await readListChangedAt(payload)
      const body = renderOpml({ site: catalogue.site, scopes: scopesOf(catalogue), format, changedAt })
      return { body, changedAt, contentType: 'text/x-opml; charset=utf-8' }
    }),
  )

  for (const format of formats) {
    const { fileName } = format
    router.get(`/${fileName}`, (request, response) =>
      sendFeed(request, response, format, '', async () => ({ kind: 'site' })),
    )

    router.get(`/:type/${fileName}`, (request, response) => {
      const { type } = request.params
      return sendFeed(request, response, format, `/${type}`, async () => {
        const known = types.find(({ slug }) => slug === type)
        const names = types.map(({ slug }) => slug).join(', ')
        if (!known)
          throw new NoSuchFeed(`There is no feed for "${type}". There is one for each of: ${names}.`)
        return { kind: 'type', type: known.slug, label: known.label }
      })
    })

    for (const type of SUBJECT_TYPES) {
      router.get(`/${type}/:slug/${fileName}`, async (request, response) => {
        const slug = String(request.params.slug).normalize('NFC')
        return sendFeed(request, response, format, `/${type}/${slug}`, async () => {
          const subject = await findSubject(payload, type, slug)
          if (subject) return { kind: 'subject', subject }
          const redirect = findRedirect(store, type, slug)
          // The feeds' rows may be a moment behind the read model, and what they do not have is no address to send to.
          const renamed = redirect && (await findSubjectById(payload, redirect.id))
          if (renamed) throw new MovedFeed(folderOf({ kind: 'subject', subject: renamed }))
          throw new NoSuchFeed(`There is no feed for "${slug}" in ${type}.`)
        })
      })
    }
  }

  router.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    response.set('Allow', 'GET, HEAD')
    if (request.method === 'OPTIONS') return void response.status(204).end()
    sendProblem(response, { status: 405, detail: 'Feeds can only be read: use GET or HEAD.' })
  })
  return { router, recall }
}

/** Null: the newest items. A number that no page has stands for what is no number. */
function toArchivePage({ query }: Request): { number: number; below?: number } | null {
  if (query.page === undefined) return null
  const toNumber = (value: unknown) => (/^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : 0)
  const number = toNumber(query.page)
  if (query.below === undefined) return { number }
  const below = toNumber(query.below)
  return below > 0 ? { number, below } : { number: 0 }
}
