/** The Preview button, and the live preview, of types that have pages on the website. */
import {
  APIError,
  type CollectionConfig,
  type CollectionSlug,
  type Endpoint,
  type Payload,
  type PayloadRequest,
  UnauthorizedError,
} from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import { isSignedIn } from '../../src/access.ts'
import { toPreviewUrl } from './pattern.ts'
import { makeToken } from './token.ts'

/** The collection with its preview. Without a website of its own there is none: SITE_URL is Galley's address then. */
export function showPreview(config: CollectionConfig): CollectionConfig {
  const type = config.slug
  return {
    ...config,
    endpoints: [...(config.endpoints || []), preview],
    admin: {
      ...config.admin,
      // The form may have been open for hours: the pass is made at the click.
      preview: ({ id }, { req }) => (id && siteOf(req.payload) ? `/api/${type}/${id}/preview` : null),
      livePreview: {
        url: async ({ data, req }) =>
          siteOf(req.payload) && data?.id
            ? await addressOf(req, type, data.id, { isSteady: true })
            : undefined,
      },
    },
  }
}

/** `GET /api/{type}/{id}/preview`: leads whoever may read the draft to the website with a fresh pass; 302 `{ url }`. */
const preview: Omit<Endpoint, 'root'> = {
  path: '/:id/preview',
  method: 'get',
  async handler(req) {
    if ((await isSignedIn({ req })) !== true) throw new UnauthorizedError(req.t)
    const { collection, id } = req.routeParams ?? {}
    if (!siteOf(req.payload))
      throw new APIError('There is no website to show it: set SITE_URL to its address.', 409, null, true)
    const url = await addressOf(req, String(collection), String(id), { isSteady: false })
    return Response.json({ url }, { status: 302, headers: { Location: url, 'Cache-Control': 'no-store' } })
  },
}

/** Empty where there is none. */
function siteOf({ config }: Payload): string {
  const siteUrl = String(config.custom?.siteUrl ?? '')
  return siteUrl === config.serverURL ? '' : siteUrl
}

/** @throws NotFound for whom may not read the document. */
async function addressOf(
  req: PayloadRequest,
  type: string,
  id: number | string,
  { isSteady }: { isSteady: boolean },
): Promise<string> {
  const { payload } = req
  const { uid, slug } = (await payload.findByID({
    collection: type as CollectionSlug,
    id,
    depth: 0,
    draft: true,
    joins: NO_JOINS,
    overrideAccess: false,
    req,
    select: { uid: true, slug: true } as never,
  })) as unknown as { uid: string; slug?: string | null }
  const { previewPattern } = (await payload.findGlobal({
    slug: 'settings',
    depth: 0,
    overrideAccess: true,
  })) as { previewPattern?: string | null }
  const shown = slug || uid
  const token = makeToken(
    payload.secret,
    { itemId: `${type}:${uid}`, slug: shown },
    { now: Date.now(), isSteady },
  )
  return toPreviewUrl(siteOf(payload), previewPattern ?? '', { type, slug: shown, token })
}
