/**
 * Keeps the read model of one process in step with the ledger. Unlike other channels it stands in a file of its own,
 * its cursor too, so any number of processes follow at their own pace and none waits for the database to answer readers.
 */
import type { Payload } from 'payload'
import { readEpoch } from '../../ledger/meta.ts'
import { readAfter, readHead } from '../../ledger/read.ts'
import { type Applied, applyEntries } from './apply.ts'
import { openStore, type Store } from './store.ts'

/** What to forget: answers with these tags, or everything. */
export type Stale = Applied | 'everything'

export type Replica = {
  store: Store
  /** Of the last entry that is in it. */
  seq(): number
  /** Why it stands still; null while it follows. */
  error(): string | null
  /** Looks whether another process has written to the file: to call before what is read is answered. */
  noticeOthers(): void
  /** Called after every step, before anything is answered from it. */
  onStale(forget: (stale: Stale) => void): void
  /** Reads to the ledger's head once, then follows. */
  start(payload: Payload): Promise<void>
  /** Something was appended: look now. */
  wake(): void
  /** Resolves when it has read to the ledger's present head. */
  caughtUp(): Promise<void>
  /** Resolves when `seq` is reached; false when that takes longer than `ms`. */
  reached(seq: number, ms: number): Promise<boolean>
  /** Ends following and closes the file. */
  stop(): Promise<void>
}

const BATCH = 200
/** How often to look for what another process appended. */
const POLL_MS = 100
const LONGEST_PAUSE_MS = 5_000

/** `folder`: where the read model's file is. */
export function createReplica(folder: string): Replica {
  const store = openStore(folder)
  const listeners: ((stale: Stale) => void)[] = []
  const waiting = new Set<() => void>()
  let known = store.position()
  let version = store.dataVersion()
  let payload: Payload | null = null
  let following: Promise<void> = Promise.resolve()
  let rouse = () => {}
  let news = 0
  let failures = 0
  let error: string | null = null
  let isStopping = false

  const tell = (stale: Stale) => {
    for (const forget of listeners) forget(stale)
    for (const look of [...waiting]) look()
  }

  /** Whether another process has written to the file. */
  function noticeOthers() {
    const present = store.dataVersion()
    if (present === version) return
    version = present
    const { seq, generation, epoch } = store.position()
    if (seq === known.seq && generation === known.generation) return
    known = { seq, generation, epoch }
    tell('everything')
  }

  /** Applies a batch; false when there was nothing to apply. */
  async function step(from: Payload): Promise<boolean> {
    noticeOthers()
    const entries = await readAfter(from, known.seq, BATCH)
    if (entries.length === 0 || isStopping) return false
    const applied = applyEntries(store, entries)
    known = { ...known, seq: applied.seq }
    tell(applied)
    return entries.length === BATCH
  }

  /** Begins anew where the file belongs to another ledger. */
  async function begin(from: Payload) {
    const epoch = await readEpoch(from)
    const isOther = known.epoch !== epoch || known.seq > (await readHead(from))
    if (isOther) {
      store.startOver(epoch)
      known = store.position()
      tell('everything')
    }
    while (await step(from)) if (isStopping) return
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      timer.unref()
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function follow(from: Payload) {
    while (!isStopping) {
      const heard = news
      try {
        if (await step(from)) continue
        failures = 0
        error = null
      } catch (err) {
        failures += 1
        error = err instanceof Error ? err.message : String(err)
        from.logger.error({ err, msg: 'delivery.behind', seq: known.seq })
      }
      if (failures === 0 && news > heard) continue
      const ms = failures === 0 ? POLL_MS : Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures)
      if (!isStopping) await pause(ms * (0.75 + Math.random() / 2))
    }
  }

  return {
    store,
    seq: () => known.seq,
    error: () => error,
    noticeOthers,
    onStale: (forget) => void listeners.push(forget),
    async start(from) {
      payload = from
      await begin(from)
      following = follow(from)
    },
    wake() {
      news += 1
      rouse()
    },
    async caughtUp() {
      if (!payload) return
      const head = await readHead(payload)
      while (known.seq < head && !isStopping) {
        if (error) throw new Error(`[delivery] stands at ${known.seq} of ${head}: ${error}`)
        await this.reached(head, 1_000)
      }
    },
    reached: (seq, ms) =>
      new Promise((resolve) => {
        if (known.seq >= seq) return resolve(true)
        const end = (isReached: boolean) => {
          clearTimeout(timer)
          waiting.delete(look)
          resolve(isReached)
        }
        const look = () => known.seq >= seq && end(true)
        const timer = setTimeout(() => end(false), ms)
        waiting.add(look)
      }),
    async stop() {
      isStopping = true
      rouse()
      await following
      store.close()
    },
  }
}
