/** A ledger made by hand, for what reads one without a database. */
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { makeItem } from '../fixtures/items.ts'

/** What has been published, as the ledger holds it. */
export class MadeLedger {
  readonly entries: LedgerEntry[] = []

  append(id: string, slug: string, title: string, summary: string, isPublic = true) {
    const type = id.slice(0, id.indexOf(':'))
    const seq = this.entries.length + 1
    const item = isPublic ? makeItem({ id, type, slug, title, summary }) : null
    this.entries.push({
      ...{ seq, itemId: id, type, slug, url: `https://example.com/${slug}`, hash: '', ownHash: '' },
      ...{ action: isPublic ? 'published' : 'unpublished', cause: 'save', item, dependsOn: [], by: '' },
      ...{ publishedAt: '2026-02-04T09:00:00.000Z', recordedAt: '2026-02-04T09:00:00.000Z' },
    })
  }

  /** As pipelines/ledger/compact.ts does it. */
  compact() {
    const newest = new Map(this.entries.filter(({ item }) => item).map(({ itemId, seq }) => [itemId, seq]))
    for (const entry of this.entries) if (entry.seq < (newest.get(entry.itemId) ?? 0)) entry.item = null
  }
}
