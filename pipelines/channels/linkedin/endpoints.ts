/** What the desk does over HTTP, under `/api/linkedin-drafts`. Authors edit; editors approve, withdraw and mark as posted. */
import {
  APIError,
  addDataAndFileToRequest,
  type Endpoint,
  Forbidden,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { mayPublish, mayWrite } from '../../../src/access.ts'
import { readLast, readSite } from '../../ledger/read.ts'
import { typesOf } from '../../publish/unsaved.ts'
import { changeDraft, type Editor, loadDraft, Refusal } from './change.ts'
import { DRAFTS, type Draft, itemOf } from './draft.ts'
import { type Edit, type EditKnown, edit } from './edit.ts'
import { exportDrafts } from './export-endpoint.ts'
import { makeFurther } from './further.ts'
import type { Columns } from './made.ts'
import { previewDraft } from './preview.ts'
import { approve, markPosted, renew, reopen, withdraw } from './steps.ts'

/** Of one request. */
const MOST_AT_ONCE = 200

type Given = Edit & { hash?: unknown; force?: unknown; url?: unknown; at?: unknown; ids?: unknown }

type Known = EditKnown & { given: Given }

/** A change of one draft, made only by `who`; 200 `{ doc }`, or 409 with the draft as it is now. */
function step(name: string, who: typeof mayWrite, change: (draft: Draft, known: Known) => Columns): Endpoint {
  return post(`/:id/${name}`, who, async (req, by, given) => {
    const { payload, routeParams } = req
    const hash = typeof given.hash === 'string' ? given.hash : null
    const id = routeParams?.id
    if (hash === null) throw new Refusal(400, 'Send the "hash" of the draft that you have seen.')
    await changeDraft(payload, { id, hash, by }, async (draft) =>
      change(draft, { by, given, ...(await lookUp(payload, draft, given)) }),
    )
    return Response.json({ doc: await show(payload, id) })
  })
}

const further = post('/:id/further', mayWrite, async ({ payload, routeParams }, by, given) => {
  const from = await loadDraft(payload, routeParams?.id)
  const { chosen, postAs, plannedFor } = given
  const known = { by, ...(await lookUp(payload, from, given)) }
  const id = await makeFurther(payload, from, { chosen, postAs, plannedFor }, known)
  return Response.json({ doc: await show(payload, id) }, { status: 201 })
})

/** `{ ids }` → 200 `{ approved, refused: [{ id, why }] }`: each by itself. */
const approveAll = post('/approve-all', mayPublish, async ({ payload }, by, { ids }) => {
  if (!Array.isArray(ids) || ids.length > MOST_AT_ONCE) {
    throw new Refusal(400, `"ids" is a list of drafts, at most ${MOST_AT_ONCE}.`)
  }
  let approved = 0
  const refused: { id: unknown; why: string }[] = []
  for (const id of new Set(ids)) {
    try {
      await changeDraft(payload, { id, hash: null, by }, (draft) => approve(draft, { by }))
      approved += 1
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof APIError)) throw error
      refused.push({ id, why: error.message })
    }
  }
  return Response.json({ approved, refused })
})

export const deskEndpoints: Endpoint[] = [
  approveAll,
  exportDrafts,
  previewDraft,
  further,
  step('edit', mayWrite, (draft, known) => edit(draft, known.given, known)),
  step('approve', mayPublish, approve),
  step('withdraw', mayPublish, withdraw),
  step('reopen', mayPublish, reopen),
  step('posted', mayPublish, (draft, { given }) => markPosted(draft, given)),
  step('renew', mayWrite, (draft, known) => renew(draft, { ...known, force: known.given.force === true })),
]

function post(
  path: string,
  who: typeof mayWrite,
  handle: (req: PayloadRequest, by: Editor, given: Given) => Promise<Response>,
): Endpoint {
  return {
    path,
    method: 'post',
    async handler(req) {
      if ((await who({ req })) !== true) throw new Forbidden(req.t)
      await addDataAndFileToRequest(req)
      const { name, email } = (req.user ?? {}) as { name?: string | null; email?: string }
      const by = { name: name || email || '', mayApprove: mayPublish({ req }) }
      try {
        return await handle(req, by, (req.data ?? {}) as Given)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { message, status } = error
        const id = status === 409 ? req.routeParams?.id : undefined
        const doc = id === undefined ? {} : { doc: await show(req.payload, id) }
        return Response.json({ errors: [{ message }], ...doc }, { status })
      }
    },
  }
}

/** What is public of the draft's item now, and of the person whose voice is wished. */
async function lookUp(payload: Payload, draft: Draft, { postAs }: Given) {
  const site = await readSite(payload)
  if (!site) throw new APIError('Nothing is published yet.', 409, null, true)
  const last = await readLast(payload, itemOf(draft))
  const source = last?.item && last.action !== 'unpublished' ? { item: last.item, seq: last.seq } : null
  const isPerson = typeof postAs === 'string' && postAs.startsWith('people:')
  const person = isPerson ? await readLast(payload, postAs) : null
  const voice = person?.action === 'unpublished' ? null : (person?.item ?? null)
  return { site, types: typesOf(payload), source, voice }
}

const show = (payload: Payload, id: unknown) =>
  payload.findByID({ collection: DRAFTS, id: id as number, depth: 0, overrideAccess: true })
