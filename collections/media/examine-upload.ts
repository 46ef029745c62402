/** Only pictures come in, whichever way: by their content, under a safe name, with what they are in fact. */
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { examine } from '../../media/examine.ts'
import { toFileName } from '../../media/file-name.ts'
import { KINDS } from '../../media/kind.ts'

type FocalPoint = { x: number; y: number }
type Args = { data?: { [field: string]: unknown }; duplicateFromID?: number | string | null }

/** Refuses what is no picture before Payload writes anything, and names the file for what it is. */
export const examineUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { data, duplicateFromID } = args as Args
  if (operation === 'update' || operation === 'create') keepFocalPoint(data, req)
  if (operation === 'update' && !req.file) return args
  if ((operation !== 'create' && operation !== 'update') || (duplicateFromID ?? null) !== null) return args
  // Without a file Payload would fetch the `url` that a request names.
  if (!req.file) refuse('Send the picture itself: multipart/form-data with a part named "file".')
  const { file } = req
  const examination = await examine(file.data)
  if ('fault' in examination) refuse(`“${file.name}” ${examination.fault}.`)
  const { kind, mimetype } = examination.picture
  req.file = { ...file, name: toFileName(file.name, kind), mimetype, size: file.data.length }
  return args
}

/** Keeps what the file says about itself; nobody else may say it. */
export const describeFile: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const row = operation === 'update' ? originalDoc : {}
  const focal = { focalX: percent(data.focalX ?? row.focalX), focalY: percent(data.focalY ?? row.focalY) }
  if (req.file) {
    const examination = await examine(req.file.data)
    if ('fault' in examination) refuse(`“${req.file.name}” ${examination.fault}.`)
    const { kind, width, height, hash } = examination.picture
    return { ...data, ...focal, width, height, mimeType: KINDS[kind].mimetype, contentHash: hash }
  }
  if (operation !== 'update') return { ...data, ...focal }
  const { width, height, mimeType, filesize, contentHash } = row
  return { ...data, ...focal, width, height, mimeType, filesize, contentHash }
}

/**
 * In one place, where Payload looks: in the row it takes a 0 for nothing, and for a point that differs from the
 * row it would write the original anew, over itself.
 */
function keepFocalPoint(data: Args['data'], req: PayloadRequest): void {
  const edits = req.query?.uploadEdits as { focalPoint?: FocalPoint } | undefined
  const { focalX, focalY } = data ?? {}
  const given =
    typeof focalX === 'number' && typeof focalY === 'number' ? { x: focalX, y: focalY } : undefined
  const point = edits?.focalPoint ?? given
  if (!point) return
  const focalPoint = { x: percent(Number(point.x)), y: percent(Number(point.y)) }
  req.query = { ...req.query, uploadEdits: { focalPoint } }
  if (data) Object.assign(data, { focalX: focalPoint.x, focalY: focalPoint.y })
}

/** The centre for what is no number. */
function percent(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.round(Math.min(100, Math.max(0, value)))
    : 50
}

function refuse(message: string): never {
  throw new APIError(message, 400, null, true)
}
