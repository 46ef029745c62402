/**
 * `POST /api/{type}/versions/{id}`: a version that was a draft comes back as a draft. Payload's own endpoint would
 * write it into the live row with its status: “Restore this version” would take the document off the website.
 */
import { type CollectionSlug, type Endpoint, parseParams, restoreVersionOperation } from 'payload'

export const restoreVersion: Omit<Endpoint, 'root'> = {
  path: '/versions/:id',
  method: 'post',
  async handler(req) {
    const { payload, routeParams } = req
    const collection = payload.collections[routeParams?.collection as CollectionSlug]
    if (!collection) return Response.json({ message: req.t('general:notFound') }, { status: 404 })
    const id = payload.db.defaultIDType === 'number' ? Number(routeParams?.id) : String(routeParams?.id)
    if (Number.isNaN(id)) return Response.json({ message: req.t('general:notFound') }, { status: 404 })
    const { depth, draft, populate } = parseParams(req.query)
    const versions = await payload.db.findVersions<{ _status?: string }>({
      collection: collection.config.slug as CollectionSlug,
      req,
      where: { id: { equals: id } },
      limit: 1,
      pagination: false,
    })
    const wasDraft = versions.docs[0]?.version._status === 'draft'
    const restored = await restoreVersionOperation({
      id,
      collection,
      req,
      ...(depth === undefined ? {} : { depth }),
      ...(draft === undefined ? {} : { draft: draft || wasDraft }),
      ...(populate === undefined ? {} : { populate }),
    })
    return Response.json({ ...restored, message: req.t('version:restoredSuccessfully') })
  },
}
