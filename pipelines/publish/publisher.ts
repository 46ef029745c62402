/**
 * The publisher: compares what is published now with the item's last entry and appends what differs. Nudges
 * only tell it where to look.
 */
import type { Payload } from 'payload'
import { breathe } from '../../database/breathe.ts'
import { HOLD_MS, openTransaction, outside, together } from '../../database/together.ts'
import { append } from '../ledger/append.ts'
import { type Cause, type LedgerEntry, parseItemId } from '../ledger/entry.ts'
import { compare, toRow } from './compare.ts'
import { type DeriveOptions, derive, type Stamps } from './derive.ts'
import { type ItemRow, readStamps, rememberItem } from './ledger-items.ts'
import type { Nudge } from './nudge.ts'
import type { Reign } from './reign.ts'
import { createSchedule } from './schedule.ts'

export type PublishOptions = {
  cause: Cause
  by?: string
  /** For pictures: public although no entry that shows it is known yet. */
  shown?: boolean
}

export type Publisher = {
  /** Brings the ledger up to date with one item. Answers the entry it wrote, or null. */
  publish(itemId: string, options: PublishOptions): Promise<LedgerEntry | null>
  /** The same for several, in this order; failures are logged and left to reconcile. */
  attempt(items: readonly (readonly [itemId: string, options: PublishOptions])[]): Promise<void>
  /** Publishes soon, in the order of calls; failures are logged and left to reconcile, or tried again (`schedule`). */
  enqueue(nudge: Nudge, cause?: Cause): void
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>
  /** Puts an item on the clock. */
  remind(itemId: string, at: Date): void
  /** Finishes what is waiting; publishes nothing more on the clock. */
  close(): Promise<void>
}

/** How many items are published in one transaction: others wait meanwhile. */
const MOST_TOGETHER = 20

const isPicture = (itemId: string) => parseItemId(itemId).type === 'media'

type Item = readonly [itemId: string, how: PublishOptions]

/** What is published in one transaction: a picture, which may take long, stands alone. */
function* batches(items: readonly Item[]): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    const isFull = batch.length === MOST_TOGETHER || isPicture(item[0]) || isPicture(batch[0]?.[0] ?? '')
    if (isFull && batch.length > 0) {
      yield batch
      batch = []
    }
    batch.push(item)
  }
  if (batch.length > 0) yield batch
}

/** Renditions are made outside transactions. */
class NeedsPicture extends Error {}

/** `onAppended` is called after entries are written. Of its methods only `publish` rejects when an item fails. */
export function createPublisher(
  options: DeriveOptions & { onAppended(): void; reign: Pick<Reign, 'standing'> },
): Publisher {
  const { payload, onAppended } = options
  const waiting = new Map<string, { by: string; cause: Cause }>()
  let running: Promise<void> | null = null
  const schedule = createSchedule((itemId) => enqueue({ itemId, by: '' }, 'schedule'))

  async function publish(itemId: string, how: PublishOptions, parents: readonly string[] = []) {
    await breathe()
    const tried = new Set(parents).add(itemId)
    let noted: ItemRow | null = null
    const isWhole = openTransaction(payload.db) !== null
    const entry = await append(payload, itemId, async (last) => {
      let derivation = await derive(options, itemId, { last, shown: how.shown })
      // What the item shows goes in first: the item then appears whole, and once.
      if (derivation.public) {
        const missing = derivation.missing.filter((id) => !tried.has(id))
        if (isWhole && missing.some(isPicture)) throw new NeedsPicture()
        for (const id of missing) {
          tried.add(id)
          await attempt(id, { cause: how.cause, by: how.by, shown: true }, [...tried])
        }
        // Whatever was written meanwhile moved the head, so that append calls again if this is stale.
        if (missing.length > 0) derivation = await derive(options, itemId, { last, shown: how.shown })
      } else if (derivation.dueAt) schedule.remind(itemId, derivation.dueAt)
      if (last && derivation.public && (await isLeftToOthers(options, itemId, derivation.stamps))) return null
      noted = toRow(itemId, derivation, last)
      const due = compare(itemId, derivation, last, how)
      if (noted && !due) await rememberItem(payload, noted)
      // Until the entry stands the row says "look again": whatever stops us here, reconcile finds it.
      else if (noted && !isWhole) {
        await rememberItem(payload, { itemId, live: true, seq: last?.seq ?? 0, stamps: null })
      }
      return due
    })
    if (entry) {
      if (noted) await rememberItem(payload, { ...(noted as ItemRow), seq: entry.seq })
      payload.logger.debug({
        msg: 'ledger.appended',
        seq: entry.seq,
        itemId,
        action: entry.action,
        cause: entry.cause,
      })
      if (!isWhole) onAppended()
    }
    return entry
  }

  /** One item that cannot be derived (a broken picture, say) must not hold up the others. */
  async function attempt(itemId: string, how: PublishOptions, parents: readonly string[] = []) {
    try {
      await publish(itemId, how, parents)
      schedule.done(itemId)
    } catch (err) {
      // A transaction is taken back whole.
      if (openTransaction(payload.db)) throw err
      payload.logger.error({ err, itemId, msg: 'publisher.failed: will be tried again' })
      // The regular check finds everything else; what was promised for a moment does not wait for it.
      if (how.cause === 'schedule' && parents.length === 0) schedule.failed(itemId)
    }
  }

  /** All in one transaction where there are any; each alone when that fails, or when pictures have to be made. */
  async function attemptAll(items: readonly Item[]) {
    const [first] = items
    if (!first) return
    let rest = items
    while (!isPicture(first[0]) && rest.length > 0) {
      try {
        const { appended, done } = await together(payload.db, () => publishSome(rest))
        if (appended > 0) onAppended()
        for (const [itemId] of rest.slice(0, done)) schedule.done(itemId)
        rest = rest.slice(done)
      } catch (err) {
        payload.logger.debug({ err, msg: 'publisher.one_by_one' })
        break
      }
    }
    for (const [itemId, how] of rest) await attempt(itemId, how)
  }

  /** As many, in order, as may be published while others wait. */
  async function publishSome(items: readonly Item[]): Promise<{ appended: number; done: number }> {
    const end = performance.now() + HOLD_MS
    let appended = 0
    let done = 0
    for (const [itemId, how] of items) {
      if (await publish(itemId, how)) appended += 1
      done += 1
      if (performance.now() > end) break
    }
    return { appended, done }
  }

  function enqueue({ itemId, by }: Nudge, cause: Cause = 'save') {
    waiting.set(itemId, { by: by || waiting.get(itemId)?.by || '', cause })
    start()
  }

  function start() {
    running ??= outside(drain).finally(() => {
      running = null
      // Enqueued after the last look.
      if (waiting.size > 0) start()
    })
  }

  async function drain() {
    while (waiting.size > 0) {
      const items = [...waiting]
      waiting.clear()
      for (const batch of batches(items)) await attemptAll(batch)
    }
  }

  return {
    publish: (itemId, how) => publish(itemId, how),
    async attempt(items) {
      for (const batch of batches(items)) await attemptAll(batch)
    },
    enqueue,
    remind: schedule.remind,
    async idle() {
      while (running) await running
    },
    async close() {
      schedule.close()
      while (running) await running
    },
  }
}

/** Whether those who reign have derived it already from the same document: to derive it again would derive it back. */
async function isLeftToOthers(
  { payload, reign }: { payload: Payload; reign: Pick<Reign, 'standing'> },
  itemId: string,
  { document, by }: Stamps,
): Promise<boolean> {
  const known = (await readStamps(payload, [itemId])).get(itemId)
  if (known?.document !== document || !known.by || known.by === by) return false
  return (await reign.standing()) === 'following'
}
