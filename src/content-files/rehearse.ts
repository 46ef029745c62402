/** Saves that stop at the moment at which they would be written: hooks and validation run, nothing is stored. */
import { APIError, type CollectionSlug, type Payload, ValidationError } from 'payload'
import { aroundWrites } from '../../database/write-methods.ts'
import type { Status } from './desk.ts'
import { holdsMadeUp } from './made-up-id.ts'
import type { Data, Id } from './to-data.ts'

/** Nothing was wrong: this is what would have been written. */
class WouldWrite extends Error {}

/**
 * Runs `work` while saves made with `rehearseSave` are held back; all others go through.
 * @throws what `work` throws.
 */
export async function withRehearsals<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  const putBack = aroundWrites(payload.db, async (write, args) => {
    if (args.req?.context?.isRehearsal) throw new WouldWrite()
    return write(args)
  })
  try {
    return await work()
  } finally {
    putBack()
  }
}

/**
 * Within `withRehearsals`: a save of a new document, or (`id`) of one that is there.
 * @throws what Payload would throw.
 */
export async function rehearseSave(
  payload: Payload,
  { collection, id, data, status }: { collection: string; id?: Id; data: Data; status: Status },
): Promise<void> {
  const options = {
    collection: collection as CollectionSlug,
    data: { ...data, _status: status } as never,
    draft: (status === 'draft') as never,
    depth: 0,
    overrideAccess: true,
    disableTransaction: true,
    context: { isRehearsal: true },
  }
  try {
    await (id === undefined ? payload.create(options as never) : payload.update({ ...options, id } as never))
  } catch (error) {
    const fault = relevant(error, data)
    if (fault) throw fault
  }
}

/** What Payload says about a key that points to what is not there yet is no fault of the file. */
function relevant(error: unknown, data: Data): Error | undefined {
  if (error instanceof WouldWrite) return undefined
  if (error instanceof ValidationError) {
    const errors = error.data.errors.filter(({ path }) => !holdsMadeUp(data[path.split('.')[0] ?? '']))
    return errors.length > 0 ? new ValidationError({ ...error.data, errors }) : undefined
  }
  return error instanceof APIError && holdsMadeUp(data) ? undefined : (error as Error)
}
