/**
 * The contract of a channel as tests (pipelines/channels/channel.ts): every registered channel runs them, on
 * every database. A channel that passes survives crashes, replays and stalled workers by its own doing.
 */
import type { CollectionSlug, Payload } from 'payload'
import { expect, it } from 'vitest'
import type { Channel } from '../../pipelines/channels/channel.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { deepFreeze, nastyItems } from '../fixtures/items.ts'
import { site } from '../fixtures/site.ts'

/** `payload()`: a database of its own for this channel's tests; asked for when the tests run. */
export function testChannel(channel: Channel, payload: () => Payload): void {
  const consume = (entries: LedgerEntry[]) =>
    channel.consume(deepFreeze(entries), { payload: payload(), site })
  const state = () => dump(payload(), channel)
  const items = nastyItems()

  it('survives an empty list', async () => {
    const before = await state()
    await consume([])
    expect(await state()).toEqual(before)
  })

  it('takes the nasty inputs, leaves its input alone, and a replay changes nothing', async () => {
    const entries = items.map((item, index) => toEntry(item, index + 1))
    await consume(entries)
    const once = await state()
    await consume(entries)
    expect(await state()).toEqual(once)
    for (const entry of entries) await consume([entry])
    expect(await state()).toEqual(once)
  })

  it('keeps the newer state when an old entry comes late', async () => {
    const [first] = items
    if (!first) throw new Error('no fixture')
    const seq = items.length + 10
    const renamed = { ...first, title: 'A newer title for it', slug: `${first.slug}-newer` }
    await consume([toEntry(renamed, seq + 1, 'updated')])
    const newest = await state()
    await consume([toEntry(first, seq)])
    expect(await state()).toEqual(newest)
  })

  it('brings nothing back after an unpublish', async () => {
    const [first] = items
    if (!first) throw new Error('no fixture')
    const seq = items.length + 20
    await consume([{ ...toEntry(first, seq, 'unpublished'), item: null, dependsOn: [] }])
    const gone = await state()
    await consume([toEntry(first, seq - 1)])
    expect(await state()).toEqual(gone)
    expect(JSON.stringify(gone)).not.toContain('A newer title for it with')
  })
}

/** The item as an entry of the ledger. */
export function toEntry(
  item: ContentItem,
  seq: number,
  action: LedgerEntry['action'] = 'published',
): LedgerEntry {
  const { id, type, slug, url, publishedAt } = item
  return {
    ...{ seq, itemId: id, type, slug, url, action, publishedAt, item },
    cause: 'save',
    hash: `hash-${seq}`,
    ownHash: `own-${seq}`,
    dependsOn: ['settings:site'],
    by: 'editor@galley.test',
    recordedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, seq)).toISOString(),
  }
}

/** Everything that the channel keeps, without database ids and clocks of rows. */
async function dump(payload: Payload, channel: Channel) {
  const rows = await Promise.all(
    channel.collections.map(async ({ slug }) => {
      const found = await payload.db.find<{ id: number; itemId?: string; name?: string }>({
        collection: slug as CollectionSlug,
        limit: 0,
        pagination: false,
      })
      const known = found.docs.map((row) => JSON.stringify({ ...row, id: undefined }))
      return [slug, known.sort()] as const
    }),
  )
  return Object.fromEntries(rows)
}
