/**
 * `POST /api/linkedin-drafts/preview` `{ collection, data }`: the post that publishing a form would make, from its
 * fields as they stand. 200 `{ ok: true, post }` or `{ ok: false, reason }`; keeps nothing.
 */
import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden } from 'payload'
import { mayWrite } from '../../../src/access.ts'
import { readItem, readSite } from '../../ledger/read.ts'
import { toUnsavedItem, typesOf } from '../../publish/unsaved.ts'
import { isAdmitted } from '../admission.ts'
import { type Columns, make } from './made.ts'
import { CARDS_PATH, drawingsOf, type Picture } from './pictures.ts'

export const previewDraft: Endpoint = {
  path: '/preview',
  method: 'post',
  async handler(req) {
    if (!mayWrite({ req })) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const { collection, data } = (req.data ?? {}) as { collection?: unknown; data?: unknown }
    if (typeof collection !== 'string' || typeof data !== 'object' || data === null || Array.isArray(data)) {
      throw new APIError('Send the "collection" and the "data" of the form.', 400, null, true)
    }
    const site = await readSite(req.payload)
    const refuse = (reason: string) => Response.json({ ok: false, reason })
    if (!site) return refuse('Nothing is published yet.')
    const item = await toUnsavedItem({ collection, data: { ...data }, req }).catch((err: unknown) => {
      req.payload.logger.debug({ err, msg: 'linkedin.preview_failed', collection })
      throw new APIError('The form cannot be read as a document of this type.', 400, null, true)
    })
    if (!item) throw new APIError(`"${collection}" is no type of content.`, 400, null, true)
    if (!isAdmitted(item, site, 'linkedin')) return refuse('LinkedIn is left out by “Where it goes”.')
    const made = make(null, { item, seq: 0 }, { site, types: typesOf(req.payload) })
    if (typeof made === 'string') return refuse(made)
    const live = await readItem(req.payload, item.id)
    const post = toPost(made.columns)
    return Response.json({
      ok: true,
      post: { ...post, ...drawn(post, live ? drawingsOf(live, site) : new Map()) },
    })
  },
}

/** Only what is drawn already, or for what is public: nothing is drawn for words that nobody has saved. */
function drawn({ pictures, carousel }: Columns, known: ReadonlyMap<string, unknown>): Columns {
  const isThere = ({ url }: { url: string }) =>
    !url.includes(`/media/${CARDS_PATH}/`) || known.has(url.slice(url.lastIndexOf('/') + 1))
  const kept = (pictures as Picture[]).filter(isThere)
  const pages = carousel as { url: string } | null
  return { image: kept[0] ?? null, pictures: kept, carousel: pages && isThere(pages) ? pages : null }
}

/** As a draft is kept, but for what is only kept; the warnings as a list. */
function toPost({
  basis: _basis,
  newest: _newest,
  stale: _stale,
  edited: _edited,
  ...post
}: Columns): Columns {
  return {
    ...post,
    warnings: String(post.warnings ?? '')
      .split('\n')
      .filter(Boolean),
  }
}
