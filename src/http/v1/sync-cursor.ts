/** How far a mirror has read, as it carries it from one request to the next. Pure. */
import type { Progress } from '../../../pipelines/channels/delivery/changes.ts'

/** `types`: what the mirror is of; null: everything. */
export type SyncCursor = { epoch: string; types: readonly string[] | null; progress: Progress }

const LONGEST = 4_000

export function writeSyncCursor({ epoch, types, progress }: SyncCursor): string {
  const { form, seq, id, walk } = progress
  const parts = [epoch, types, form, seq, id, walk && [walk.after, walk.since]]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Null: nothing that `writeSyncCursor` has made. `known`: every type there is. */
export function readSyncCursor(text: string, known: readonly string[]): SyncCursor | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return null
  const parts = parse(text)
  if (!Array.isArray(parts) || parts.length !== 6) return null
  const [epoch, types, form, seq, id, walk] = parts as unknown[]
  if (typeof epoch !== 'string' || !isPlace(form) || !isPlace(seq)) return null
  if (id !== null && typeof id !== 'string') return null
  const through = toWalk(walk)
  return through === undefined || !isOfTypes(types, known)
    ? null
    : { epoch, types, progress: { form, seq, id, walk: through } }
}

const isOfTypes = (types: unknown, known: readonly string[]): types is SyncCursor['types'] =>
  types === null ||
  (Array.isArray(types) && types.length <= known.length && types.every((type) => known.includes(type)))

function toWalk(walk: unknown): Progress['walk'] | undefined {
  if (walk === null) return null
  if (!Array.isArray(walk)) return undefined
  const [after, since] = walk as unknown[]
  return typeof after === 'string' && (since === null || isPlace(since)) ? { after, since } : undefined
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}
