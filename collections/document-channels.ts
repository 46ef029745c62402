/**
 * `GET /api/{type}/{id}/channels`: where the document stands on every channel, for the panel beside its form.
 * Whoever may read the document may ask.
 */
import { APIError, type CollectionSlug, type Endpoint, type Field, UnauthorizedError } from 'payload'
import { type Whereabouts, whereabouts } from '../pipelines/channels/presence.ts'
import { channels, localChannels } from '../pipelines/channels/registry.ts'

export type DocumentChannels = Whereabouts & {
  /** Its newest version is a draft that nobody but editors sees. */
  draft: { savedAt: string; by: string } | null
  /** Published, but its date is yet to come; ISO 8601 in UTC, else empty. */
  dueAt: string
  /** Published, and about to be public. */
  isUnderWay: boolean
}

type Row = {
  uid: string
  updatedAt: string
  _status?: string
  publishedAt?: string | null
  editedBy?: string | null
}

export const documentChannels: Omit<Endpoint, 'root'> = {
  path: '/:id/channels',
  method: 'get',
  async handler(req) {
    if (!req.user) throw new UnauthorizedError(req.t)
    const { payload, routeParams } = req
    const collection = payload.collections[routeParams?.collection as CollectionSlug]
    if (!collection) throw new APIError('Nothing is here.', 404)
    const read = async (draft: boolean) =>
      (await payload.findByID({
        collection: collection.config.slug as 'articles',
        id: String(routeParams?.id),
        depth: 0,
        draft,
        trash: true,
        overrideAccess: false,
        req,
        select: {
          uid: true,
          updatedAt: true,
          _status: true,
          publishedAt: true,
          editedBy: true,
          deletedAt: true,
        } as never,
      })) as unknown as Row & { deletedAt?: string | null }
    // Without a draft above it the newest version is what is published.
    const newest = await read(true)
    const row = newest._status === 'published' ? newest : await read(false)
    const all = [...localChannels, ...channels]
    const found = await whereabouts(payload, all, `${collection.config.slug}:${row.uid}`)
    const isPublished = row._status === 'published' && !row.deletedAt
    const isDue = !row.publishedAt || Date.parse(row.publishedAt) <= Date.now()
    const answer: DocumentChannels = {
      ...found,
      draft: newest._status === 'draft' ? { savedAt: newest.updatedAt, by: newest.editedBy ?? '' } : null,
      dueAt: isPublished && !isDue && !found.isLive ? (row.publishedAt ?? '') : '',
      isUnderWay: isPublished && isDue && !found.isLive,
    }
    return Response.json(answer)
  },
}

/** The panel “Channels” beside the form. */
export const channelsPanel: Field = {
  name: 'channelsPanel',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: '/src/admin/channels/panel.tsx#ChannelsPanel' },
  },
}
