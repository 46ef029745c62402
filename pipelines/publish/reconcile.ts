/**
 * Heals what was lost: compares everything that is published with the ledger, both ways, and publishes what
 * differs. Cheap when nothing does: equal stamps, nothing to derive.
 */
import type { Payload, Where } from 'payload'
import { pages } from '../../database/pages.ts'
import type { ContentType } from '../content-type.ts'
import { SETTINGS_ITEM_ID } from '../ledger/entry.ts'
import { NEVER, type Stamps } from './derive.ts'
import type { ItemRow } from './ledger-items.ts'
import { publicRows } from './public-rows.ts'
import type { Publisher, PublishOptions } from './publisher.ts'
import { type Addresses, fingerprintKey, type Reign } from './reign.ts'

/** Items that are published together: a commit costs more than what is in it. */
const AT_ONCE = 20

type Options = {
  payload: Payload
  types: ReadonlyMap<string, ContentType>
  publisher: Publisher
  addresses: Addresses
  reign: Pick<Reign, 'standing'>
  /** Asked between items; true ends the pass early. */
  isStopping(): boolean
}

/** @returns how many items were looked at again, because their stamps differed. */
export async function reconcile(options: Options): Promise<{ derived: number }> {
  const { payload, types, publisher, addresses, reign, isStopping } = options
  const standing = await reign.standing()
  if (standing === 'following') return { derived: 0 }
  const own = fingerprintKey(addresses)
  // What was derived otherwise is derived again by those who reign; it stays where it is if they stop in the middle.
  const isOthers = (row: ItemRow | undefined) =>
    standing === 'reigning' && row?.live === true && row.stamps?.by !== own

  const rows = await loadRows(payload)
  const shown = await loadShown(payload, rows)
  const seen = new Set<string>()
  let derived = 0
  let due: (readonly [string, PublishOptions])[] = []
  const flush = async () => {
    derived += due.length
    const items = due
    due = []
    await publisher.attempt(items)
  }
  const look = async (itemId: string, cause: 'reconcile' | 'rebuild' = 'reconcile') => {
    due.push([itemId, { cause }])
    if (due.length >= AT_ONCE) await flush()
  }
  for (const type of types.keys()) {
    for await (const found of publishedIn(payload, type)) {
      if (isStopping()) return { derived }
      seen.add(found.itemId)
      if (found.dueAt) publisher.remind(found.itemId, found.dueAt)
      const row = rows.get(found.itemId)
      const isShown = type !== 'media' || shown.has(found.itemId)
      if (!isCurrent(row, found, rows, isShown)) await look(found.itemId)
      else if (isOthers(row)) await look(found.itemId, 'rebuild')
    }
  }
  for (const [itemId, row] of rows) {
    if (isStopping()) return { derived }
    if (row.live && !seen.has(itemId)) await look(itemId)
  }
  await flush()
  return { derived }
}

/** Whether the ledger has the item as it stands: nothing to derive. */
function isCurrent(
  row: ItemRow | undefined,
  found: Found,
  rows: ReadonlyMap<string, ItemRow>,
  isShown: boolean,
): boolean {
  // A picture is public while something public shows it.
  if (!isShown) return !row?.live
  if (!row?.live) return found.dueAt !== null
  const stamps = row.stamps as Partial<Stamps> | null
  return (
    stamps?.document === found.stamp &&
    Object.entries(stamps.dependencies ?? {}).every(([id, seq]) => (rows.get(id)?.seq ?? 0) === seq)
  )
}

/** Pictures that a live item shows. */
async function loadShown(payload: Payload, rows: ReadonlyMap<string, ItemRow>): Promise<Set<string>> {
  type Dependency = { id: number; itemId: string; dependsOn: string }
  const where: Where[] = [{ dependsOn: { like: 'media:' } }]
  const shown = new Set<string>()
  for await (const row of pages<Dependency>(payload, { collection: 'ledger-dependencies', where })) {
    if (rows.get(row.itemId)?.live) shown.add(row.dependsOn)
  }
  return shown
}

async function loadRows(payload: Payload): Promise<Map<string, ItemRow>> {
  const rows = new Map<string, ItemRow>()
  for await (const row of pages<ItemRow & { id: number }>(payload, { collection: 'ledger-items' })) {
    rows.set(row.itemId, row)
  }
  return rows
}

type Found = { itemId: string; stamp: string; dueAt: Date | null }

async function* publishedIn(payload: Payload, type: string): AsyncGenerator<Found> {
  if (type === 'settings') {
    const { updatedAt } = (await payload.findGlobal({ slug: 'settings' as never, depth: 0 })) as {
      updatedAt?: string
    }
    yield { itemId: SETTINGS_ITEM_ID, stamp: updatedAt ?? NEVER, dueAt: null }
    return
  }
  type Row = { id: number; uid: string; updatedAt: string; publishedAt?: string }
  const select = { uid: true, updatedAt: true, publishedAt: true } as const
  for await (const row of pages<Row>(payload, {
    collection: type,
    where: publicRows(payload, type),
    select,
  })) {
    const due = row.publishedAt ? new Date(row.publishedAt) : null
    const itemId = `${type}:${row.uid}`
    yield { itemId, stamp: row.updatedAt, dueAt: due && due.getTime() > Date.now() ? due : null }
  }
}
