/** What the public sees keeps its picture, and the picture its alt text. What is not shown may go. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import { whereShown } from '../hooks/shown/shown-publicly.ts'

type Row = { id: number | string; filename?: string | null; alt?: string | null; deletedAt?: string | null }

export const keepShown: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update') return data
  const row = originalDoc as Row
  if (data.deletedAt && !row.deletedAt) await refuseWhileShown(req, row)
  const losesAlt = 'alt' in data && !data.alt?.trim() && Boolean(row.alt?.trim())
  const places = losesAlt ? await whereShown(req, row.id, { settings: false }) : null
  if (places) {
    const message = `The alt text is needed: “${row.filename}” is shown by ${places}. Say in one sentence what the picture shows.`
    throw new ValidationError(
      { collection: collection.slug, id: row.id, errors: [{ path: 'alt', message }], req },
      req.t,
    )
  }
  return data
}

/** For good. From the trash it may go: nothing public shows what is in there. */
export const keepShownFromDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const row = await req.payload.db.findOne<Row>({
    collection: 'media',
    req,
    where: { id: { equals: id } },
    joins: NO_JOINS,
  })
  if (row && !row.deletedAt) await refuseWhileShown(req, row)
}

async function refuseWhileShown(req: PayloadRequest, { id, filename }: Row): Promise<void> {
  const places = await whereShown(req, id, { settings: true })
  if (!places) return
  const message = `“${filename}” is shown in public by ${places}. Take it out there first, then delete it.`
  throw new APIError(message, 409, null, true)
}
