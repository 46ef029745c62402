/**
 * Builds a projection again from the ledger's first entry. It is built beside the living one, in a database of its
 * own, and what differs is then written over, row by row: nobody ever reads a half-empty projection, the living
 * channel may go on meanwhile, and it needs no transaction.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { inGroups, pages } from '../../database/pages.ts'
import { together } from '../../database/together.ts'
import { noteRewrite, readCursor } from '../ledger/cursors.ts'
import { readAfter, readSite } from '../ledger/read.ts'
import { canonicalJson } from '../publish/hash.ts'
import type { Channel } from './channel.ts'

export type RebuildOptions = {
  payload: Payload
  /** With the same collections, and nothing in them. */
  scratch: Payload
  channel: Channel
  signal: AbortSignal
  onProgress?: (progress: { done: number; total: number; label: string }) => void
}

type Collection = Channel['collections'][number]
type Row = { id: number | string; itemId: string; seq: number; [field: string]: unknown }
type Sides = { from: Payload; to: Payload; collection: Collection; upTo: number }

const BATCH = 100
/** While somebody publishes, a pass may find what has changed during the one before. */
const MOST_PASSES = 5

/** Why the channel is never built again; null: it may be. */
export function whyNotRebuilt({ slug, kind }: Pick<Channel, 'slug' | 'kind'>): string | null {
  if (kind === 'projection') return null
  return kind === 'desk'
    ? `${slug} holds people's work, which is not in the ledger: it is never rebuilt.`
    : `${slug} sends: to rebuild it would be to send everything again.`
}

/**
 * As far as the living projection has read: what comes after is its own to do.
 * @returns how many entries were read, and how many rows were not as they should be (and now are).
 * @throws for a channel that is no projection; what the channel throws; `signal`'s reason.
 */
export async function rebuild(options: RebuildOptions): Promise<{ entries: number; mended: number }> {
  const { payload, scratch, channel } = options
  const reason = whyNotRebuilt(channel)
  if (reason) throw new Error(`[rebuild] ${reason}`)
  let entries = 0
  let mended = 0
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const upTo = (await readCursor(payload, channel.slug)).seq
    await replay(options, entries, upTo)
    entries = upTo
    let found = 0
    for (const collection of channel.collections) {
      found += await mend({ from: scratch, to: payload, collection, upTo })
    }
    mended += found
    if (found === 0) break
  }
  // Also when every row was right: a rebuild before this one may have been cut off after it had mended some.
  await noteRewrite(payload, channel.slug)
  return { entries, mended }
}

async function replay(options: RebuildOptions, after: number, upTo: number): Promise<void> {
  const { payload, scratch, channel, signal, onProgress } = options
  const site = await readSite(payload)
  for (let seq = after; site && seq < upTo; ) {
    signal.throwIfAborted()
    onProgress?.({ done: seq, total: upTo, label: channel.slug })
    const entries = await readAfter(payload, seq, Math.min(BATCH, upTo - seq))
    if (entries.length === 0) return
    await together(scratch.db, () => channel.consume(entries, { payload: scratch, site }))
    seq = entries.at(-1)?.seq ?? upTo
  }
}

async function mend(sides: Sides): Promise<number> {
  const { from, to, collection, upTo } = sides
  let mended = 0
  for await (const page of inPages(from, collection)) {
    const living = await rowsOf(to, collection, page)
    for (const row of page) {
      if (await write(sides, row, living.get(keyOf(collection, row)))) mended += 1
    }
  }
  for await (const page of inPages(to, collection)) {
    const built = await rowsOf(from, collection, page)
    for (const row of page) {
      // Of a removal, only entries may tell that have lost their words since (compact.ts).
      const isExtra = !built.has(keyOf(collection, row)) && row.seq <= upTo && row.removed !== true
      if (!isExtra) continue
      await to.db.deleteMany({ collection: slugOf(collection), where: unchanged(collection, row) })
      mended += 1
    }
  }
  return mended
}

/** Only over the row that was read: what the living channel writes meanwhile is newer. */
async function write({ to, collection, upTo }: Sides, built: Row, living: Row | undefined): Promise<boolean> {
  const data = withoutId(built)
  if (!living) {
    await to.db.create({ collection: slugOf(collection), data, returning: false })
    return true
  }
  if (living.seq > upTo || canonicalJson(bare(living)) === canonicalJson(bare(built))) return false
  const cleared = Object.fromEntries(Object.keys(withoutId(living)).map((field) => [field, null]))
  await to.db.updateOne({
    collection: slugOf(collection),
    where: unchanged(collection, living),
    data: { ...cleared, ...data },
    returning: false,
  })
  return true
}

const slugOf = ({ slug }: Collection) => slug as CollectionSlug

const withoutId = ({ id: _id, ...fields }: Row) => fields

/** What is not there is the same as null, whichever a database answers. */
const bare = (row: Row) =>
  Object.fromEntries(Object.entries(withoutId(row)).filter(([, value]) => (value ?? null) !== null)) as never

function unchanged(collection: Collection, row: Row): Where {
  const fields = [...keyFields(collection), 'seq']
  return { and: fields.map((field) => ({ [field]: { equals: row[field] } })) } as Where
}

/** Those of its unique index: what `saveOver` knows a row by. */
function keyFields({ slug, indexes = [], fields }: Collection): string[] {
  const index = indexes.find(({ unique }) => unique)
  if (index) return index.fields
  const names = fields.flatMap((field) =>
    'name' in field && 'unique' in field && field.unique ? [field.name] : [],
  )
  if (names.length === 0) throw new Error(`[rebuild] ${slug} has no unique index`)
  return names
}

const keyOf = (collection: Collection, row: Row) =>
  JSON.stringify(keyFields(collection).map((field) => row[field]))

const inPages = (payload: Payload, { slug }: Collection) =>
  inGroups(pages<Row>(payload, { collection: slug }), BATCH)

/** The other side's rows of the same items, by key. */
async function rowsOf(payload: Payload, collection: Collection, page: Row[]): Promise<Map<string, Row>> {
  const found = await payload.db.find<Row>({
    collection: slugOf(collection),
    where: { itemId: { in: page.map(({ itemId }) => itemId) } },
    limit: 0,
    pagination: false,
  })
  return new Map(found.docs.map((row) => [keyOf(collection, row), row]))
}
